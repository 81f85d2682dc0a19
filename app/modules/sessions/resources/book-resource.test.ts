import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { Refused } from '#app/platform/errors.ts'
import { instantAt } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeDraft, makeResource } from '#test/make-sessions.ts'
import { bookResource } from './book-resource.ts'
import { freeResources } from './free-resources.ts'
import { giveUpBooking } from './give-up-booking.ts'
import { handOverResource } from './hand-over-resource.ts'
import { bookingsOf, findBooking, resources } from './queries.ts'
import { retireResource } from './retire-resource.ts'
import { returnResource } from './return-resource.ts'

const days = (from: string, until: string) => ({
  from: { date: `2022-01-${from}`, from: '09:00' },
  until: { date: `2022-01-${until}`, from: '17:00' },
})

async function booked(ctx: Context) {
  const branch = await makeBranch(ctx)
  const resource = await makeResource(ctx)
  const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
  const input = { resourceId: resource.id, unitId: branch.id, ...days('20', '22') }
  const booking = await bookResource(organiser, input)
  return { resource, branch, organiser, input, booking }
}

test('a branch books, and who wants it then hears who has it', () =>
  rolledBack(async (ctx) => {
    const { resource, branch, input, booking } = await booked(ctx)
    const [next] = await resources(ctx)
    expect([next?.id, next?.nextUnit]).toEqual([resource.id, branch.name])
    const overlapping = { ...input, ...days('22', '23') }
    const refused = await bookResource(resource.office, overlapping).catch((error) => error)
    expect(refused).toBeInstanceOf(Refused)
    expect([refused.reason, refused.details]).toEqual([
      'resource.taken',
      {
        unit: branch.name,
        start: instantAt('2022-01-20', '09:00'),
        end: instantAt('2022-01-22', '17:00'),
      },
    ])
    await bookResource(resource.office, { ...input, ...days('23', '24') })
    await giveUpBooking(resource.office, { bookingId: booking.id })
    expect(await failureOf(ctx, () => bookResource(resource.office, input))).toBe(undefined)
  }))

test('it is handed over, brought back with a note, and then free before its time', () =>
  rolledBack(async (ctx) => {
    const { resource, organiser, input, booking } = await booked(ctx)
    const over = { bookingId: booking.id, handedTo: '老季' }
    expect(await failureOf(ctx, () => handOverResource(organiser, over))).toBe('forbidden')
    await handOverResource(resource.office, over)
    const back = { bookingId: booking.id, note: '少一颗螺丝' }
    expect(await failureOf(ctx, () => returnResource(organiser, back))).toBe('forbidden')
    await returnResource(resource.office, back)
    expect(await findBooking(ctx, booking.id)).toMatchObject({
      status: 'returned',
      handedTo: '老季',
      returnNote: '少一颗螺丝',
    })
    expect(await failureOf(ctx, () => bookResource(organiser, input))).toBe(undefined)
    const retire = { resourceId: resource.id }
    expect(await failureOf(ctx, () => retireResource(resource.office, retire))).toBe(
      'resource.stillBooked',
    )
  }))

test('nobody books for a unit that is not theirs, or what is not lent any more', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const resource = await makeResource(ctx)
    const stranger = await as(ctx, await makePerson(ctx))
    const input = { resourceId: resource.id, unitId: branch.id, ...days('20', '22') }
    expect(await failureOf(ctx, () => bookResource(stranger, input))).toBe('forbidden')
    const retire = { resourceId: resource.id }
    expect(await failureOf(ctx, () => retireResource(stranger, retire))).toBe('forbidden')
    await retireResource(resource.office, retire)
    expect(await failureOf(ctx, () => bookResource(resource.office, input))).toBe(
      'resource.retired',
    )
  }))

test('a session that is called off leaves what it had booked free', () =>
  rolledBack(async (ctx) => {
    const resource = await makeResource(ctx, 'projector')
    const { id: sessionId, office } = await makeDraft(ctx)
    await bookResource(office, { resourceId: resource.id, sessionId })
    await freeResources(ctx, { sessionId })
    const span = { start: instantAt('2022-01-01', '00:00'), end: instantAt('2022-02-01', '00:00') }
    expect(await bookingsOf(ctx, resource.id, span)).toEqual([])
    expect(await failureOf(ctx, () => freeResources(office, { sessionId }))).toBe('forbidden')
  }))
