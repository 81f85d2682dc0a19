import { expect, test } from 'vitest'
import { whoSawContacts } from '#app/modules/people/queries.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { acceptDispatch } from './accept-dispatch.ts'
import { findDispatch } from './queries.ts'
import { seeContact } from './see-contact.ts'

test('both sides open each other’s number, from the yes until thirty days after', () =>
  rolledBack(async (ctx) => {
    const made = await makeDispatch(ctx, 'proposed')
    const dispatchId = made.dispatch.id
    const dispatch = (await findDispatch(ctx, dispatchId))!
    const speaker = await as(ctx, { id: dispatch.speakerPersonId })
    const orderer = await as(ctx, await makeAppointed(ctx, 'organiser', dispatch.unitId))
    const see = (who: typeof ctx) => failureOf(ctx, () => seeContact(who, { dispatchId }))
    expect(await see(speaker)).toBe('contact.notNeeded')
    await acceptDispatch(speaker, { dispatchId })
    expect([await see(speaker), await see(orderer)]).toEqual([undefined, undefined])
    expect(await whoSawContacts(ctx, dispatch.placedBy)).toMatchObject([{ subjectId: dispatchId }])
    expect(await whoSawContacts(ctx, dispatch.speakerPersonId)).toHaveLength(1)
    const late = { ...speaker, now: later(dispatch.during.end, 30 * day + 1) }
    expect(await see(late)).toBe('contact.notNeeded')
    expect(await see(await as(ctx, await makePerson(ctx)))).toBe('forbidden')
  }))
