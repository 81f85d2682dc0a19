import { holds } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { dayOf, daysBetween } from '#app/platform/time.ts'
import { isSignedIn, officeRoles, unitRoles } from '#app/modules/people/access.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Calendar } from '#app/ui/calendar.tsx'
import { sayDay, sayDays } from '#app/ui/dates.ts'
import { Facts, type Step, Stepper, Tags } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  findSeason,
  type Requirement,
  requirementsOf,
  type Season,
  type Strand,
  strandsOf,
} from '../queries.ts'
import { nameIn, phaseOf, requiredRoles } from '../rules.ts'

const words = { zh, en }

export const seasonPage = page({
  async load(ctx, visit) {
    authorise(isSignedIn(ctx.actor))
    const season = found(await findSeason(ctx, visit.params['seasonId']!))
    return {
      season,
      strands: await strandsOf(ctx, season.id),
      requirements: await requirementsOf(ctx, season.id),
      runs: holds(ctx.actor, [...officeRoles, ...unitRoles]),
      month: monthIn(season, dayOf(ctx.now), visit.query.get('month')),
      now: ctx.now,
    }
  },
  title: ({ season }, language) => nameIn(language, season),
  view: ({ data }) => <SeasonView {...data} />,
})

/** The asked-for month; else the one of today or, outside the season, of its nearer end. */
function monthIn(season: Season, today: string, asked: string | null): string {
  if (asked !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(asked)) return asked
  const phase = phaseOf(season, today)
  const day = { coming: season.startsOn, running: today, over: season.endsOn }[phase]
  return day.slice(0, 7)
}

type Props = {
  season: Season
  strands: Strand[]
  requirements: Requirement[]
  runs: boolean
  month: string
  now: Date
}

function SeasonView({ season, strands, requirements, runs, month, now }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const seasonId = season.id
  const [setName, setCounts] = t.sets[season.hourRules]
  return (
    <>
      <PageHead
        title={nameIn(language, season)}
        lead={sayDays(season.startsOn, season.endsOn, language, now)}
        back={{ href: to(urls.seasons), label: t.title }}
        actions={
          runs && (
            <>
              <LinkButton href={to(urls.coverage, null, { season: seasonId })} icon="chart">
                {t.toCoverage}
              </LinkButton>
              <LinkButton href={to(urls.orders)} icon="order">
                {t.toOrders}
              </LinkButton>
            </>
          )
        }
      />
      <Section title={t.picture}>
        <Phases season={season} now={now} />
        <Calendar
          month={month}
          today={dayOf(now)}
          hrefOf={(shown) => to(urls.season, { seasonId }, { month: shown })}
          entries={[
            { day: season.startsOn, title: t.begins, href: '#strands', tone: 'good' },
            { day: season.endsOn, title: t.ends, href: '#requirement', tone: 'ember' },
          ]}
        />
      </Section>
      <Section title={t.strands} id="strands">
        <Tags tags={strands.map((strand) => nameIn(language, strand))} />
      </Section>
      <Section title={t.requirement} id="requirement">
        <Requirements season={season} strands={strands} requirements={requirements} />
        <Facts
          items={[
            {
              term: t.hourRules,
              value: (
                <>
                  <b>{setName}</b> {setCounts}
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  )
}

function Phases({ season, now }: { season: Season; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const today = dayOf(now)
  const phase = phaseOf(season, today)
  const days = daysBetween(season.startsOn, season.endsOn) + 1
  const notes = {
    coming: t.daysUntil(daysBetween(today, season.startsOn)),
    running: t.dayOf(daysBetween(season.startsOn, today) + 1, days),
    over: t.lasts(days),
  }
  const states = {
    coming: ['later', 'later', 'later'],
    running: ['done', 'now', 'later'],
    over: ['done', 'done', 'done'],
  } as const
  const [first, middle, last] = states[phase]
  const steps: Step[] = [
    { label: t.begins, state: first, note: sayDay(season.startsOn, language, now) },
    { label: t.underWay, state: middle, note: notes[phase] },
    { label: t.ends, state: last, note: sayDay(season.endsOn, language, now) },
  ]
  return <Stepper label={t.phase[phase]} steps={steps} />
}

function Requirements(props: Pick<Props, 'season' | 'strands' | 'requirements'>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const roles = requiredRoles.filter((role) => props.requirements.some((row) => row.role === role))
  const asks = (role: string, strandCode: string | null) =>
    props.requirements.find((row) => row.role === role && row.strandCode === strandCode)
  return (
    <DataTable
      caption={t.requirementOf(nameIn(language, props.season))}
      empty={<p>{t.noRequirement}</p>}
      rows={roles}
      columns={[
        { key: 'role', label: t.role, names: true, cell: (role) => t.roles[role] },
        {
          key: 'hours',
          label: t.hours,
          amount: true,
          cell: (role) => t.atLeast(asks(role, null)?.hours ?? 0),
        },
        {
          key: 'sessions',
          label: t.sessions,
          amount: true,
          cell: (role) => t.atLeast(asks(role, null)?.sessions ?? 0),
        },
        ...props.strands.map((strand) => ({
          key: strand.code,
          label: nameIn(language, strand),
          amount: true,
          cell: (role: (typeof roles)[number]) => t.atLeast(asks(role, strand.code)?.sessions ?? 0),
        })),
      ]}
    />
  )
}
