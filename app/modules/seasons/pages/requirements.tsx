import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayOpenSeasons } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findSeason, requirementsOf, type Season } from '../queries.ts'
import { ChangeRequirements, changeRequirements } from '../requirements/change-requirements.ts'
import { askedOf } from '../requirements/rules.ts'
import { nameIn, requiredRoles } from '../rules.ts'
import { RequirementFields } from './requirement-fields.tsx'

const words = { zh, en }

type Asking = { season: Season; asked: ReturnType<typeof askedOf>[] }

/** The office changes what a season asks of each role. */
export const requirementsPage = page<Asking>({
  title: (_, language) => words[language].requirementTitle,
  async load(ctx, { params }) {
    authorise(mayOpenSeasons(ctx.actor))
    const season = found(await findSeason(ctx, params['seasonId']!))
    const requirements = await requirementsOf(ctx, season.id)
    return { season, asked: requiredRoles.map((role) => askedOf(role, requirements)) }
  },
  actions: {
    change: action(ChangeRequirements, async (ctx, input) => {
      await changeRequirements(ctx, input)
      return { to: to(urls.season, { seasonId: input.seasonId }), done: 'requirements.changed' }
    }),
  },
  view: (shown) => <Requirements {...shown} />,
})

function Requirements({ data: { season, asked }, form, formKey }: Shown<Asking>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const here = { seasonId: season.id }
  return (
    <>
      <PageHead
        title={t.requirementTitle}
        lead={t.requirementLead}
        back={{ href: to(urls.season, here), label: nameIn(language, season) }}
      />
      <Form
        action={to(urls.requirements, here, { do: 'change' })}
        formKey={formKey}
        state={form('change')}
      >
        <input type="hidden" name="seasonId" value={season.id} />
        {asked.map((each, at) => (
          <RequirementFields key={each.role} asked={each} at={at} />
        ))}
        <Button kind="main">{t.saveRequirement}</Button>
      </Form>
    </>
  )
}
