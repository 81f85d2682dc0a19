import { expect, test } from 'vitest'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson, makeVenue } from '#test/make.ts'
import { factsOf, makeDraft, makeResource, makeSession } from '#test/make-sessions.ts'
import { changeSession } from './change-session.ts'
import { publishSession } from './publish-session.ts'
import { findSession } from './queries.ts'
import { bookResource } from './resources/book-resource.ts'
import { setSignUpTimes } from './seats/set-sign-up-times.ts'
import { signUp } from './seats/sign-up.ts'

const when = { date: '2022-01-20', from: '14:00', to: '16:00' }
const same = { when, toKnow: '', toKnowEn: '' }

test('a session moves to another time and venue, and says what it was before', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office, unitId } = await makeDraft(ctx)
    await publishSession(office, { sessionId })
    const closesAt = '2022-01-20T12:00'
    await setSignUpTimes(office, { sessionId, opensAt: '2022-01-19T08:00', closesAt })
    const before = (await findSession(ctx, sessionId))!
    const venue = await makeVenue(ctx, unitId, 8)
    const host = await makeAppointed(ctx, 'organiser', unitId)
    const morning = { ...when, from: '09:00', to: '10:30' }
    const change = { sessionId, when: morning, toKnow: '带水杯', toKnowEn: '' }
    await changeSession(office, { ...change, venueId: venue.id, hostId: host.id })
    expect(await findSession(ctx, sessionId)).toMatchObject({
      venueId: venue.id,
      hostId: host.id,
      toKnow: '带水杯',
      // No more than the new venue has room for.
      seats: 8,
      revision: 1,
      // Sign-up closes with the start where it would have closed later.
      opensAt: instantAt('2022-01-19', '08:00'),
      closesAt: null,
      during: { start: later(before.during.start, -300 * minute) },
    })
    expect((await factsOf(ctx, sessionId)).at(-1)).toMatchObject({
      name: 'session.changed',
      details: { was: { venue: before.venueName, host: before.hostName, hostNow: host.name } },
    })
    expect(await failureOf(ctx, () => changeSession(office, change))).toBe('session.nothingChanged')
  }))

test('it is not moved into the past, onto another session, or by a stranger', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office, unitId, venueId } = await makeDraft(ctx)
    const past = { ...same, sessionId, when: { ...when, date: '2022-01-11' } }
    expect(await failureOf(ctx, () => changeSession(office, past))).toBe('session.timePast')
    const evening = { ...when, from: '18:00', to: '19:00' }
    await makeDraft(ctx, { unitId, venueId, when: evening })
    const onto = { ...same, sessionId, when: { ...evening, from: '17:30' } }
    expect(await failureOf(ctx, () => changeSession(office, onto))).toBe('venue_taken')
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => changeSession(stranger, onto))).toBe('forbidden')
    const begun = { ...office, now: later(ctx.now, 9 * 24 * 60 * minute) }
    expect(await failureOf(ctx, () => changeSession(begun, onto))).toBe('session.begun')
  }))

test('nobody loses a seat to a smaller venue', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office, unitId } = await makeDraft(ctx)
    await publishSession(office, { sessionId })
    for (let seat = 0; seat < 3; seat += 1)
      await signUp(await as(ctx, await makePerson(ctx)), { sessionId })
    const move = async (seats: number) => {
      const { id: venueId } = await makeVenue(ctx, unitId, seats)
      return failureOf(ctx, () => changeSession(office, { ...same, sessionId, venueId }))
    }
    expect(await move(2)).toBe('session.seatsInUse')
    expect(await move(3)).toBe(undefined)
  }))

test('what is lent for an announced session stays with it, and what a speaker promised keeps its time', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office } = await makeDraft(ctx, { needs: ['calligrapher'] })
    const { id: resourceId } = await makeResource(ctx, 'calligrapher')
    await bookResource(office, { resourceId, sessionId })
    await publishSession(office, { sessionId })
    const longer = { ...same, sessionId, when: { ...when, to: '17:00' } }
    expect(await failureOf(ctx, () => changeSession(office, longer))).toBe('session.notBookedThen')
    const { id: ordered, office: its, unitId } = await makeSession(ctx)
    const other = { ...same, sessionId: ordered }
    expect(await failureOf(ctx, () => changeSession(its, other))).toBe('session.timePromised')
    const atItsTime = { ...other, when: { date: '2022-01-13', from: '14:00', to: '15:30' } }
    const venueId = (await makeVenue(ctx, unitId)).id
    expect(await failureOf(ctx, () => changeSession(its, { ...atItsTime, venueId }))).toBe(
      undefined,
    )
  }))
