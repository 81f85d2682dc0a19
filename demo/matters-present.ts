import { publishMatter } from '#app/modules/matters/board/publish-matter.ts'
import { claimMatter } from '#app/modules/matters/claims/claim-matter.ts'
import { finishClaim } from '#app/modules/matters/claims/finish-claim.ts'
import { giveVerdict } from '#app/modules/matters/claims/give-verdict.ts'
import { noteProgress } from '#app/modules/matters/claims/note-progress.ts'
import { tendClaims } from '#app/modules/matters/claims/tend-claims.ts'
import { sayNeed } from '#app/modules/matters/needs/say-need.ts'
import { triageNeed } from '#app/modules/matters/needs/triage-need.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { branchNumber } from './content/branches.ts'
import {
  doneWords,
  type PresentMatter,
  presentMatters,
  referredNeed,
  waitingNeeds,
} from './content/matters.ts'
import { matterOf, needOf } from './matters.ts'
import { presentBranch } from './present.ts'
import { as, asSystem, type Stage, type Step } from './stage.ts'

const here = 320613019011
const neighbour = branchNumber('桥北社区第二网格党支部')
const other = branchNumber('八里庙村社区离退休第一党支部')
const firstPhone = 500

type Play = {
  stage: Stage
  cast: Cast
  today: string
  memberId: string
  ids: Map<string, string>
}
const keyOf = (name: PresentMatter, of: 'need' | 'matter' | 'claim') => `${name} ${of}`
const at = ({ today }: Play, day: number, time: string) => instantAt(addDays(today, day), time)

/** What waits with needs and matters today; the member's own need waits for the member's word. */
export function mattersPresent(stage: Stage, cast: Cast, today: string, memberId: string): Step[] {
  const play: Play = { stage, cast, today, memberId, ids: new Map() }
  const names = Object.keys(since) as PresentMatter[]
  return [
    ...saying(play),
    ...names.flatMap((name) => [say(play, name), putUp(play, name)]),
    take(play, 'openHere', -3, other),
    take(play, 'claimed', -1, presentBranch),
    take(play, 'silent', -6, presentBranch),
    { at: at(play, -1, '09:05'), run: (now) => asSystem(stage, now, tendClaims) },
    take(play, 'done', -8, neighbour),
    finish(play, 'done', -2, neighbour),
    take(play, 'unsolved', -9, neighbour),
    finish(play, 'unsolved', -4, neighbour),
    complain(play, 'unsolved', -2),
  ]
}

/** On which day each was said, counted from today. */
const since: Record<PresentMatter, number> = {
  open: -9,
  openHere: -8,
  claimed: -6,
  silent: -10,
  done: -14,
  unsolved: -14,
}

function say(play: Play, name: PresentMatter): Step {
  const { stage, cast, memberId, ids } = play
  const number = firstPhone + Object.keys(presentMatters).indexOf(name)
  const need = needOf(cast, presentMatters[name], { community: here, landmark: '', number })
  const asMember = (now: Date) =>
    as(stage, memberId, now, async (ctx) => {
      const { phone } = (await findPerson(ctx, memberId))!
      return sayNeed(ctx, { ...need, phone: phone!, channel: 'page' })
    })
  const run = async (now: Date) => {
    const asOther = () => asSystem(stage, now, (ctx) => sayNeed(ctx, need))
    const said = await (name === 'done' ? asMember(now) : asOther())
    ids.set(keyOf(name, 'need'), said.id)
  }
  return { at: at(play, since[name], '10:20'), run }
}

function putUp(play: Play, name: PresentMatter): Step {
  const { stage, cast, today, ids } = play
  const told = presentMatters[name]
  const run = (now: Date) =>
    as(stage, cast.office[1]!, now, async (ctx) => {
      const needId = ids.get(keyOf(name, 'need'))!
      const input = matterOf(told, needId, addDays(today, 20), told.parts)
      ids.set(keyOf(name, 'matter'), (await publishMatter(ctx, input)).id)
    })
  return { at: at(play, since[name] + 1, '09:40'), run }
}

function take(play: Play, name: PresentMatter, day: number, taker: number): Step {
  const { stage, cast, ids } = play
  const { unitId, organiser } = the(cast.branches, taker)
  const run = (now: Date) =>
    as(stage, organiser, now, async (ctx) => {
      const matterId = ids.get(keyOf(name, 'matter'))!
      const input = { matterId, unitId, part: 0, ownPart: '', otherParts: '' }
      const { id } = await claimMatter(ctx, { ...input, assignedTo: undefined })
      ids.set(keyOf(name, 'claim'), id)
    })
  return { at: at(play, day, '08:00'), run }
}

function finish(play: Play, name: PresentMatter, day: number, taker: number): Step {
  const { stage, cast, ids } = play
  const run = (now: Date) =>
    as(stage, the(cast.branches, taker).organiser, now, async (ctx) => {
      const claimId = ids.get(keyOf(name, 'claim'))!
      await noteProgress(ctx, { claimId, words: '和居民约好了时间，东西已经备齐。' })
      await finishClaim(ctx, { claimId, words: doneWords[0] })
    })
  return { at: at(play, day, '16:40'), run }
}

function complain(play: Play, name: PresentMatter, day: number): Step {
  const { stage, cast, ids } = play
  const run = (now: Date) =>
    as(stage, the(cast.communities, here).staff[0]!, now, (ctx) =>
      giveVerdict(ctx, {
        needId: ids.get(keyOf(name, 'need'))!,
        solved: 'no',
        words: '还有两辆没搬走，又停回来了。',
        link: '',
      }),
    )
  return { at: at(play, day, '10:30'), run }
}

/** What residents have said lately, and one thing that went to a department. */
function saying({ stage, cast, today }: Play): Step[] {
  const referred: Step[] = [
    {
      at: instantAt(addDays(today, -17), '14:10'),
      run: async (now) => {
        const need = needOf(cast, referredNeed, { ...referredNeed, number: firstPhone + 60 })
        const { id } = await asSystem(stage, now, (ctx) => sayNeed(ctx, need))
        await as(stage, cast.office[1]!, now, (ctx) =>
          triageNeed(ctx, {
            needId: id,
            how: 'referred',
            answer: '已经请城管科去看，我们会问结果。',
            department: referredNeed.department,
          }),
        )
      },
    },
  ]
  return [
    ...referred,
    ...waitingNeeds.map(
      (told, at): Step => ({
        at: instantAt(addDays(today, -told.daysAgo), '18:10'),
        run: async (now) => {
          const need = needOf(cast, told, { ...told, number: firstPhone + 50 + at })
          await asSystem(stage, now, (ctx) => sayNeed(ctx, need))
        },
      }),
    ),
  ]
}
