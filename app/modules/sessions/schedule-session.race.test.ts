import { expect, test } from 'vitest'
import { nextNumber } from '#app/platform/numbering.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeBranch, makeVenue } from '#test/make.ts'
import { makeAccepted } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { scheduleSession } from './schedule-session.ts'

const database = await ownDatabase()

// Run three times with the constraint venue_taken dropped from the test's database, it failed each
// time: all eight sessions stood in one room at one hour.
test('a venue that eight talks are given at once takes one of them', async () => {
  const { venueId, asked } = await committed(database, async (ctx) => {
    const asked = []
    for (let made = 0; made < 8; made += 1) asked.push(await makeAccepted(ctx))
    const venue = await makeVenue(ctx, (await makeBranch(ctx)).id)
    return { venueId: venue.id, asked }
  })
  const outcomes = await allAtOnce(
    database,
    (ctx) => nextNumber(ctx, 'session'),
    asked.map(({ dispatchId, office }) => () => {
      const { actor } = office
      return committed(database, (ctx) => scheduleSession(ctx, { dispatchId, venueId }), { actor })
    }),
  )
  expect(outcomes.toSorted()).toEqual(['done', ...Array<string>(7).fill('venue_taken')])
  const held = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('session')
      .select('id')
      .where('streetId', '=', ctx.street)
      .where('venueId', '=', venueId)
      .execute(),
  )
  expect(held.length).toBe(1)
})

// Run three times with `for share` in place of `for update`, it failed each time: the second delivery
// took the first one's session for a clash.
test('one yes that is delivered eight times at once makes one session', async () => {
  const { dispatchId } = await committed(database, (ctx) => makeAccepted(ctx))
  const outcomes = await allAtOnce(
    database,
    (ctx) => nextNumber(ctx, 'session'),
    Array.from(
      { length: 8 },
      () => () => committed(database, (ctx) => scheduleSession(ctx, { dispatchId })),
    ),
  )
  expect(outcomes).toEqual(Array<string>(8).fill('done'))
  const facts = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('fact')
      .select('name')
      .where('streetId', '=', ctx.street)
      .where('name', 'in', ['session.scheduled', 'session.clashed'])
      .where((or) =>
        or.or([
          or('subjectId', '=', dispatchId),
          or('details', '@>', JSON.stringify({ dispatchId })),
        ]),
      )
      .execute(),
  )
  expect(facts).toEqual([{ name: 'session.scheduled' }])
})
