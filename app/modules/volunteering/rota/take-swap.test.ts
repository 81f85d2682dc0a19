import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as } from '#test/make.ts'
import { makePost, makeShift, makeTeam, makeVolunteer, makeYoung } from '#test/make-volunteering.ts'
import { giveUpPlace } from './give-up-place.ts'
import { offerSwap } from './offer-swap.ts'
import { openSwaps, placesOn } from './queries.ts'
import { takePlace } from './take-place.ts'
import { takeSwap } from './take-swap.ts'
import { withdrawSwap } from './withdraw-swap.ts'

async function offered(ctx: Context) {
  const post = await makePost(ctx)
  const shiftId = await makeShift(ctx, post, { needed: 1 })
  const holder = await makeVolunteer(ctx, post.id)
  const self = await as(ctx, holder)
  const { id: placeId } = await takePlace(self, { shiftId })
  const { id: swapId } = await offerSwap(self, { placeId })
  return { post, shiftId, holder, self, placeId, swapId }
}

test('a full shift changes hands without a gap', () =>
  rolledBack(async (ctx) => {
    const { post, shiftId, swapId } = await offered(ctx)
    const taker = await makeVolunteer(ctx, post.id)
    expect((await openSwaps(ctx)).map(({ id }) => id)).toEqual([swapId])
    await takeSwap(await as(ctx, taker), { swapId })
    const places = await placesOn(ctx, [shiftId])
    expect(places.map(({ name, state, offWhy }) => ({ name, state, offWhy }))).toEqual([
      { name: taker.name, state: 'on', offWhy: null },
      { name: expect.any(String), state: 'off', offWhy: 'swapped' },
    ])
    expect(await openSwaps(ctx)).toEqual([])
  }))

test('every refusal of a swap', () =>
  rolledBack(async (ctx) => {
    const { post, self, placeId, swapId } = await offered(ctx)
    const other = await as(ctx, await makeVolunteer(ctx, post.id))
    const unknown = await as(ctx, await makeVolunteer(ctx))
    const take = (by: Context) => failureOf(ctx, () => takeSwap(by, { swapId }))
    expect(await failureOf(ctx, () => offerSwap(self, { placeId }))).toBe('swap.offered')
    expect(await failureOf(ctx, () => offerSwap(other, { placeId }))).toBe('forbidden')
    expect(await take(self)).toBe('swap.own')
    expect(await take(unknown)).toBe('place.notApproved')
    const near = await makeShift(ctx, post, { date: '2022-01-13', from: '20:00', to: '22:00' })
    await takePlace(other, { shiftId: near })
    expect(await take(other)).toBe('place.rest')
    await withdrawSwap(self, { swapId })
    expect(await take(other)).toBe('swap.gone')
    expect(await failureOf(ctx, () => withdrawSwap(self, { swapId }))).toBe('swap.gone')
    const { id: again } = await offerSwap(self, { placeId })
    await giveUpPlace(self, { placeId, reason: '' })
    expect(await failureOf(ctx, () => takeSwap(other, { swapId: again }))).toBe('swap.gone')
  }))

test('a child’s place, and one with children beside it, are not offered', () =>
  rolledBack(async (ctx) => {
    const team = await makeTeam(ctx)
    const { child, parent } = await makeYoung(ctx, team)
    const { shiftId, besideId, staff, lead } = team
    const { id: placeId } = await takePlace(staff, { shiftId, personId: child.id, besideId })
    expect(await failureOf(ctx, () => offerSwap(parent, { placeId }))).toBe('swap.young')
    const self = await as(ctx, lead)
    expect(await failureOf(ctx, () => offerSwap(self, { placeId: besideId }))).toBe('swap.children')
  }))
