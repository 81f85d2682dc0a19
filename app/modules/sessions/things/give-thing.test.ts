import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeDraft } from '#test/make-sessions.ts'
import { closeSession } from '../close-session.ts'
import { publishSession } from '../publish-session.ts'
import { outcomeOf } from '../queries.ts'
import { giveThing } from './give-thing.ts'
import { offerThing } from './offer-thing.ts'
import { thingsOf } from './queries.ts'

test('never more is given than there is, unless the number is corrected', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office } = await makeDraft(ctx)
    await publishSession(office, { sessionId })
    const { id: thingId } = await offerThing(office, { sessionId, name: '春联', offered: 45 })
    await giveThing(office, { thingId, pieces: 45 })
    const one = { thingId, pieces: 1 }
    expect(await failureOf(ctx, () => giveThing(office, one))).toBe('thing.moreThanOffered')
    await offerThing(office, { sessionId, name: '春联', offered: 50 })
    await giveThing(office, one)
    expect(await thingsOf(ctx, sessionId)).toEqual([
      { id: thingId, name: '春联', offered: 50, given: 46 },
    ])
    const fewer = { sessionId, name: '春联', offered: 40 }
    expect(await failureOf(ctx, () => offerThing(office, fewer))).toBe('thing.fewerThanGiven')
    const after = { ...office, now: instantAt('2022-01-20', '16:00') }
    await closeSession(after, { sessionId, guests: 30, given: [], note: '' })
    expect((await outcomeOf(ctx, sessionId))!.given).toEqual([
      { thing: '春联', pieces: 46, offered: 50 },
    ])
    expect(await failureOf(ctx, () => giveThing(after, one))).toBe('thing.sessionOver')
  }))

test('only who runs the session counts', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office } = await makeDraft(ctx)
    const { id: thingId } = await offerThing(office, { sessionId, name: '春联', offered: 45 })
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => giveThing(stranger, { thingId, pieces: 1 }))).toBe(
      'forbidden',
    )
    const offer = { sessionId, name: '福字', offered: 5 }
    expect(await failureOf(ctx, () => offerThing(stranger, offer))).toBe('forbidden')
  }))
