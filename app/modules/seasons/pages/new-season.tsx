import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField, FieldGroup, RadioField, TextField } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayOpenSeasons } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OpenSeason, openSeason } from '../open-season.ts'
import { requirementsOf, seasons, strandsOf } from '../queries.ts'
import { askedOf } from '../requirements/rules.ts'
import { hourRuleCodes, requiredRoles, usualStrands } from '../rules.ts'
import { RequirementFields } from './requirement-fields.tsx'

const words = { zh, en }
const name = namesOf(OpenSeason)

const winterStrands = usualStrands.map((code) => ({
  code,
  name: zh.usualStrands[code],
  nameEn: en.usualStrands[code],
}))

export const newSeasonPage = page({
  async load(ctx) {
    authorise(mayOpenSeasons(ctx.actor))
    const [last] = await seasons(ctx)
    const strands = last ? await strandsOf(ctx, last.id) : winterStrands
    const requirements = last ? await requirementsOf(ctx, last.id) : []
    return {
      strands,
      hourRules: last?.hourRules ?? hourRuleCodes[0],
      asked: requiredRoles.map((role) => askedOf(role, requirements)),
    }
  },
  title: (_, language) => words[language].newTitle,
  actions: {
    open: action(OpenSeason, async (ctx, input) => {
      const season = await openSeason(ctx, input)
      return { to: to(urls.season, { seasonId: season.id }), done: 'season.opened' }
    }),
  },
  view: (shown) => <NewSeason {...shown.data} state={shown.form('open')} formKey={shown.formKey} />,
})

type Props = {
  strands: readonly { code: string; name: string; nameEn: string }[]
  hourRules: string
  asked: readonly ReturnType<typeof askedOf>[]
  state: FormState
  formKey: string
}

function NewSeason({ strands, hourRules, asked, state, formKey }: Props) {
  const t = useWords(words)
  return (
    <>
      <PageHead
        title={t.newTitle}
        lead={t.newLead}
        back={{ href: to(urls.seasons), label: t.title }}
      />
      <Form action={to(urls.newSeason, null, { do: 'open' })} formKey={formKey} state={state}>
        <TextField name={name('name')} label={t.name} hint={t.nameHint} required maxLength={60} />
        <TextField name={name('nameEn')} label={t.nameEn} maxLength={80} />
        <DateField name={name('startsOn')} label={t.startsOn} required />
        <DateField name={name('endsOn')} label={t.endsOn} required />
        <FieldGroup legend={t.strands} hint={t.strandsHint}>
          {strands.map((strand, at) => (
            <StrandFields key={strand.code} strand={strand} at={at} />
          ))}
        </FieldGroup>
        <FieldGroup legend={t.requirement} hint={t.requirementHint}>
          {asked.map((each, at) => (
            <RequirementFields key={each.role} asked={each} at={at} />
          ))}
        </FieldGroup>
        <RadioField
          name={name('hourRules')}
          label={t.hourRules}
          value={hourRules}
          options={hourRuleCodes.map((code) => {
            const [label, hint] = t.sets[code]
            return { value: code, label, hint }
          })}
        />
        <Button kind="main">{t.save}</Button>
      </Form>
    </>
  )
}

function StrandFields({ strand, at }: { strand: Props['strands'][number]; at: number }) {
  const t = useWords(words)
  return (
    <>
      <input type="hidden" name={name(`strands.${at}.code`)} value={strand.code} />
      <TextField
        name={name(`strands.${at}.name`)}
        label={t.strandNumber(at + 1)}
        value={strand.name}
        maxLength={20}
      />
      <TextField
        name={name(`strands.${at}.nameEn`)}
        label={t.strandNumberEn(at + 1)}
        value={strand.nameEn}
        maxLength={60}
      />
    </>
  )
}
