import { expect, test } from 'vitest'
import { Invalid } from '#app/platform/errors.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makeCommunity, makePerson, makeVenue } from '#test/make.ts'
import { placeUnitOnSketch } from './place-unit-on-sketch.ts'
import { findUnit, venueUseOf } from './queries.ts'
import { SetVenueHours, setVenueHours } from './set-venue-hours.ts'

const open = (venueId: string, ...spans: { from: string; until: string }[]) =>
  SetVenueHours.parse({ venueId, hours: [[], spans] })

test('who keeps a venue says when it can be used; it lies where its community does', () =>
  rolledBack(async (ctx) => {
    const community = await makeCommunity(ctx)
    const branch = await makeBranch(ctx, community.id)
    const venue = await makeVenue(ctx, branch.id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    await placeUnitOnSketch(office, { unitId: community.id, x: 1.5, y: 2 })
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    await setVenueHours(organiser, open(venue.id, { from: '08:00', until: '11:00' }))
    const spans = [
      { from: '14:00', until: '17:00' },
      { from: '08:00', until: '11:30' },
    ]
    await setVenueHours(organiser, open(venue.id, ...spans))
    expect((await venueUseOf(ctx)).get(venue.id)).toEqual({
      at: { x: 1.5, y: 2 },
      hours: [
        { weekday: 2, fromTime: '08:00', untilTime: '11:30' },
        { weekday: 2, fromTime: '14:00', untilTime: '17:00' },
      ],
    })
    expect(await findUnit(ctx, community.id)).toMatchObject({ sketchX: 1.5, sketchY: 2 })
  }))

test('overlapping hours are refused at the field, and by the database', () =>
  rolledBack(async (ctx) => {
    const venue = await makeVenue(ctx, (await makeBranch(ctx)).id)
    const twice = open(
      venue.id,
      { from: '08:00', until: '10:00' },
      { from: '09:00', until: '10:00' },
    )
    await expect(setVenueHours(ctx, twice)).rejects.toEqual(
      new Invalid({ 'hours.1.1.from': 'venue_hours_overlap' }),
    )
    const of = { streetId: ctx.street, venueId: venue.id, weekday: 1, untilTime: '10:00' }
    const rows = [
      { ...of, fromTime: '08:00' },
      { ...of, fromTime: '09:59' },
    ]
    const write = () => ctx.tx.insertInto('venueHours').values(rows).execute()
    expect(await failureOf(ctx, write)).toBe('venue_hours_overlap')
  }))

test('a branch is not placed, and strangers set nothing', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const venue = await makeVenue(ctx, branch.id)
    const at = { unitId: branch.id, x: 1, y: 1 }
    expect(await failureOf(ctx, () => placeUnitOnSketch(ctx, at))).toBe('unit.notACommunity')
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => placeUnitOnSketch(stranger, at))).toBe('forbidden')
    expect(await failureOf(ctx, () => setVenueHours(stranger, open(venue.id)))).toBe('forbidden')
  }))
