import { mayOpenSeasons } from '#app/modules/seasons/access.ts'
import { ChangeHourRules, changeHourRules } from '#app/modules/seasons/change-hour-rules.ts'
import { findSeason, hourRuleChangesOf, type Season } from '#app/modules/seasons/queries.ts'
import { hourRuleCodes, nameIn, whyNotChanged } from '#app/modules/seasons/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { instantAt } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { DateField, RadioField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { hoursInSeason, presencesOf, sessionsHeldFrom } from '../queries.ts'
import { changeByPerson, recounted } from '../rules.ts'

const words = { zh, en }
const name = namesOf(ChangeHourRules)
const shownPeople = 100
const Wanted = ChangeHourRules.pick({ fromOn: true, hourRules: true })
type Wanted = Pick<Parameters<typeof changeHourRules>[1], 'fromOn' | 'hourRules'>

type Person = { id: string; name: string; unitName: string | null; before: number; after: number }
type Preview = { people: Person[]; count: number; sessions: number }

type Changing = {
  season: Season
  changes: Awaited<ReturnType<typeof hourRuleChangesOf>>
  wanted: Wanted | null
  /** Why what is wanted can't be, or what it would change. */
  whyNot: string | null
  preview: Preview | null
  now: Date
}

/** The office lets other rules count, and sees first what would change for whom. */
export const changeRulesPage = page<Changing>({
  title: (_, language) => words[language].change,
  async load(ctx, { params, query }) {
    authorise(mayOpenSeasons(ctx.actor))
    const season = found(await findSeason(ctx, params['seasonId']!))
    const changes = await hourRuleChangesOf(ctx, season.id)
    const asked = { fromOn: query.get('fromOn'), hourRules: query.get('hourRules') }
    const wanted = Wanted.safeParse(asked).data ?? null
    const whyNot = wanted && whyNotChanged(season, changes, wanted)
    const shows = wanted && whyNot === null
    const preview = shows ? await previewOf(ctx, season, changes, wanted) : null
    return { season, changes, wanted, whyNot, preview, now: ctx.now }
  },
  actions: {
    change: action(ChangeHourRules, async (ctx, input) => {
      await changeHourRules(ctx, input)
      return { to: to(urls.season, { seasonId: input.seasonId }), done: 'hourRules.changed' }
    }),
  },
  view: (shown) => <Change {...shown} />,
})

/** Whose hours would change and to what, were another set to count from a day on. */
async function previewOf(
  ctx: Context,
  season: Season,
  changes: Changing['changes'],
  { fromOn, hourRules }: Wanted,
): Promise<Preview> {
  const sessions = await sessionsHeldFrom(ctx, season.id, instantAt(fromOn, '00:00'))
  const presences = await presencesOf(
    ctx,
    sessions.map(({ id }) => id),
  )
  const then = [...changes, { fromOn, hourRules, madeAt: ctx.now }]
  const changed = recounted(season, then, sessions, presences)
  const by = changeByPerson(changed)
  const people = await hoursInSeason(ctx, season.id, [...by.keys()], shownPeople)
  return {
    people: people.map((person) => ({
      ...person,
      before: person.hours,
      after: person.hours + by.get(person.id)!,
    })),
    count: by.size,
    sessions: new Set(changed.map(({ session }) => session.id)).size,
  }
}

function Change(shown: Shown<Changing>) {
  const t = useWords(words)
  const { language, reason } = useSpeech()
  const { season, changes, wanted, whyNot, preview, now } = shown.data
  const here = { seasonId: season.id }
  return (
    <>
      <PageHead
        title={t.change}
        over={nameIn(language, season)}
        lead={t.changeLead}
        back={{ href: to(urls.season, here), label: nameIn(language, season) }}
      />
      <Form method="get" action={to(urls.changeHourRules, here)} id="wanted">
        <RadioField
          name="hourRules"
          label={t.changeSet}
          value={wanted?.hourRules ?? season.hourRules}
          options={hourRuleCodes.map((code) => ({ value: code, label: t.sets[code] }))}
        />
        <DateField
          name="fromOn"
          label={t.changeFrom}
          value={wanted?.fromOn ?? season.startsOn}
          min={season.startsOn}
          max={season.endsOn}
        />
        <Button kind={preview ? 'plain' : 'main'}>{t.preview}</Button>
      </Form>
      {whyNot !== null && <Callout kind="info" title={reason(whyNot)} />}
      {wanted && preview && <PreviewOf shown={shown} wanted={wanted} preview={preview} />}
      {changes.length > 0 && (
        <Section title={t.past}>
          <ul>
            {changes.map((change) => (
              <li key={change.id}>
                {t.pastLine(
                  sayDay(change.fromOn, language, now),
                  t.sets[change.hourRules],
                  change.reason,
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type PreviewProps = { shown: Shown<Changing>; wanted: Wanted; preview: Preview }

function PreviewOf({ shown, wanted, preview }: PreviewProps) {
  const t = useWords(words)
  const { season } = shown.data
  const { people, count, sessions } = preview
  const caption = count === 0 ? t.wouldNotChange : t.wouldChange(count, sessions)
  return (
    <Section title={caption} id="preview">
      {count > people.length && <p class="quietly">{t.shownFirst(people.length)}</p>}
      {count > 0 && (
        <DataTable
          caption={caption}
          rows={people}
          asOf={shown.data.now}
          columns={[
            { key: 'person', label: t.person, names: true, cell: (row) => row.name },
            { key: 'branch', label: t.branch, cell: (row) => row.unitName ?? '' },
            { key: 'before', label: t.before, amount: true, cell: (row) => row.before },
            { key: 'after', label: t.after, amount: true, cell: (row) => row.after },
          ]}
        />
      )}
      <Form
        id="change"
        action={to(urls.changeHourRules, { seasonId: season.id }, { do: 'change', ...wanted })}
        formKey={shown.formKey}
        state={shown.form('change')}
      >
        <input type="hidden" name={name('seasonId')} value={season.id} />
        <input type="hidden" name={name('fromOn')} value={wanted.fromOn} />
        <input type="hidden" name={name('hourRules')} value={wanted.hourRules} />
        <TextField name={name('reason')} label={t.changeReason} maxLength={200} required />
        <Button kind="main">{t.saveChange}</Button>
      </Form>
    </Section>
  )
}
