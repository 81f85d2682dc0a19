import { scopeOf } from '#app/modules/people/access.ts'
import { currentSeason, findSeason, type Season } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { SignUp, signUp } from '#app/modules/sessions/seats/sign-up.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { dayOf } from '#app/platform/time.ts'
import { PostButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable, Pager } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { coverageRoles, maySeeCoverage } from '../../access.ts'
import { EndOutreach, endOutreach } from '../end-outreach.ts'
import { InvitePerson, invitePerson } from '../invite-person.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type ComingSession,
  comingWithSeats,
  type NotReachedRow,
  notReached,
  peopleOnPage,
} from '../queries.ts'
import { isElderly, type Suggestion, suggestionFor } from '../rules.ts'
import { WantVisit, wantVisit } from '../want-visit.ts'

const words = { zh, en }

type Person = NotReachedRow & { suggestion: Suggestion<ComingSession> }
type Missed = {
  season: Season
  people: Person[]
  total: number
  unitId: string | null
  page: number
  now: Date
}

/** The working list: everyone the season has not reached, each with something to try. */
export const notReachedPage = page<Missed | null>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    authorise(maySeeCoverage(ctx.actor))
    const asked = query.get('season')
    const season = asked ? found(await findSeason(ctx, asked)) : await currentSeason(ctx)
    if (!season) return null
    const unitId = query.get('unit')
    const number = Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1)
    const scope = scopeOf(ctx.actor, coverageRoles)
    const { rows, total } = await notReached(ctx, season, { scope, unitId, page: number })
    const coming = await comingWithSeats(ctx, season)
    const people = rows.map((row) => ({ ...row, suggestion: suggestionFor(row, coming) }))
    return { season, people, total, unitId, page: number, now: ctx.now }
  },
  actions: {
    signUp: action(SignUp.required({ personId: true }), async (ctx, input, visit) => {
      const place = await signUp(ctx, input)
      // The last free seat may have gone meanwhile.
      const done = place.seated ? 'person.signedUp' : 'line.joinedFor'
      return { to: backTo(visit.query), done }
    }),
    invite: action(InvitePerson, async (ctx, input, visit) => {
      await invitePerson(ctx, input)
      return { to: backTo(visit.query), done: 'person.invited' }
    }),
    visit: action(WantVisit, async (ctx, input, visit) => {
      await wantVisit(ctx, input)
      return { to: backTo(visit.query), done: 'visit.wanted' }
    }),
    end: action(EndOutreach, async (ctx, input, visit) => {
      await endOutreach(ctx, input)
      return { to: backTo(visit.query), done: 'outreach.ended' }
    }),
  },
  view: (shown) => (shown.data ? <List {...shown} data={shown.data} /> : <NoSeason />),
})

/** The same part of the list again. */
function backTo(query: URLSearchParams): string {
  const [season, unit, number] = ['season', 'unit', 'page'].map((name) => query.get(name))
  return to(urls.notReached, null, { season, unit, page: number })
}

function NoSeason() {
  const t = useWords(words)
  return (
    <>
      <PageHead title={t.title} back={{ href: urls.coverage, label: t.toCoverage }} />
      <Empty>{t.noSeason}</Empty>
    </>
  )
}

function List(shown: Shown<Missed>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { season, people, total, unitId, page: number, now } = shown.data
  const query = { season: shown.visit.query.get('season'), unit: unitId }
  const refusal = ['signUp', 'invite', 'visit', 'end']
    .map((name) => shown.form(name).refusal)
    .find((said) => said !== undefined)
  const pages = Math.ceil(total / peopleOnPage)
  return (
    <>
      <PageHead
        title={t.title}
        over={nameIn(language, season)}
        lead={t.lead}
        back={{ href: to(urls.coverage, null, { season: query.season }), label: t.toCoverage }}
      />
      {refusal !== undefined && <p role="alert">{refusal}</p>}
      {unitId !== null && (
        <p>
          {people[0] && t.ofUnit(people[0].unitName)}{' '}
          <a href={to(urls.notReached, null, { season: query.season })}>{t.all}</a>
        </p>
      )}
      <DataTable
        caption={t.count(total)}
        asOf={now}
        rows={people}
        empty={<Empty>{t.none}</Empty>}
        columns={[
          { key: 'name', label: t.name, names: true, cell: (row) => <Name person={row} /> },
          { key: 'branch', label: t.branch, cell: (row) => row.unitName },
          { key: 'about', label: t.about, cell: (row) => <About person={row} now={now} /> },
          {
            key: 'suggestion',
            label: t.suggestion,
            cell: (row) => <Suggested person={row} now={now} />,
          },
          {
            key: 'actions',
            label: t.actions,
            acts: true,
            cell: (row) => <Steps person={row} shown={shown} query={query} />,
          },
        ]}
      />
      {pages > 1 && (
        <Pager
          page={number}
          pages={pages}
          total={total}
          href={(at) => to(urls.notReached, null, { ...query, page: at })}
        />
      )}
    </>
  )
}

function Name({ person }: { person: Person }) {
  return <a href={to(urls.person, { personId: person.id })}>{person.name}</a>
}

function About({ person, now }: { person: Person; now: Date }) {
  const t = useWords(words)
  if (person.homebound) return <Badge tone="waiting">{t.homebound}</Badge>
  return isElderly(person, dayOf(now)) ? <Badge>{t.elderly}</Badge> : null
}

function Suggested({ person, now }: { person: Person; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { suggestion } = person
  if (suggestion.kind === 'visit') return <>{t.visit}</>
  if (suggestion.kind === 'order') return <a href={urls.menu}>{t.order}</a>
  const { session, near } = suggestion
  return (
    <span>
      {t.near[near]}{' '}
      <a href={to(urls.session, { sessionId: session.id })}>
        {t.seats(titleIn(language, session), session.seatsFree)}
      </a>{' '}
      <span class="quietly">
        <Time at={session.during.start} now={now} />
      </span>
    </span>
  )
}

type StepsProps = {
  person: Person
  shown: Shown<Missed>
  query: { season: string | null; unit: string | null }
}

/** What was done already, and what can be done with one tap. */
function Steps({ person, shown, query }: StepsProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { now, page: number } = shown.data
  const { suggestion, steps, seatAt, visitOn } = person
  const button = (name: string, values: Record<string, string>) => ({
    action: to(urls.notReached, null, { ...query, page: number, do: name }),
    formKey: `${shown.formKey}${name}${Object.values(values).join('')}`,
    values,
  })
  const sayWhen = (at: string) => sayDay(dayOf(new Date(at)), language, now)
  const asked = steps.some(({ sessionId }) => sessionId !== null)
  const listed = steps.some(({ sessionId }) => sessionId === null)
  const here = { personId: person.id }
  return (
    <>
      {seatAt && <p>{t.hasSeat(titleIn(language, seatAt))}</p>}
      {visitOn !== null && <p>{t.visitPlanned(sayDay(visitOn, language, now))}</p>}
      {steps.map((step) => (
        <div key={step.id}>
          <p>
            {step.sessionId
              ? t.invited(
                  titleIn(language, { title: step.title ?? '', titleEn: step.titleEn ?? '' }),
                  sayWhen(step.madeAt),
                )
              : t.onVisitList(sayWhen(step.madeAt))}
          </p>
          <PostButton {...button('end', { outreachId: step.id })} kind="quiet">
            {t.takeBack}
          </PostButton>
        </div>
      ))}
      {suggestion.kind === 'visit' && !listed && visitOn === null && (
        <PostButton {...button('visit', here)}>{t.wantVisit}</PostButton>
      )}
      {suggestion.kind === 'session' && !seatAt && (
        <>
          <PostButton {...button('signUp', { ...here, sessionId: suggestion.session.id })}>
            {t.signUp}
          </PostButton>
          {!asked && (
            <PostButton {...button('invite', { ...here, sessionId: suggestion.session.id })}>
              {t.invite}
            </PostButton>
          )}
        </>
      )}
    </>
  )
}
