import { expect, test } from 'vitest'
import { addVenue } from '#app/modules/organisation/add-venue.ts'
import { findVenue } from '#app/modules/organisation/queries.ts'
import { startSignIn } from '#app/modules/people/accounts/start-sign-in.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { consentsOf } from '#app/modules/people/consents/queries.ts'
import { correctPerson } from '#app/modules/people/correct-person.ts'
import { findPerson, historyOf } from '#app/modules/people/queries.ts'
import { makeSuggestion } from '#app/modules/people/suggestions/make-suggestion.ts'
import { enterHome } from '#app/modules/sessions/homes/enter-home.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import type { Context } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { askForDeletion } from './ask-for-deletion.ts'
import { forgetPerson } from './forget-person.ts'
import { copyOfData, fateOf, handingOver } from './queries.ts'

/** Someone who has left traces in many tables. */
async function busyPerson(ctx: Context) {
  const session = await makeSession(ctx)
  const person = await makePerson(ctx, session.unitId, { name: '顾明远', bornOn: '1950-02-03' })
  const own = await as(ctx, person)
  await startSignIn(ctx, { personId: person.id, device: 'an old phone', signInId: null })
  await signUp(own, { sessionId: session.id })
  await makeSuggestion(own, { page: '/', words: '凳子太硬' })
  await giveConsent(own, { personId: person.id, purpose: 'picture', subjectId: newId() })
  await correctPerson(ctx, { personId: person.id, reason: '写错了', dialect: '通东话' })
  return { ...person, unitId: session.unitId }
}

test('everything that names a person goes, and what stays names nobody', () =>
  rolledBack(async (ctx) => {
    const person = await busyPerson(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    await askForDeletion(await as(ctx, person), { personId: person.id, words: '搬家了' })
    const before = new Map(
      (await fateOf(ctx, person.id)).map(({ entry, rows }) => [entry.table, rows]),
    )
    expect(before.get('sign_up')).toBe(1)
    await forgetPerson(office, { personId: person.id })
    expect(await findPerson(ctx, person.id)).toMatchObject({
      name: '已注销',
      phone: null,
      bornOn: null,
      dialect: null,
      homeUnitId: null,
      forgottenAt: ctx.now,
    })
    const after = new Map(
      (await fateOf(ctx, person.id)).map(({ entry, rows }) => [entry.table, rows]),
    )
    for (const gone of ['sign_in', 'sign_up', 'suggestion', 'notice'])
      expect([gone, after.get(gone)]).toEqual([gone, undefined])
    expect((await consentsOf(ctx, [person.id])).map(({ active }) => active)).toEqual([false])
    const left = JSON.stringify([await copyOfData(ctx, person.id), await historyOf(ctx, person.id)])
    for (const trace of [
      '顾明远',
      person.phone,
      '1950',
      '通东',
      '写错',
      '搬家',
      '凳子',
      'old phone',
    ])
      expect([trace, left.includes(trace!)]).toEqual([trace, false])
    expect(await failureOf(ctx, () => forgetPerson(office, { personId: person.id }))).toBe(
      'forget.already',
    )
  }))

test('a home that received keeps neither its address nor its name', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const homes = await Promise.all(
      ['顾明远家', '顾明近家'].map(async (name) => {
        const householder = await makePerson(ctx, branch.id)
        const venue = {
          unitId: branch.id,
          kind: 'home' as const,
          name,
          seats: 8,
          place: '河边路 1 号',
        }
        const { id: venueId } = await addVenue(ctx, venue)
        const hours = { mostGuests: 8, fromTime: '09:00', untilTime: '17:00' }
        await enterHome(ctx, { venueId, householderId: householder.id, ...hours })
        return { venueId, householder }
      }),
    )
    // Two of one branch: what stands in place of a name is not a name that could be taken.
    for (const { householder } of homes) await forgetPerson(office, { personId: householder.id })
    const venues = await Promise.all(homes.map(({ venueId }) => findVenue(ctx, venueId)))
    expect(venues.map((venue) => [venue!.name, venue!.place, venue!.seats])).toEqual([
      ['—', '—', 8],
      ['—', '—', 8],
    ])
  }))

test('who still has something in hand hands it over first', () =>
  rolledBack(async (ctx) => {
    const session = await makeSession(ctx)
    const branch = await makeBranch(ctx)
    const secretary = await makeAppointed(ctx, 'secretary', branch.id)
    expect(await handingOver(ctx, secretary.id)).toEqual(['forget.holdsOffice'])
    expect(await handingOver(ctx, session.hostId)).toContain('forget.hosts')
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, () => forgetPerson(office, { personId: secretary.id }))).toBe(
      'forget.holdsOffice',
    )
    const self = office.actor.personId!
    expect(await failureOf(ctx, () => forgetPerson(office, { personId: self }))).toBe(
      'forget.notOneself',
    )
  }))

test('an organiser deletes nobody, and a stranger asks for nobody', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const person = await makePerson(ctx, branch.id)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const stranger = await as(ctx, await makePerson(ctx))
    const { id: personId } = person
    expect(await failureOf(ctx, () => forgetPerson(organiser, { personId }))).toBe('forbidden')
    const ask = (who: Context) => askForDeletion(who, { personId, words: '' })
    expect(await failureOf(ctx, () => ask(stranger))).toBe('forbidden')
    await ask(organiser)
    expect(await failureOf(ctx, async () => ask(await as(ctx, person)))).toBe(
      'privacy_request_open',
    )
  }))
