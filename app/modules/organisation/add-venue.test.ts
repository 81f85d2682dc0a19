import { expect, test } from 'vitest'
import { committed, failureOf, otherStreet, ownDatabase, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { addVenue } from './add-venue.ts'

const room = { kind: 'hall', name: '二楼会议室', seats: 45, place: '' } as const

test('an organiser names a venue of the own branch, and the office of any', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const venue = await addVenue(organiser, { ...room, unitId: branch.id })
    expect(venue).toMatchObject({ ...room, unitId: branch.id, madeAt: ctx.now })
    expect(await failureOf(ctx, () => addVenue(office, { ...room, unitId: branch.id }))).toBe(
      'venue_name',
    )
    expect(
      await failureOf(ctx, () => addVenue(office, { ...room, name: '凉亭', unitId: branch.id })),
    ).toBe(undefined)
  }))

test('an organiser of another branch and a member may not', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const input = { ...room, unitId: branch.id }
    const organiser = await as(
      ctx,
      await makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id),
    )
    const member = await as(ctx, await makeAppointed(ctx, 'member', branch.id))
    expect(await failureOf(ctx, () => addVenue(organiser, input))).toBe('forbidden')
    expect(await failureOf(ctx, () => addVenue(member, input))).toBe('forbidden')
  }))

test('a unit of another street is out of reach', async () => {
  const database = await ownDatabase()
  const branch = await committed(database, (ctx) => makeBranch(ctx))
  const attempt = committed(
    database,
    async (ctx) => {
      const office = await as(ctx, await makeAppointed(ctx, 'office'))
      return failureOf(ctx, () => addVenue(office, { ...room, unitId: branch.id }))
    },
    { street: otherStreet },
  )
  expect(await attempt).toBe('notFound')
})
