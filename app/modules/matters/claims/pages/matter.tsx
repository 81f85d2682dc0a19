import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { openUnits } from '#app/modules/organisation/queries.ts'
import { mayRunOffice, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { type HistoryRow, historyOf } from '#app/modules/people/queries.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import type { WorkCalendar } from '#app/platform/working-days.ts'
import { sayDay } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Facts, History } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { maySeeBoard } from '../../board/access.ts'
import { en as boardEn } from '../../board/messages.en.ts'
import { zh as boardZh } from '../../board/messages.zh.ts'
import { findMatter, needsOfMatter } from '../../board/queries.ts'
import { WithdrawMatter, withdrawMatter } from '../../board/withdraw-matter.ts'
import { residentsOpen } from '../../needs/queries.ts'
import { mayCallResidents, maySeeResidents, mayWorkOn } from '../access.ts'
import { CallBack, callBack } from '../call-back.ts'
import { ClaimMatter, claimMatter } from '../claim-matter.ts'
import { EndClaim, endClaim } from '../end-claim.ts'
import { FinishClaim, finishClaim } from '../finish-claim.ts'
import { GiveVerdict, giveVerdict } from '../give-verdict.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { NoteProgress, noteProgress } from '../note-progress.ts'
import { claimsOf, notesOf, residentsOf, verdictsOf } from '../queries.ts'
import { SeeResidents, seeResidents } from '../see-residents.ts'
import { ClaimForm, WithdrawForm } from './claim-form.tsx'
import { Claims, Notes } from './claims.tsx'
import { Residents, Verdicts } from './residents.tsx'

const words = { zh, en }
const boardWords = { zh: boardZh, en: boardEn }

export type MatterData = {
  matter: NonNullable<Awaited<ReturnType<typeof findMatter>>>
  needs: Awaited<ReturnType<typeof needsOfMatter>>
  claims: Awaited<ReturnType<typeof claimsOf>>
  notes: Awaited<ReturnType<typeof notesOf>>
  verdicts: Awaited<ReturnType<typeof verdictsOf>>
  topics: { code: string; name: string; nameEn: string }[]
  /** The branches for which the reader may claim. */
  branches: { id: string; name: string }[]
  /** How to reach the residents, where the reader has just opened it. */
  residents: Awaited<ReturnType<typeof residentsOf>> | null
  calendar: WorkCalendar
  history: HistoryRow[]
  may: { runOffice: boolean; call: boolean; seeResidents: boolean; work: readonly string[] }
}

/** One matter: what it is, who is on it, and the next step for who looks at it. */
export const matterPage = page<MatterData>({
  title: ({ matter }, language) => boardWords[language].number(matter.number),
  async load(ctx, { params }) {
    authorise(maySeeBoard(ctx.actor))
    const matter = found(await findMatter(ctx, params['matterId']!))
    const claims = await claimsOf(ctx, matter.id)
    const seen = maySeeResidents(ctx.actor, matter, claims, ctx.now)
    return {
      matter,
      needs: await needsOfMatter(ctx, matter.id),
      claims,
      notes: await notesOf(ctx, matter.id),
      verdicts: await verdictsOf(ctx, matter.id),
      topics: await topicsOf(ctx),
      branches: await branchesFor(ctx),
      residents:
        seen && (await residentsOpen(ctx, matter.id)) ? await residentsOf(ctx, matter.id) : null,
      calendar: await workCalendar(ctx),
      history: await historyOf(ctx, matter.id, ...claims.map(({ id }) => id)),
      may: {
        runOffice: mayRunOffice(ctx.actor),
        call: mayCallResidents(ctx.actor, matter.communityId),
        seeResidents: seen,
        work: claims.filter((claim) => mayWorkOn(ctx.actor, claim)).map(({ id }) => id),
      },
    }
  },
  actions: {
    claim: action(ClaimMatter, async (ctx, input) => {
      await claimMatter(ctx, input)
      return { to: to(urls.matter, { matterId: input.matterId }), done: 'matter.claimed' }
    }),
    note: action(NoteProgress, async (ctx, input, { params }) => {
      const { masked } = await noteProgress(ctx, input)
      const done = masked ? 'claim.notedMasked' : 'claim.contacted'
      return { to: to(urls.matter, { matterId: params['matterId']! }), done }
    }),
    handBack: action(EndClaim, async (ctx, input, { params }) => {
      await endClaim(ctx, { ...input, how: 'handedBack' })
      return { to: to(urls.matter, { matterId: params['matterId']! }), done: 'claim.handedBack' }
    }),
    finish: action(FinishClaim, async (ctx, input, { params }) => {
      await finishClaim(ctx, input)
      return { to: to(urls.matter, { matterId: params['matterId']! }), done: 'claim.done' }
    }),
    verdict: action(GiveVerdict, async (ctx, input, { params }) => {
      await giveVerdict(ctx, { ...input, link: '' })
      return { to: to(urls.matter, { matterId: params['matterId']! }), done: 'verdict.given' }
    }),
    callBack: action(CallBack, async (ctx, input, { params }) => {
      await callBack(ctx, input)
      return { to: to(urls.matter, { matterId: params['matterId']! }), done: 'resident.calledBack' }
    }),
    residents: action(SeeResidents, async (ctx, input) => {
      await seeResidents(ctx, input)
      return { to: to(urls.matter, { matterId: input.matterId }), done: 'resident.opened' }
    }),
    withdraw: action(WithdrawMatter, async (ctx, input) => {
      await withdrawMatter(ctx, input)
      return { to: to(urls.matter, { matterId: input.matterId }), done: 'matter.withdrawn' }
    }),
  },
  view: (shown) => <Matter {...shown} />,
})

/** The branches that a reader runs; for the office there are too many, and it claims for one that calls. */
async function branchesFor(ctx: Context) {
  const { unitIds } = scopeOf(ctx.actor, unitRoles)
  if (unitIds.length === 0) return []
  const reached = new Set(unitIds)
  return (await openUnits(ctx)).filter(({ id, kind }) => kind === 'branch' && reached.has(id))
}

function Matter(shown: Shown<MatterData>) {
  const t = useWords(words)
  const board = useWords(boardWords)
  const { matter, may, verdicts } = shown.data
  const waits = matter.status === 'done' || verdicts.length > 0
  return (
    <>
      <PageHead
        back={{ href: urls.matters, label: t.back }}
        over={`${board.number(matter.number)} · ${matter.communityName}`}
        title={useTitle()(matter)}
      />
      <p>
        <Badge>{board.statuses[matter.status]}</Badge>
      </p>
      <Columns beside={<MatterHistory {...shown} />}>
        <MatterFacts {...shown} />
        <ClaimForm {...shown} />
        <Claims {...shown} />
        {may.seeResidents && <Residents {...shown} />}
        {waits && (may.call || may.work.length > 0) && <Verdicts {...shown} />}
        <Notes {...shown} />
        {may.runOffice && <WithdrawForm {...shown} />}
      </Columns>
    </>
  )
}

function MatterHistory({ data, visit }: Shown<MatterData>) {
  const t = useWords(words)
  const { fact: say } = useSpeech()
  return (
    <Section title={t.history}>
      <History
        items={data.history.map((fact) => ({
          when: <Time at={fact.at} now={visit.now} />,
          who: fact.details['unit'] ?? fact.actor,
          what: say(fact.name),
          onBehalfOf: fact.onBehalfOf ?? undefined,
          why: fact.reason ?? undefined,
        }))}
      />
    </Section>
  )
}

function MatterFacts({ data, visit }: Shown<MatterData>) {
  const t = useWords(words)
  const board = useWords(boardWords)
  const { language } = useSpeech()
  const { matter, needs, topics } = data
  const named = topics
    .filter(({ code }) => matter.topics.includes(code))
    .map((topic) => (language === 'en' ? topic.nameEn : topic.name))
  const shownNeeds = needs.filter((need) => need.othersMaySee || data.may.runOffice)
  const place = [matter.communityName, matter.landmark].filter(Boolean).join(' · ')
  const items = [
    { term: t.doneWhen, value: matter.doneWhen },
    { term: t.by, value: sayDay(matter.byOn, language, visit.now) },
    { term: t.where, value: place },
    { term: t.hands, value: board.hands(matter.hands) },
    { term: t.cost, value: board.cost(matter.costYuan) },
    { term: t.risk, value: matter.risk },
    { term: t.topics, value: named.join(t.and) },
    { term: t.parts, value: matter.parts.filter(Boolean).join(t.and) },
    {
      term: t.resident,
      value:
        shownNeeds.length > 0 ? (
          <ul class="plain">
            {shownNeeds.map((need) => (
              <li key={need.id}>{need.words}</li>
            ))}
          </ul>
        ) : (
          needs.length > 0 && t.residentKept
        ),
    },
    { term: t.needs(needs.length), value: matter.endReason },
  ]
  return <Facts items={items.filter(({ value }) => value)} />
}
