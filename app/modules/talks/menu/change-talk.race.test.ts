import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeTalk } from '#test/make-talks.ts'
import { allAtOnce } from '#test/race.ts'
import { changeTalk } from './change-talk.ts'
import { lockTalk, versionsOf } from './queries.ts'

// Without the talk's lock all of them pass the rule, and the last overwrites the others' version.
test('three changes of one talk at once: one is the new version, the others are told', async () => {
  const database = await ownDatabase()
  const { id: talkId } = await committed(database, (ctx) => makeTalk(ctx))
  const change = (minutes: number) => () =>
    committed(database, (ctx) =>
      changeTalk(ctx, {
        talkId,
        title: '守住养老钱',
        titleEn: '',
        about: '新的说法。',
        aboutEn: '',
        strandCode: 'pioneer',
        topics: ['fraud'],
        audiences: ['elders'],
        formats: ['talk'],
        languages: ['mandarin'],
        minutes,
        brings: '',
        version: 1,
        note: '改了时长。',
      }),
    )
  const hold = (ctx: Parameters<typeof lockTalk>[0]) => lockTalk(ctx, talkId)
  const outcomes = await allAtOnce(database, hold, [change(30), change(45), change(90)])
  expect(outcomes.toSorted()).toEqual(['done', 'talk.changedMeanwhile', 'talk.changedMeanwhile'])
  const versions = await committed(database, (ctx) => versionsOf(ctx, talkId))
  expect(versions.map(({ version }) => version)).toEqual([2, 1])
})
