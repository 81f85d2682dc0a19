import { scopeOf } from '#app/modules/people/access.ts'
import {
  currentSeason,
  findSeason,
  type Season,
  type Strand,
  strandsOf,
} from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { type Tile, Tiles } from '#app/ui/charts.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Empty, Stat, Stats } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { AsOf, DataTable, Pager } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { coverageRoles, maySeeCoverage } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type BranchRow,
  type ComingSession,
  coverageOf,
  nextSessionByCommunity,
} from '../queries.ts'
import { isReached, sumOf } from '../rules.ts'

const words = { zh, en }
const branchesOnPage = 20

export const coveragePage = page({
  async load(ctx, visit) {
    authorise(maySeeCoverage(ctx.actor))
    const asked = visit.query.get('season')
    const season = asked ? found(await findSeason(ctx, asked)) : await currentSeason(ctx)
    if (!season) return null
    return {
      season,
      strands: await strandsOf(ctx, season.id),
      branches: await coverageOf(ctx, season, scopeOf(ctx.actor, coverageRoles)),
      coming: await nextSessionByCommunity(ctx, season),
      page: Math.max(1, Number.parseInt(visit.query.get('page') ?? '1', 10) || 1),
      whole: visit.whole,
      now: ctx.now,
    }
  },
  title: (_, language) => words[language].coverage,
  view: ({ data }) => (data ? <Coverage {...data} /> : <NoSeason />),
})

type Props = {
  season: Season
  strands: readonly Strand[]
  branches: readonly BranchRow[]
  coming: ReadonlyMap<string, ComingSession>
  /** The page of the branches not reached, unless they are wanted whole, for a file. */
  page: number
  whole: boolean
  now: Date
}

function NoSeason() {
  const t = useWords(words)
  return (
    <>
      <PageHead title={t.coverage} />
      <Empty action={<LinkButton href={to(urls.seasons)}>{t.toSeasons}</LinkButton>}>
        {t.noSeason}
      </Empty>
    </>
  )
}

function Coverage({ season, strands, branches, coming, page: number, whole, now }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const sum = sumOf(branches)
  const groups = [...Map.groupBy(branches, (branch) => branch.communityId)]
  return (
    <>
      <PageHead
        title={t.coverage}
        over={nameIn(language, season)}
        lead={t.coverageLead}
        actions={
          <>
            <LinkButton href={urls.memory} icon="book">
              {t.toMemory}
            </LinkButton>
            <LinkButton href={to(urls.roster, null, { season: season.id })} icon="clock">
              {t.toRoster}
            </LinkButton>
          </>
        }
      />
      <p class="quietly">
        {t.how} <AsOf at={now} />
      </p>
      {branches.length === 0 ? (
        <Empty>{t.noBranches}</Empty>
      ) : (
        <>
          <Stats>
            <Stat
              figure={t.of(sum.branchesReached, sum.branches)}
              label={t.branchesReached}
              href="#not-reached"
            />
            <Stat
              figure={t.of(sum.membersReached, sum.members)}
              label={t.membersReached}
              note={t.stayed(sum.membersStayed)}
              href="#map"
            />
            {strands.map((strand) => (
              <Stat
                key={strand.code}
                figure={t.of(sum.strands[strand.code] ?? 0, sum.members)}
                label={nameIn(language, strand)}
                note={t.membersReached}
                href="#map"
              />
            ))}
          </Stats>
          <NotReached
            branches={branches.filter((branch) => !isReached(branch))}
            season={season}
            coming={coming}
            page={number}
            whole={whole}
            now={now}
          />
          <p>
            <LinkButton href={to(urls.notReached, null, { season: season.id })} icon="people">
              {t.toPeople(sum.members - sum.membersReached)}
            </LinkButton>
          </p>
          <Section title={t.map} id="map">
            <UnitMap groups={groups} />
            {groups.map(([communityId, itsBranches]) => (
              <CommunityBranches
                key={communityId}
                branches={itsBranches}
                season={season}
                strands={strands}
                open={groups.length === 1}
              />
            ))}
          </Section>
        </>
      )}
    </>
  )
}

type NotReachedProps = Omit<Props, 'strands'>

/** The working list: each branch that nobody came from, with something to offer it. */
function NotReached({ season, branches, coming, page: asked, whole, now }: NotReachedProps) {
  const t = useWords(words)
  const pages = Math.max(1, Math.ceil(branches.length / branchesOnPage))
  const number = Math.min(asked, pages)
  const from = (number - 1) * branchesOnPage
  return (
    <Section title={t.notReached} id="not-reached">
      <DataTable
        caption={t.branchCount(branches.length)}
        rows={whole ? branches : branches.slice(from, from + branchesOnPage)}
        empty={<p>{t.allReached}</p>}
        columns={[
          { key: 'branch', label: t.branch, names: true, cell: (branch) => branch.name },
          {
            key: 'community',
            label: t.community,
            cell: (branch) => branch.communityName ?? t.underStreet,
          },
          { key: 'members', label: t.members, amount: true, cell: (branch) => branch.members },
          {
            key: 'suggestion',
            label: t.suggestion,
            cell: (branch) => (
              <Suggestion session={coming.get(branch.communityId ?? '')} now={now} />
            ),
          },
        ]}
      />
      {pages > 1 && (
        <Pager
          page={number}
          pages={pages}
          total={branches.length}
          href={(at) => `${to(urls.coverage, null, { season: season.id, page: at })}#not-reached`}
        />
      )}
    </Section>
  )
}

function Suggestion({ session, now }: { session: ComingSession | undefined; now: Date }) {
  const t = useWords(words)
  const { language } = useSpeech()
  if (!session) return <a href={to(urls.menu)}>{t.orderTalk}</a>
  const title = titleIn(language, session)
  return (
    <>
      <a href={to(urls.session, { sessionId: session.id })}>
        {t.seatsAt(title, session.seatsFree)}
      </a>{' '}
      <span class="quietly">
        <Time at={session.during.start} now={now} />
      </span>
    </>
  )
}

/** Communities as tiles; where only one is in sight, its branches. */
function UnitMap({ groups }: { groups: readonly [string | null, readonly BranchRow[]][] }) {
  const t = useWords(words)
  const [only, ...others] = groups
  if (only && others.length === 0) {
    const tiles = only[1].map((branch) => ({
      label: branch.name,
      members: branch.members,
      reached: branch.reached,
      href: `#branch-${branch.id}`,
    }))
    return <Tiles caption={t.branchesMapCaption} tiles={tiles} />
  }
  const tiles: Tile[] = groups.map(([communityId, branches]) => {
    const { members, membersReached } = sumOf(branches)
    return {
      label: branches[0]?.communityName ?? t.underStreet,
      members,
      reached: membersReached,
      href: `#community-${communityId ?? 'none'}`,
    }
  })
  return <Tiles caption={t.mapCaption} tiles={tiles} />
}

type BranchesProps = {
  branches: readonly BranchRow[]
  season: Season
  strands: readonly Strand[]
  open: boolean
}

function CommunityBranches({ branches, season, strands, open }: BranchesProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const [first] = branches
  const community = first?.communityName ?? t.underStreet
  const sum = sumOf(branches)
  return (
    <details class="behind" id={`community-${first?.communityId ?? 'none'}`} open={open}>
      <summary>{t.branchesReachedOf(community, sum.branchesReached, sum.branches)}</summary>
      <DataTable
        caption={t.branchesOf(community)}
        rows={branches}
        columns={[
          {
            key: 'branch',
            label: t.branch,
            names: true,
            cell: (branch) => <span id={`branch-${branch.id}`}>{branch.name}</span>,
          },
          {
            key: 'reached',
            label: t.reachedColumn,
            amount: true,
            cell: (branch) => t.of(branch.reached, branch.members),
          },
          { key: 'stayed', label: t.stayedColumn, amount: true, cell: (branch) => branch.stayed },
          ...strands.map((strand) => ({
            key: strand.code,
            label: nameIn(language, strand),
            amount: true,
            cell: (branch: BranchRow) => branch.strands[strand.code] ?? 0,
          })),
          {
            key: 'orders',
            label: t.ordersHeld,
            amount: true,
            cell: (branch) => branch.ordersHeld,
          },
          {
            key: 'people',
            label: t.peopleColumn,
            cell: (branch) =>
              branch.members > branch.reached && (
                <a href={to(urls.notReached, null, { season: season.id, unit: branch.id })}>
                  {t.peopleMissed(branch.members - branch.reached)}
                </a>
              ),
          },
        ]}
      />
    </details>
  )
}
