import { expect, test } from 'vitest'
import { lockConsent } from '#app/modules/people/consents/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as } from '#test/make.ts'
import { makePost, makeShift, makeTeam, makeVolunteer, makeYoung } from '#test/make-volunteering.ts'
import { allAtOnce } from '#test/race.ts'
import { lockShift } from '../posts/queries.ts'
import { withdrawServiceConsent } from '../youth/withdraw-service-consent.ts'
import { offerSwap } from './offer-swap.ts'
import { placesOn } from './queries.ts'
import { takePlace } from './take-place.ts'
import { takeSwap } from './take-swap.ts'

const database = await ownDatabase()
const make = <T>(work: (ctx: Context) => Promise<T>) => committed(database, work)
const acting = <T>(person: { id: string }, work: (ctx: Context) => Promise<T>) =>
  make(async (ctx) => work(await as(ctx, person)))
const standing = (shiftId: string) =>
  make(async (ctx) =>
    (await placesOn(ctx, [shiftId]))
      .filter(({ state }) => state === 'on')
      .map((each) => each.personId),
  )

test('of those who want the last place one gets it', async () => {
  const { shiftId, people } = await make(async (ctx) => {
    const post = await makePost(ctx)
    const shiftId = await makeShift(ctx, post, { needed: 1 })
    const people = []
    for (let turn = 0; turn < 5; turn += 1) people.push(await makeVolunteer(ctx, post.id))
    return { shiftId, people }
  })
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockShift(ctx, shiftId),
    people.map((person) => () => acting(person, (ctx) => takePlace(ctx, { shiftId }))),
  )
  expect(outcomes.toSorted()).toEqual(['done', ...Array(4).fill('place.full')])
  expect((await standing(shiftId)).length).toBe(1)
})

test('an offered place is taken over once', async () => {
  const { shiftId, swapId, takers } = await make(async (ctx) => {
    const post = await makePost(ctx)
    const shiftId = await makeShift(ctx, post, { needed: 3 })
    const holder = await as(ctx, await makeVolunteer(ctx, post.id))
    const { id: placeId } = await takePlace(holder, { shiftId })
    const { id: swapId } = await offerSwap(holder, { placeId })
    const takers = [await makeVolunteer(ctx, post.id), await makeVolunteer(ctx, post.id)]
    return { shiftId, swapId, takers }
  })
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockShift(ctx, shiftId),
    takers.map((person) => () => acting(person, (ctx) => takeSwap(ctx, { swapId }))),
  )
  expect(outcomes.toSorted()).toEqual(['done', 'swap.gone'])
  expect((await standing(shiftId)).length).toBe(1)
})

test('a child is never left on the rota without a consent, whichever comes first', async () => {
  const { team, child, guardian, consentId } = await make(async (ctx) => {
    const team = await makeTeam(ctx)
    return { team, ...(await makeYoung(ctx, team)) }
  })
  const { shiftId, besideId, staff } = team
  const outcomes = await allAtOnce(database, (ctx) => lockConsent(ctx, consentId!), [
    () => acting(guardian, (ctx) => withdrawServiceConsent(ctx, { consentId: consentId! })),
    () =>
      acting({ id: staff.actor.personId! }, (ctx) =>
        takePlace(ctx, { shiftId, personId: child.id, besideId }),
      ),
  ])
  expect(outcomes[0]).toBe('done')
  expect(['done', 'young.consent']).toContain(outcomes[1])
  expect(await standing(shiftId)).toEqual([team.lead.id])
})

test('one person asked for two places at once gets one', async () => {
  const { shiftIds, person } = await make(async (ctx) => {
    const post = await makePost(ctx)
    const shiftIds = [await makeShift(ctx, post), await makeShift(ctx, post)]
    return { shiftIds, person: await makeVolunteer(ctx, post.id) }
  })
  const outcomes = await Promise.all(
    shiftIds.map((shiftId) =>
      acting(person, (ctx) => takePlace(ctx, { shiftId })).then(
        () => 'done',
        (error: Error) => error.message,
      ),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'done').length).toBe(1)
  const refused = outcomes.find((outcome) => outcome !== 'done')
  expect(['place_rest', 'place.rest', 'place_week_turn']).toContain(refused)
})
