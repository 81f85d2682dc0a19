import { isSignedIn, officeRoles, unitRoles } from '#app/modules/people/access.ts'
import { holds } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { dayOf, daysBetween } from '#app/platform/time.ts'
import { Actions, LinkButton } from '#app/ui/button.tsx'
import { sayDay, sayDays, sayMonth } from '#app/ui/dates.ts'
import { Facts, type Step, Stepper, Tags } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayOpenSeasons } from '../access.ts'
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
import { monthsOf, nameIn, phaseOf, requiredRoles } from '../rules.ts'

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
      mayChange: mayOpenSeasons(ctx.actor),
      now: ctx.now,
    }
  },
  title: ({ season }, language) => nameIn(language, season),
  view: ({ data }) => <SeasonView {...data} />,
})

type Props = {
  season: Season
  strands: Strand[]
  requirements: Requirement[]
  runs: boolean
  mayChange: boolean
  now: Date
}

function SeasonView({ season, strands, requirements, runs, mayChange, now }: Props) {
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
          <>
            <LinkButton href={to(urls.calendar)} icon="calendar">
              {t.toCalendar}
            </LinkButton>
            {runs && (
              <>
                <LinkButton href={to(urls.coverage, null, { season: seasonId })} icon="chart">
                  {t.toCoverage}
                </LinkButton>
                <LinkButton href={to(urls.orders)} icon="order">
                  {t.toOrders}
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <Section title={t.picture}>
        <Months season={season} now={now} />
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
        {mayChange && (
          <Actions>
            <LinkButton href={to(urls.requirements, { seasonId })} icon="edit">
              {t.changeRequirement}
            </LinkButton>
            <LinkButton href={to(urls.changeHourRules, { seasonId })} icon="clock">
              {t.changeHourRules}
            </LinkButton>
          </Actions>
        )}
      </Section>
    </>
  )
}

/** The season as a line of months: where it begins and ends, and where it stands today. */
function Months({ season, now }: { season: Season; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const today = dayOf(now)
  const { startsOn, endsOn } = season
  const days = daysBetween(startsOn, endsOn) + 1
  const steps: Step[] = monthsOf(season, today).map(({ month, state }) => ({
    label: sayMonth(month, language),
    state,
    note: [
      startsOn.startsWith(month) && t.opensOn(sayDay(startsOn, language, now)),
      state === 'now' && t.dayOf(daysBetween(startsOn, today) + 1, days),
      endsOn.startsWith(month) && t.closesOn(sayDay(endsOn, language, now)),
    ]
      .filter(Boolean)
      .join(' · '),
  }))
  return <Stepper label={t.phase[phaseOf(season, today)]} steps={steps} />
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
