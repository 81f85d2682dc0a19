import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson, makeVenue } from '#test/make.ts'
import { addVenue } from './add-venue.ts'
import { CorrectVenue, correctVenue } from './correct-venue.ts'
import { findVenue } from './queries.ts'

const said = {
  kind: 'hall',
  name: '二楼会议室',
  seats: 45,
  place: '电梯旁',
  entrance: 'ramp',
  toilet: 'accessible',
  hearingLoop: true,
  lift: true,
  equipment: ['projector' as const, 'piano' as const],
} as const

test('who keeps a venue says how one gets in and what is there, and puts it right', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const plain = { unitId: branch.id, kind: 'hall', name: '会议室', seats: 40, place: '' } as const
    const { id: venueId, entrance } = await addVenue(organiser, plain)
    expect(entrance).toBe('unknown')
    const { equipment, ...rest } = said
    await correctVenue(organiser, { venueId, ...rest, equipment: [...equipment] })
    expect(await findVenue(ctx, venueId)).toMatchObject(said)
    // A form sends no field for a box that isn't ticked.
    const typed = {
      venueId,
      kind: 'hall',
      name: '会议室',
      seats: '40',
      entrance: '',
      toilet: 'none',
    }
    await correctVenue(organiser, CorrectVenue.parse(typed))
    expect(await findVenue(ctx, venueId)).toMatchObject({
      entrance: 'unknown',
      toilet: 'none',
      hearingLoop: false,
      equipment: [],
    })
  }))

test('a hall becomes nobody’s home, takes no name that is there, and strangers correct nothing', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const venue = await makeVenue(ctx, branch.id)
    const other = await makeVenue(ctx, branch.id)
    const correct = { venueId: venue.id, kind: 'station' as const, seats: 10, place: '' }
    const named = { ...correct, name: other.name }
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const home = { ...named, kind: 'home' as const }
    expect(await failureOf(ctx, () => correctVenue(office, home))).toBe('venue.homeStays')
    expect(await failureOf(ctx, () => correctVenue(office, named))).toBe('venue_name')
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => correctVenue(stranger, named))).toBe('forbidden')
  }))
