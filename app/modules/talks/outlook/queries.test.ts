import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import { queriesDuring, rolledBack } from '#test/database.ts'
import { makeOrder, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { seasonOf } from './queries.ts'
import { nothingAsked } from './rules.ts'

const whole = { asked: nothingAsked, withPromised: false, hand: [] }

test('what is vetted is planned with whoever can come', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [speaker])
    const { order, venue, branch } = await makeOrder(ctx, talk.id)
    const season = (await seasonOf(ctx, whole))!
    expect(season).toMatchObject({ firstDay: '2022-01-13', days: 62, weekday: 3 })
    expect(season.speakers.map(({ id, skills, free }) => ({ id, skills, free }))).toEqual([
      { id: speaker.id, skills: [{ skill: talk.id, strength: 2 }], free: expect.anything() },
    ])
    const at = season.venues.findIndex(({ id }) => id === venue.id)
    const dayOne = instantAt('2022-01-13', '00:00').getTime()
    const minuteOf = (day: string, time: string) =>
      (instantAt(day, time).getTime() - dayOne) / 60_000
    expect(season.orders).toMatchObject([
      {
        id: order.id,
        unit: branch.id,
        minutes: 60,
        waited: 0,
        wants: [{ skill: talk.id, worth: 1 }],
        options: [
          { venue: at, stretch: { from: minuteOf('2022-01-20', '14:00') } },
          { venue: at, stretch: { from: minuteOf('2022-01-21', '09:00') } },
        ],
        locked: null,
        current: null,
      },
    ])
  }))

test('a season of many is read with as many queries as one of few', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx)
    await makeOrder(ctx, talk.id)
    const few = await queriesDuring(() => seasonOf(ctx, whole))
    for (let more = 0; more < 5; more++) await makeOrder(ctx, (await makeTalk(ctx)).id)
    const many = await queriesDuring(() => seasonOf(ctx, whole))
    expect(many).toBe(few)
    expect((await seasonOf(ctx, whole))?.orders).toHaveLength(6)
  }))
