import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import type { Fact } from '#app/platform/facts.ts'
import { instantAt } from '#app/platform/time.ts'
import { rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeAccepted, makeGuardian, makeSession } from '#test/make-sessions.ts'
import { cancelSession } from './cancel-session.ts'
import { spokenOf } from './codes/queries.ts'
import { spacedDigits } from './codes/rules.ts'
import {
  remindOfTomorrow,
  tellOfCancelling,
  tellOfClash,
  tellOfSeat,
  tellOfSession,
} from './notices.ts'
import { scheduleSession } from './schedule-session.ts'
import { signUp } from './seats/sign-up.ts'

async function factNamed(ctx: Context, name: string): Promise<Fact> {
  return ctx.tx
    .selectFrom('fact')
    .select(['id', 'name', 'subjectId', 'actorId', 'at', 'reason', 'details'])
    .where('streetId', '=', ctx.street)
    .where('name', '=', name)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
}

/** Runs a reaction twice, as a worker may, and says whom it told what. */
async function toldBy(ctx: Context, name: string, reaction: () => Promise<void>) {
  await reaction()
  await reaction()
  const rows = await ctx.tx
    .selectFrom('notice')
    .select(['personId', 'details', 'link', 'urgency'])
    .where('streetId', '=', ctx.street)
    .where('name', '=', name)
    .execute()
  const personIds = rows.map((row) => row.personId).toSorted()
  return { personIds, details: rows.map((row) => row.details), first: rows[0] }
}

test('host, speaker and the branch’s organisers hear of a session, each once', () =>
  rolledBack(async (ctx) => {
    const { id, hostId, unitId, speaker, during } = await makeSession(ctx)
    const other = await makeAppointed(ctx, 'organiser', unitId)
    await makeAppointed(ctx, 'member', unitId)
    const fact = await factNamed(ctx, 'session.scheduled')
    const told = await toldBy(ctx, 'session.scheduled', () => tellOfSession(ctx, fact))
    expect(told.personIds).toEqual([hostId, other.id, speaker.personId].toSorted())
    expect(told.first).toMatchObject({ link: `/sessions/${id}`, urgency: 'digest' })
    expect(told.first?.details).toMatchObject({
      start: during.start.toISOString(),
      end: during.end.toISOString(),
      titleEn: 'Keeping your savings safe',
    })
  }))

test('the office hears of a clash', () =>
  rolledBack(async (ctx) => {
    const { dispatchId, office, venueId } = await makeAccepted(ctx)
    await ctx.tx
      .insertInto('session')
      .values(await squatter(ctx, venueId))
      .execute()
    await scheduleSession(ctx, { dispatchId })
    const fact = await factNamed(ctx, 'session.clashed')
    const told = await toldBy(ctx, 'session.clashed', () => tellOfClash(ctx, fact))
    expect(told.personIds).toContain(office.actor.personId)
    expect(told.first).toMatchObject({ link: '/sessions', urgency: 'soon' })
  }))

/** A session in the same room at the same time, copied from one held elsewhere. */
async function squatter(ctx: Context, venueId: string) {
  const { id } = await makeSession(ctx)
  const { during, ...session } = await ctx.tx
    .selectFrom('session')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const range = `[${during.start.toISOString()},${during.end.toISOString()})`
  const own = { id: crypto.randomUUID(), number: 9000, dispatchId: null }
  return { ...session, ...own, venueId, during: range }
}

test('a seat is confirmed to the person, a child’s to the guardian by name', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId } = await makeSession(ctx)
    const person = await makePerson(ctx)
    await signUp(await as(ctx, person), { sessionId })
    const own = await factNamed(ctx, 'person.signedUp')
    const told = await toldBy(ctx, 'person.signedUp', () => tellOfSeat(ctx, own))
    expect(told.personIds).toEqual([person.id])
    expect(told.first?.details).not.toHaveProperty('person')
    await ctx.tx.deleteFrom('notice').execute()

    const child = await makePerson(ctx, undefined, { bornOn: '2014-01-01' })
    await ctx.tx.updateTable('person').set({ phone: null }).where('id', '=', child.id).execute()
    const guardian = await makePerson(ctx)
    await makeGuardian(ctx, child.id, guardian.id)
    await signUp(await as(ctx, guardian), { sessionId, personId: child.id })
    const forChild = await factNamed(ctx, 'person.signedUp')
    const toldFor = await toldBy(ctx, 'person.signedUp', () => tellOfSeat(ctx, forChild))
    expect(toldFor.personIds).toEqual([guardian.id])
    expect(toldFor.first?.details).toMatchObject({ person: child.name })
  }))

test('everyone with a seat hears that a session is called off, with the reason', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, hostId } = await makeSession(ctx)
    const [a, b] = [await makePerson(ctx), await makePerson(ctx)]
    for (const person of [a, b]) await signUp(await as(ctx, person), { sessionId })
    await cancelSession(await as(ctx, { id: hostId }), { sessionId, reason: '场地漏水' })
    const fact = await factNamed(ctx, 'session.cancelled')
    const told = await toldBy(ctx, 'session.cancelled', () => tellOfCancelling(ctx, fact))
    // The speaker hears of the invitation that is taken back.
    expect(told.personIds).toEqual([a.id, b.id, hostId].toSorted())
    expect(told.first?.urgency).toBe('soon')
    expect(told.first?.details).toMatchObject({ reason: '场地漏水' })
  }))

test('the day before, everyone is reminded once; of other days and of what is called off, nobody', () =>
  rolledBack(async (ctx) => {
    const tomorrow = await makeSession(ctx)
    await makeSession(ctx, { date: '2022-01-14' })
    const off = await makeSession(ctx)
    const host = await as(ctx, { id: off.hostId })
    await cancelSession(host, { sessionId: off.id, reason: '停电' })
    const person = await makePerson(ctx)
    await signUp(await as(ctx, person), { sessionId: tomorrow.id })
    const noon = { ...ctx, now: instantAt('2022-01-12', '12:00') }
    const told = await toldBy(ctx, 'session.reminder', () => remindOfTomorrow(noon))
    const concerned = [person.id, tomorrow.hostId, tomorrow.speaker.personId]
    expect(told.personIds).toEqual(concerned.toSorted())
    // Who has a seat reads the digits to say at the door, and nobody else does.
    const digits = spacedDigits((await spokenOf(ctx, tomorrow.id, person.id))!)
    const doors = told.details.flatMap((details) => (details as { door?: unknown }).door ?? [])
    expect(doors).toEqual([{ name: null, digits }])
  }))
