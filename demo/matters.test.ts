import { expect, test } from 'vitest'
import { mattersOn } from '#app/modules/matters/board/queries.ts'
import { callsToMake } from '#app/modules/matters/claims/queries.ts'
import { needsIn, openReferrals } from '#app/modules/matters/needs/queries.ts'
import { masked } from '#app/modules/matters/needs/rules.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { ownDatabase } from '#test/database.ts'
import { branchNumber } from './content/branches.ts'
import { replayedSeason } from './content/calendar.ts'
import { winterMatters } from './content/matters.ts'
import { streetCode } from './content/places.ts'
import { mattersLines, mattersSteps } from './matters.ts'
import { mattersPresent } from './matters-present.ts'
import { presentBranch } from './present.ts'
import { as, play, stageOf } from './stage.ts'
import { prepare } from './winter.ts'

test('the winter’s eighty matters differ, and their words hide nothing', () => {
  expect(new Set(winterMatters.map(({ title }) => title)).size).toBe(80)
  expect(winterMatters.filter(({ parts }) => new Set(parts).size === 2)).toHaveLength(24)
  const hiding = winterMatters.flatMap(({ words, doneWhen, title, risk }) =>
    [words, doneWhen, title, risk].filter((text) => masked(text).found),
  )
  expect(hiding).toEqual([])
})

test('104 branches take on 80 matters, and every resident calls theirs solved', {
  timeout: 120_000,
}, async () => {
  const database = await ownDatabase()
  const { firstDay } = replayedSeason
  const stage = stageOf(database, streetCode)
  const cast = await prepare(stage, firstDay)
  const end = instantAt(addDays(firstDay, 30), '18:00')
  await play(stage, mattersSteps(stage, cast, firstDay), end)
  const lines = await as(stage, cast.office[0]!, end, mattersLines)
  expect(lines.filter(({ expected, actual }) => expected !== actual)).toEqual([])
  expect(lines).toHaveLength(5)
})

test('today some wait to be looked at, taken on, called and confirmed', {
  timeout: 60_000,
}, async () => {
  const database = await ownDatabase()
  const { firstDay } = replayedSeason
  const today = addDays(firstDay, 50)
  const stage = stageOf(database, streetCode)
  const wanted = [
    presentBranch,
    branchNumber('桥北社区第二网格党支部'),
    branchNumber('八里庙村社区离退休第一党支部'),
  ]
  const cast = await prepare(stage, firstDay, new Set(wanted))
  const now = instantAt(today, '10:00')
  const [member] = cast.branches.get(presentBranch)!.members
  await play(stage, mattersPresent(stage, cast, today, member!), now)
  const counts = await as(stage, cast.office[0]!, now, async (ctx) => ({
    waiting: (await needsIn(ctx, ['waiting'])).length,
    referred: (await openReferrals(ctx)).length,
    open: (await mattersOn(ctx, { statuses: ['open'] })).length,
    claimed: (await mattersOn(ctx, { statuses: ['claimed'] })).length,
    done: (await mattersOn(ctx, { statuses: ['done'] })).length,
    callBacks: (await callsToMake(ctx)).toCallBack.length,
  }))
  expect(counts).toEqual({ waiting: 4, referred: 1, open: 2, claimed: 3, done: 1, callBacks: 1 })
})
