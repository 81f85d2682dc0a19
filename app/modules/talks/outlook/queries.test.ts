import { expect, test } from 'vitest'
import { venuesTakenAhead } from '#app/modules/sessions/queries.ts'
import { planSeason } from '#app/planner/plan-season.ts'
import { instantAt } from '#app/platform/time.ts'
import { queriesDuring, rolledBack } from '#test/database.ts'
import { makeDraft } from '#test/make-sessions.ts'
import { makeOrder, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { seasonOf } from './queries.ts'
import { nothingAsked } from './rules.ts'

const whole = { asked: nothingAsked, withPromised: false, hand: [], venuesTaken: [] }

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

test('a venue is taken while a session is held there that no order asked for', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx, [await makeSpeaker(ctx)])
    const { venue, branch } = await makeOrder(ctx, talk.id)
    const when = { date: '2022-01-20', from: '13:00', to: '15:00' }
    const draft = await makeDraft(ctx, { unitId: branch.id, venueId: venue.id, when })
    const venuesTaken = await venuesTakenAhead(ctx)
    const start = instantAt('2022-01-20', '13:00')
    const end = instantAt('2022-01-20', '15:00')
    expect(venuesTaken).toEqual([{ venueId: draft.venueId, during: { start, end } }])
    const season = (await seasonOf(ctx, { ...whole, venuesTaken }))!
    const from = (7 * 24 + 13) * 60
    expect(season.venues.find(({ id }) => id === venue.id)?.booked).toEqual([
      { from, until: from + 2 * 60 },
    ])
    const plan = await planSeason(season)
    // The first of the times the branch named is in the middle of it.
    expect(plan.bookings.map(({ start: at }) => at)).toEqual([(8 * 24 + 9) * 60])
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
