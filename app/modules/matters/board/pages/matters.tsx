import { openUnits } from '#app/modules/organisation/queries.ts'
import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { Badge, Card, CardList, Empty, type Facet, Facets, type Tone } from '#app/ui/lists.tsx'
import { Narrow } from '#app/ui/narrow.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { claimsOfUnits, type OwnClaim } from '../../claims/queries.ts'
import { contactDue } from '../../claims/rules.ts'
import { en as needsEn } from '../../needs/messages.en.ts'
import { zh as needsZh } from '../../needs/messages.zh.ts'
import { type Category, categories } from '../../needs/rules.ts'
import { maySeeBoard } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type BoardCount,
  boardCounts,
  branchFor,
  type ListedMatter,
  mattersOn,
} from '../queries.ts'
import { type MatterStatus, suggestedFor, type Why } from '../rules.ts'
import { MattersFile } from './matters-file.tsx'

const words = { zh, en }
const needsWords = { zh: needsZh, en: needsEn }

const matterTones: Record<MatterStatus, Tone> = {
  open: 'ember',
  claimed: 'waiting',
  done: 'info',
  confirmed: 'good',
  withdrawn: 'plain',
  expired: 'plain',
}
const statuses = Object.keys(matterTones) as MatterStatus[]
const mostSuggested = 6

type Choice = {
  status: MatterStatus
  community: string | null
  category: Category | null
}
type Named = { code: string; name: string; nameEn: string }
type Data = {
  choice: Choice
  counts: BoardCount[]
  matters: ListedMatter[]
  /** The branches that the reader belongs to, and the one that is looked for now. */
  branches: { id: string; name: string }[]
  branch: Awaited<ReturnType<typeof branchFor>>
  own: OwnClaim[]
  topics: Named[]
}

/** The board of matters: what could be done, and what one's own branch could do, with the reason. */
export const mattersPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { query }) {
    authorise(maySeeBoard(ctx.actor))
    const counts = await boardCounts(ctx)
    const choice: Choice = {
      status: statuses.find((each) => each === query.get('status')) ?? 'open',
      community:
        counts.find(({ communityId }) => communityId === query.get('community'))?.communityId ??
        null,
      category: categories.find((each) => each === query.get('category')) ?? null,
    }
    const branches = await branchesOf(ctx)
    const wanted = branches.find(({ id }) => id === query.get('branch')) ?? branches[0]
    return {
      choice,
      counts,
      matters: await mattersOn(ctx, {
        statuses: [choice.status],
        communityId: choice.community ?? undefined,
        category: choice.category ?? undefined,
      }),
      branches,
      branch: wanted && (await branchFor(ctx, wanted.id)),
      own: await claimsOfUnits(
        ctx,
        branches.map(({ id }) => id),
        ctx.actor.personId,
      ),
      topics: await topicsOf(ctx),
    }
  },
  view: (shown) => <Board {...shown} />,
})

/** The branches that a reader runs or belongs to. */
async function branchesOf(ctx: Context) {
  const { unitIds } = scopeOf(ctx.actor, [...unitRoles, 'committee', 'member'])
  if (unitIds.length === 0) return []
  const reached = new Set(unitIds)
  const units = await openUnits(ctx)
  return units.filter(({ id, kind }) => kind === 'branch' && reached.has(id))
}

function Board(shown: Shown<Data>) {
  const t = useWords(words)
  const { matters, branch, branches, choice } = shown.data
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        actions={<LinkButton href={to(urls.sayNeed)}>{useWords(needsWords).say.title}</LinkButton>}
      />
      {branches.length > 0 && <OwnClaims {...shown} />}
      {branch && choice.status === 'open' && <Suggestions {...shown} branch={branch} />}
      <Columns first beside={<Choices {...shown} />}>
        <Section title={t.statuses[choice.status]}>
          {matters.length === 0 && <Empty>{t.none}</Empty>}
          <CardList>{matters.map((matter) => matterCard(matter, shown))}</CardList>
          <MattersFile matters={matters} />
          {matters.length > 0 && <p class="quietly">{t.print}</p>}
        </Section>
      </Columns>
    </>
  )
}

// Called, not mounted: eighty of them stand on one page.
function matterCard(matter: ListedMatter, { data, visit }: Shown<Data>, why: readonly Why[] = []) {
  const { language } = visit
  const t = words[language]
  const need = needsWords[language]
  const free = matter.parts.length - matter.holders.length
  const shared = matter.parts.length > 1 && matter.status === 'open'
  const place = [matter.communityName, matter.landmark].filter(Boolean).join(' · ')
  return (
    <Card
      key={matter.id}
      href={to(urls.matter, { matterId: matter.id })}
      over={`${t.number(matter.number)} · ${place}`}
      title={language === 'en' && matter.titleEn ? matter.titleEn : matter.title}
      badge={
        <>
          {' '}
          <Badge tone={matterTones[matter.status]}>{t.statuses[matter.status]}</Badge>
        </>
      }
      text={
        <>
          {matter.doneWhen}
          {matter.holders.length > 0 && (
            <span class="quietly">
              {' '}
              {t.holders}: {matter.holders.map(({ unitName }) => unitName).join(t.and)}
            </span>
          )}
        </>
      }
      facts={[
        need.categories[matter.category],
        t.hands(matter.hands),
        t.cost(matter.costYuan),
        t.by(sayDay(matter.byOn, language, visit.now)),
        ...(shared ? [t.partsFree(free, matter.parts.length)] : []),
      ]}
      action={
        why.length > 0 ? <p>{why.map((each) => sayWhy(each, data, t)).join(t.also)}</p> : null
      }
    />
  )
}

function sayWhy(why: Why, { topics }: Data, t: typeof zh): string {
  if (why.near) return t.near
  const english = t === en
  const topic = topics.find(({ code }) => code === why.topic)
  const named = topic && (english ? topic.nameEn : topic.name)
  return t.heard(
    named ?? why.topic,
    english && why.talk.titleEn ? why.talk.titleEn : why.talk.title,
  )
}

type SuggestionsProps = Shown<Data> & { branch: NonNullable<Data['branch']> }

function Suggestions(shown: SuggestionsProps) {
  const t = useWords(words)
  const { branch, data } = shown
  const suggested = suggestedFor(data.matters, branch, mostSuggested)
  return (
    <Section title={t.forBranch(branch.name)} id="suggested">
      {data.branches.length > 1 && (
        <Facets
          title={t.whichBranch}
          facets={data.branches.slice(0, 12).map(({ id, name }) => ({
            label: name,
            href: `${addressOf(data.choice, { branch: id })}#suggested`,
            count: id === branch.id ? suggested.length : 0,
            chosen: id === branch.id,
          }))}
        />
      )}
      {suggested.length === 0 && <p>{t.suggestNone}</p>}
      <CardList>{suggested.map(({ matter, why }) => matterCard(matter, shown, why))}</CardList>
    </Section>
  )
}

/** What the reader's branches hold, with what comes next. */
function OwnClaims({ data, visit }: Shown<Data>) {
  const t = useWords(words)
  const titleOf = useTitle()
  const { language } = useSpeech()
  const next = (claim: OwnClaim) => {
    if (claim.doneAt) return t.doneSaid
    if (claim.contactedAt) return t.working
    return t.contactDue(sayDay(contactDue(claim), language, visit.now))
  }
  return (
    <Section title={t.yours}>
      {data.own.length === 0 && <p class="quietly">{t.yoursNone}</p>}
      <CardList>
        {data.own.map((claim) => (
          <Card
            key={claim.id}
            href={to(urls.matter, { matterId: claim.matterId })}
            over={`${t.number(claim.number)} · ${claim.unitName}`}
            title={titleOf(claim)}
            facts={[
              ...(claim.partName ? [claim.partName] : []),
              t.by(sayDay(claim.byOn, language, visit.now)),
              next(claim),
            ]}
          />
        ))}
      </CardList>
    </Section>
  )
}

function addressOf(choice: Choice, more: Record<string, string | null>): string {
  const { status, ...rest } = choice
  return to(urls.matters, null, { ...rest, status: status === 'open' ? null : status, ...more })
}

function Choices({ data }: Shown<Data>) {
  const t = useWords(words)
  const { choice, counts } = data
  const narrowed = [choice.community, choice.category].filter((each) => each !== null).length
  return (
    <>
      <Facets title={t.show} facets={statusFacets(data, t)} />
      <Narrow chosen={narrowed}>
        <Facets
          title={t.community}
          facets={facetsOf(counts, choice, 'community', t.everywhere, (count) => [
            count.communityId,
            count.communityName,
          ])}
        />
        <CategoryFacets data={data} />
      </Narrow>
    </>
  )
}

function CategoryFacets({ data }: { data: Data }) {
  const t = useWords(words)
  const { categories: named } = useWords(needsWords)
  return (
    <Facets
      title={t.category}
      facets={facetsOf(data.counts, data.choice, 'category', t.every, ({ category }) => [
        category,
        named[category],
      ])}
    />
  )
}

function statusFacets({ choice, counts }: Data, t: typeof zh): Facet[] {
  return statuses.map((status) => ({
    label: status === 'open' ? t.allOpen : t.statuses[status],
    href: addressOf(choice, { status: status === 'open' ? null : status }),
    count: sum(counts.filter((count) => count.status === status && fits(count, choice))),
    chosen: choice.status === status,
  }))
}

function facetsOf(
  counts: readonly BoardCount[],
  choice: Choice,
  by: 'community' | 'category',
  all: string,
  named: (count: BoardCount) => readonly [string, string],
): Facet[] {
  const shown = counts.filter(
    (count) => count.status === choice.status && fits(count, { ...choice, [by]: null }),
  )
  const values = new Map(shown.map(named))
  const facet = (value: string | null, label: string): Facet => ({
    label,
    href: addressOf(choice, { [by]: value }),
    count: sum(shown.filter((count) => value === null || named(count)[0] === value)),
    chosen: choice[by] === value,
  })
  return [facet(null, all), ...[...values].map(([value, label]) => facet(value, label))]
}

function fits(count: BoardCount, { community, category }: Choice): boolean {
  return (
    (community === null || count.communityId === community) &&
    (category === null || count.category === category)
  )
}

function sum(counts: readonly BoardCount[]): number {
  return counts.reduce((total, { matters }) => total + matters, 0)
}
