import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { as } from '#test/make.ts'
import { claimInput, makeClaim, makeClaimer, makeMatter } from '#test/make-matters.ts'
import { allAtOnce } from '#test/race.ts'
import { expireMatters } from '../board/expire-matters.ts'
import { lockMatter, mattersOn } from '../board/queries.ts'
import { claimMatter } from './claim-matter.ts'
import { endClaim } from './end-claim.ts'
import { finishClaim } from './finish-claim.ts'
import { giveVerdict } from './give-verdict.ts'
import { noteProgress } from './note-progress.ts'
import { findClaim, liveClaims } from './queries.ts'
import { tendClaims } from './tend-claims.ts'

// The matter's lock decides; the index claim_taken would hold the line without it.
test('eight branches claim one matter at once: one has it, seven are told so', async () => {
  const database = await ownDatabase()
  const made = await committed(database, async (ctx) => {
    const claimers = []
    for (let count = 0; count < 8; count += 1) claimers.push(await makeClaimer(ctx))
    return { matter: await makeMatter(ctx), claimers }
  })
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockMatter(ctx, made.matter.id),
    made.claimers.map(({ branch, organiser }) => () => {
      return committed(database, async (ctx) =>
        claimMatter(await as(ctx, organiser), claimInput(made.matter.id, branch.id)),
      )
    }),
  )
  expect(outcomes.toSorted()).toEqual([...Array(7).fill('claim_taken'), 'done'])
  expect(await committed(database, (ctx) => liveClaims(ctx, made.matter.id))).toHaveLength(1)
})

test('two share at once by other names: one names the parts, the other is told', async () => {
  const database = await ownDatabase()
  const made = await committed(database, async (ctx) => ({
    matter: await makeMatter(ctx),
    claimers: [await makeClaimer(ctx), await makeClaimer(ctx)],
  }))
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockMatter(ctx, made.matter.id),
    made.claimers.map(({ branch, organiser }, at) => () => {
      const share = { ownPart: `我们的${at}`, otherParts: '别人的' }
      return committed(database, async (ctx) =>
        claimMatter(await as(ctx, organiser), {
          ...claimInput(made.matter.id, branch.id),
          ...share,
        }),
      )
    }),
  )
  expect(outcomes.toSorted()).toEqual(['claim_taken', 'done'])
  const [listed] = await committed(database, (ctx) => mattersOn(ctx, { statuses: ['open'] }))
  expect([listed!.parts.length, listed!.holders.length]).toEqual([2, 1])
})

// Two connections that claim many matters at once, in opposite orders: no claim is lost or doubled.
test('eight branches want five matters at once: each has one holder', async () => {
  const database = await ownDatabase()
  const made = await committed(database, async (ctx) => {
    const matters: string[] = []
    const claimers: Awaited<ReturnType<typeof makeClaimer>>[] = []
    for (let count = 0; count < 5; count += 1) matters.push((await makeMatter(ctx)).id)
    for (let count = 0; count < 8; count += 1) claimers.push(await makeClaimer(ctx))
    return { matters, claimers }
  })
  const claimAll = async (at: number, { branch, organiser }: (typeof made.claimers)[number]) => {
    const order = at % 2 === 0 ? made.matters : made.matters.toReversed()
    for (const id of order)
      await committed(database, async (ctx) =>
        claimMatter(await as(ctx, organiser), claimInput(id, branch.id)),
      ).catch(() => {})
  }
  await Promise.all(made.claimers.map((claimer, at) => claimAll(at, claimer)))
  for (const id of made.matters)
    expect(await committed(database, (ctx) => liveClaims(ctx, id))).toHaveLength(1)
})

async function overdue() {
  const database = await ownDatabase()
  const made = await committed(database, (ctx) => makeClaim(ctx, { byOn: '2022-01-15' }))
  const round = (days: number) => (work: (ctx: Context) => Promise<unknown>) =>
    committed(database, work, { now: later(testNow, days * day) })
  await round(6)(tendClaims)
  return { database, ...made, round: round(8) }
}

test('the first word to the resident and the lapse at once: one clear answer', async () => {
  const { database, matter, claim, organiser, round } = await overdue()
  const outcomes = await allAtOnce(database, (ctx) => lockMatter(ctx, matter.id), [
    () =>
      round(async (ctx) =>
        noteProgress(await as(ctx, organiser), { claimId: claim.id, words: '周三去' }),
      ),
    () => round(tendClaims),
  ])
  const after = (await committed(database, (ctx) => findClaim(ctx, claim.id)))!
  expect(outcomes[1]).toBe('done')
  expect([outcomes[0], after.ending]).toEqual(
    after.contactedAt ? ['done', null] : ['claim.over', 'lapsed'],
  )
})

test('a claim and the day’s end at once: no branch holds what has expired', async () => {
  const { database, matter, claim, organiser, branch, round } = await overdue()
  await round(async (ctx) =>
    endClaim(await as(ctx, organiser), { claimId: claim.id, how: 'handedBack', kept: '' }),
  )
  const outcomes = await allAtOnce(database, (ctx) => lockMatter(ctx, matter.id), [
    () =>
      round(async (ctx) => claimMatter(await as(ctx, organiser), claimInput(matter.id, branch.id))),
    () => round(expireMatters),
  ])
  const live = await committed(database, (ctx) => liveClaims(ctx, matter.id))
  const expired = await committed(database, (ctx) => mattersOn(ctx, { statuses: ['expired'] }))
  expect([outcomes[0], live.length, expired.length]).toEqual(
    outcomes[0] === 'done' ? ['done', 1, 0] : ['matter.over', 0, 1],
  )
})

test('the resident answers twice at once: one answer counts', async () => {
  const database = await ownDatabase()
  const { matter, organiser, claim } = await committed(database, (ctx) => makeClaim(ctx))
  await committed(database, async (ctx) =>
    finishClaim(await as(ctx, organiser), { claimId: claim.id, words: '' }),
  )
  const say = (solved: 'yes' | 'no') => () =>
    committed(database, async (ctx) =>
      giveVerdict(await as(ctx, matter.office), {
        needId: matter.need.id,
        solved,
        words: '',
        link: '',
      }),
    )
  const outcomes = await allAtOnce(database, (ctx) => lockMatter(ctx, matter.id), [
    say('yes'),
    say('yes'),
    say('no'),
  ])
  expect(outcomes.toSorted()).toEqual(['done', 'verdict.notDone', 'verdict.notDone'])
})
