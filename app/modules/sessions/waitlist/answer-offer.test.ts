import { expect, test } from 'vitest'
import { type Context, nobody, system } from '#app/platform/context.ts'
import type { Fact } from '#app/platform/facts.ts'
import { hour, later, minute } from '#app/platform/time.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { factsOf, makeDraft, makeGuardian, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from '../cancel-session.ts'
import { changeSession } from '../change-session.ts'
import { tellOfCancelling, tellOfChange } from '../notices.ts'
import { publishSession } from '../publish-session.ts'
import { findSession } from '../queries.ts'
import { cancelSignUp } from '../seats/cancel-sign-up.ts'
import { signUpsOf } from '../seats/queries.ts'
import { signUp } from '../seats/sign-up.ts'
import { signUpParty } from '../seats/sign-up-party.ts'
import { acceptOffer } from './accept-offer.ts'
import { answerOffer } from './answer-offer.ts'
import { declineOffer } from './decline-offer.ts'
import { endLine } from './end-line.ts'
import { fillByHand } from './fill-by-hand.ts'
import { leaveLine } from './leave-line.ts'
import { tellOfFreeSeat, tellOfLapse, tellOfLine, tellSeated } from './notices.ts'
import { offerSeats } from './offer-seats.ts'
import { lineOf, offersTo, placesOf } from './queries.ts'
import { tendOffers } from './tend-offers.ts'

/** A session with one seat that someone has, and so many who wait one by one. */
async function makeLine(ctx: Context, many: number) {
  const session = await makeSession(ctx, { venueSeats: 1, headCount: 1 })
  const { id: sessionId, hostId } = session
  const sitter = await as(ctx, await makePerson(ctx))
  await signUp(sitter, { sessionId })
  const waiting: { id: string; self: Context; waitingId: string }[] = []
  for (let each = 0; each < many; each += 1) {
    const person = await makePerson(ctx)
    const self = await as(ctx, person)
    await signUp(self, { sessionId })
    waiting.push({ id: person.id, self, waitingId: (await lineOf(ctx, sessionId)).at(-1)!.id })
  }
  const host = await as(ctx, { id: hostId })
  const offer = (now = ctx.now) => offerSeats({ ...ctx, now, actor: system }, { sessionId })
  const seated = async () => (await signUpsOf(ctx, sessionId)).map(({ id }) => id)
  const statuses = async () => (await lineOf(ctx, sessionId)).map(({ status }) => status)
  return { ...session, sessionId, sitter, waiting, host, offer, seated, statuses }
}

/** The last fact of a name, as its reactions are given it. */
async function factNamed(ctx: Context, name: string): Promise<Fact> {
  return ctx.tx
    .selectFrom('fact')
    .select(['id', 'name', 'subjectId', 'actorId', 'at', 'reason', 'details'])
    .where('name', '=', name)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow() as Promise<Fact>
}

async function toldBy(
  ctx: Context,
  name: string,
  tell: (ctx: Context, fact: Fact) => Promise<void>,
) {
  await tell({ ...ctx, actor: system }, await factNamed(ctx, name))
  const rows = await ctx.tx
    .selectFrom('notice')
    .select(['personId', 'details', 'link', 'urgency'])
    .where('factId', '=', (await factNamed(ctx, name)).id)
    .orderBy('personId')
    .execute()
  return rows
}

test('a seat that is given back is offered to the first in line, kept, and theirs when they say yes', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, waiting, offer, seated, statuses } = await makeLine(ctx, 2)
    const [one, two] = waiting
    await offer()
    expect(await statuses()).toEqual(['waiting', 'waiting'])
    await cancelSignUp(sitter, { sessionId })
    // A newcomer doesn't pass the line, before the offer is made or after.
    expect(await signUp(sitter, { sessionId })).toEqual({ seated: false, position: 3 })
    await offer()
    await offer()
    expect(await statuses()).toEqual(['offered', 'waiting', 'waiting'])
    expect((await findSession(ctx, sessionId))?.taken).toBe(1)
    const until = later(ctx.now, 4 * hour)
    expect(await offersTo(ctx, one!.id)).toMatchObject([
      { waitingId: one!.waitingId, sessionId, seats: 1, offerUntil: until },
    ])
    expect(await offersTo(ctx, two!.id)).toEqual([])
    const notYet = () => acceptOffer(two!.self, { waitingId: two!.waitingId })
    expect(await failureOf(ctx, notYet)).toBe('offer.none')
    const meddling = () => acceptOffer(two!.self, { waitingId: one!.waitingId })
    expect(await failureOf(ctx, meddling)).toBe('forbidden')
    await acceptOffer(one!.self, { waitingId: one!.waitingId })
    expect(await seated()).toEqual([one!.id])
    const again = () => acceptOffer(one!.self, { waitingId: one!.waitingId })
    expect(await failureOf(ctx, again)).toBe('offer.taken')
    const facts = await factsOf(ctx, one!.waitingId)
    expect(facts.map(({ name }) => name)).toEqual(['line.joined', 'offer.made', 'offer.accepted'])
  }))

test('who says no, or nothing in time, is out of the line, and the next is asked', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, waiting, offer, statuses } = await makeLine(ctx, 3)
    const [one, two, three] = waiting
    await cancelSignUp(sitter, { sessionId })
    await offer()
    await declineOffer(one!.self, { waitingId: one!.waitingId })
    await offer()
    expect((await lineOf(ctx, sessionId)).map(({ id }) => id)).toEqual([
      two!.waitingId,
      three!.waitingId,
    ])
    const over = later(ctx.now, 4 * hour)
    const tooLate = { ...two!.self, now: over }
    expect(await failureOf(ctx, () => acceptOffer(tooLate, { waitingId: two!.waitingId }))).toBe(
      'offer.over',
    )
    await tendOffers({ ...ctx, actor: system, now: over })
    await tendOffers({ ...ctx, actor: system, now: over })
    expect(await statuses()).toEqual(['offered'])
    expect((await factsOf(ctx, two!.waitingId)).map(({ name }) => name)).toEqual([
      'line.joined',
      'offer.made',
      'offer.lapsed',
    ])
    // Who was out comes to the end, like anyone.
    expect(await signUp({ ...one!.self, now: over }, { sessionId })).toEqual({
      seated: false,
      position: 2,
    })
  }))

test('a session that is moved nearer tells who waits, and its offers end in time', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office } = await makeDraft(ctx, { seats: 1 })
    await publishSession(office, { sessionId })
    const [sitter, next] = [await makePerson(ctx), await makePerson(ctx)]
    for (const person of [sitter, next]) await signUp(await as(ctx, person), { sessionId })
    await cancelSignUp(await as(ctx, sitter), { sessionId })
    const offer = (now = ctx.now) => offerSeats({ ...ctx, now, actor: system }, { sessionId })
    await offer()
    const untilWhen = async () =>
      (await lineOf(ctx, sessionId)).map(({ offerUntil: until }) => until)
    expect(await untilWhen()).toEqual([later(ctx.now, 24 * hour)])
    const today = { date: '2022-01-12', from: '13:00', to: '14:00' }
    await changeSession(office, { sessionId, when: today, toKnow: '', toKnowEn: '' })
    const told = await toldBy(ctx, 'session.changed', tellOfChange)
    expect(told.map(({ personId }) => personId)).toContain(next.id)
    await offer()
    const last = later(ctx.now, 150 * minute)
    expect(await untilWhen()).toEqual([last])
    await offer(last)
    expect(await untilWhen()).toEqual([])
  }))

test('what is given back at night waits for the morning, and for those in line', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, during, offer, statuses } = await makeLine(ctx, 1)
    const night = later(during.start, -16 * hour)
    await cancelSignUp({ ...sitter, now: night }, { sessionId })
    await offer(night)
    expect(await statuses()).toEqual(['waiting'])
    const newcomer = { ...(await as(ctx, await makePerson(ctx))), now: night }
    expect(await signUp(newcomer, { sessionId })).toEqual({ seated: false, position: 2 })
    await tendOffers({ ...ctx, actor: system, now: later(during.start, -6 * hour) })
    expect(await statuses()).toEqual(['offered', 'waiting'])
  }))

test('the link of the message answers this offer once, without a sign-in', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, waiting, offer, seated } = await makeLine(ctx, 2)
    const [one, two] = waiting
    await cancelSignUp(sitter, { sessionId })
    await offer()
    const told = await toldBy(ctx, 'offer.made', tellOfFreeSeat)
    expect(told).toMatchObject([{ personId: one!.id, urgency: 'soon', details: { seats: 1 } }])
    const link = told[0]!.link.replace('/seats/', '')
    const holder = { ...ctx, actor: nobody, address: '10.0.0.1' }
    const answer = (says: 'yes' | 'no', by = link) =>
      failureOf(ctx, () => answerOffer(holder, { link: by, says }))
    expect(await answer('yes', `${link.slice(0, -4)}AAAA`)).toBe('notFound')
    expect(await answer('yes')).toBeUndefined()
    expect(await seated()).toEqual([one!.id])
    expect(await answer('no')).toBe('offer.taken')
    expect(await factNamed(ctx, 'offer.accepted')).toMatchObject({ actorId: one!.id })
    expect(
      (await toldBy(ctx, 'offer.accepted', tellSeated)).map(({ personId }) => personId),
    ).toEqual([one!.id])
    await cancelSignUp(one!.self, { sessionId })
    await offer()
    const next = (await toldBy(ctx, 'offer.made', tellOfFreeSeat))[0]!.link.replace('/seats/', '')
    expect(await answer('no', next)).toBeUndefined()
    expect(await failureOf(ctx, () => leaveLine(two!.self, { waitingId: two!.waitingId }))).toBe(
      'line.ended',
    )
  }))

test('guardians hear for their child by name, and nobody hears of another one', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, offer } = await makeLine(ctx, 0)
    const guardian = await makePerson(ctx)
    const child = await makePerson(ctx, undefined, { bornOn: '2014-01-01' })
    await ctx.tx.updateTable('person').set({ phone: null }).where('id', '=', child.id).execute()
    await makeGuardian(ctx, child.id, guardian.id)
    await signUp(await as(ctx, guardian), { sessionId, personId: child.id })
    const joined = await toldBy(ctx, 'line.joined', tellOfLine)
    const forChild = { personId: guardian.id, details: { person: child.name, position: 1 } }
    expect(joined).toMatchObject([forChild])
    await cancelSignUp(sitter, { sessionId })
    await offer()
    const [told] = await toldBy(ctx, 'offer.made', tellOfFreeSeat)
    expect(told).toMatchObject({ personId: guardian.id, details: { person: child.name } })
    expect((await offersTo(ctx, guardian.id)).length).toBe(1)
    const link = told!.link.replace('/seats/', '')
    await answerOffer({ ...ctx, actor: nobody, address: '10.0.0.1' }, { link, says: 'yes' })
    expect(await factNamed(ctx, 'offer.accepted')).toMatchObject({ actorId: guardian.id })
  }))

test('one of a party leaves, the others wait on; and who left too is out', () =>
  rolledBack(async (ctx) => {
    const two = await makeSession(ctx, { venueSeats: 2, headCount: 2 })
    const byHost = await as(ctx, { id: two.hostId })
    const ids: string[] = []
    for (let each = 0; each < 3; each += 1) ids.push((await makePerson(ctx)).id)
    await signUp(byHost, { sessionId: two.id, personId: ids[2]! })
    await signUpParty(byHost, { sessionId: two.id, personIds: ids.slice(0, 2) })
    const [party] = await lineOf(ctx, two.id)
    const one = await as(ctx, { id: ids[0]! })
    const other = { waitingId: party!.id, personId: ids[1]! }
    expect(await failureOf(ctx, () => leaveLine(one, other))).toBe('forbidden')
    await leaveLine(one, { waitingId: party!.id, personId: ids[0]! })
    await offerSeats({ ...ctx, actor: system }, { sessionId: two.id })
    expect(
      (await lineOf(ctx, two.id)).map(({ people, status }) => [people[0]!.id, status]),
    ).toEqual([[ids[1], 'offered']])
    await leaveLine(await as(ctx, { id: ids[1]! }), { waitingId: party!.id })
    expect(await lineOf(ctx, two.id)).toEqual([])
    expect((await findSession(ctx, two.id))?.taken).toBe(1)
  }))

test('who runs the session seats someone out of turn, with a reason that stays', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, waiting, host, seated } = await makeLine(ctx, 2)
    const [, two] = waiting
    const reason = '行动不便，家人已经把车叫好'
    const fill = (self: Context) => () => fillByHand(self, { waitingId: two!.waitingId, reason })
    expect(await failureOf(ctx, fill(host))).toBe('line.noRoom')
    await cancelSignUp(sitter, { sessionId })
    expect(await failureOf(ctx, fill(two!.self))).toBe('forbidden')
    expect(await failureOf(ctx, fill({ ...host, street: otherStreet }))).toBe('notFound')
    await fillByHand(host, { waitingId: two!.waitingId, reason })
    expect(await seated()).toEqual([two!.id])
    expect((await factsOf(ctx, sessionId)).at(-1)).toMatchObject({
      name: 'line.filledByHand',
      reason,
    })
    const told = await toldBy(ctx, 'line.filledByHand', tellSeated)
    expect(told.map(({ personId }) => personId)).toEqual([two!.id])
    expect(await failureOf(ctx, fill(host))).toBe('line.ended')
  }))

test('calling a session off ends its line, and tells who waited', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, waiting, host, offer } = await makeLine(ctx, 2)
    const [one, two] = waiting
    await cancelSignUp(sitter, { sessionId })
    await offer()
    await cancelSession(host, { sessionId, reason: '停电' })
    const tooLate = () => acceptOffer(one!.self, { waitingId: one!.waitingId })
    expect(await failureOf(ctx, tooLate)).toBe('session.cancelled')
    const told = await toldBy(ctx, 'session.cancelled', tellOfCancelling)
    const hear = new Set(told.map(({ personId }) => personId))
    expect([one, two].map((each) => hear.has(each!.id))).toEqual([true, true])
    await endLine({ ...ctx, actor: system }, { sessionId })
    expect(await lineOf(ctx, sessionId)).toEqual([])
  }))

test('a party of whom nobody is known any more holds no seat and no place', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, waiting, offer, statuses } = await makeLine(ctx, 2)
    const [one, two] = waiting
    await cancelSignUp(sitter, { sessionId })
    await offer()
    // What forgetting a person does to the line.
    await ctx.tx.deleteFrom('waitingPerson').where('personId', '=', one!.id).execute()
    expect((await findSession(ctx, sessionId))?.taken).toBe(0)
    await tendOffers({ ...ctx, actor: system, now: later(ctx.now, minute) })
    expect(await statuses()).toEqual(['offered'])
    const [place] = await placesOf(ctx, { id: sessionId, seats: 1, childSeats: 0 }, [two!.id])
    expect(place).toMatchObject({ position: 1, offerUntil: expect.any(Date), whyWaiting: null })
  }))

test('only the program offers seats and ends lines', () =>
  rolledBack(async (ctx) => {
    const { sessionId } = await makeLine(ctx, 1)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, () => offerSeats(office, { sessionId }))).toBe('forbidden')
    expect(await failureOf(ctx, () => endLine(office, { sessionId }))).toBe('forbidden')
    expect(await failureOf(ctx, () => tendOffers(office))).toBe('forbidden')
  }))

test('who did not answer hears that the seat went on', () =>
  rolledBack(async (ctx) => {
    const { sessionId, sitter, waiting, offer } = await makeLine(ctx, 1)
    await cancelSignUp(sitter, { sessionId })
    await offer()
    await offer(later(ctx.now, 4 * hour))
    const told = await toldBy(ctx, 'offer.lapsed', tellOfLapse)
    expect(told.map(({ personId }) => personId)).toEqual([waiting[0]!.id])
  }))
