import { expect, test } from 'vitest'
import { endDispatch } from '#app/modules/talks/dispatches/end-dispatch.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson, makeVenue } from '#test/make.ts'
import { factsOf, makeAccepted } from '#test/make-sessions.ts'
import { findSession } from './queries.ts'
import { scheduleSession } from './schedule-session.ts'

test('an accepted dispatch becomes a session with what was ordered', () =>
  rolledBack(async (ctx) => {
    const asked = await makeAccepted(ctx, { headCount: 20, venueSeats: 40, mostGuests: 30 })
    const id = await scheduleSession(ctx, { dispatchId: asked.dispatchId })
    const session = await findSession(ctx, id!)
    expect(session).toMatchObject({
      dispatchId: asked.dispatchId,
      talkId: asked.talk.id,
      strandCode: 'pioneer',
      unitId: asked.unitId,
      venueId: asked.venueId,
      hostId: asked.hostId,
      speakerPersonId: asked.speaker.personId,
      during: asked.during,
      format: 'talk',
      audience: 'members',
      language: 'nantong',
      seats: 30,
      taken: 0,
      status: 'scheduled',
      revision: 0,
    })
    expect(session?.title).toMatch(/^守住养老钱/)
    expect(session?.titleEn).toBe('Keeping your savings safe')
    expect((await factsOf(ctx, id!)).map((fact) => fact.name)).toEqual(['session.scheduled'])
  }))

test('the same dispatch delivered twice makes one session', () =>
  rolledBack(async (ctx) => {
    const { dispatchId } = await makeAccepted(ctx)
    const first = await scheduleSession(ctx, { dispatchId })
    expect(await scheduleSession(ctx, { dispatchId })).toBe(first)
    const sessions = await ctx.tx
      .selectFrom('session')
      .select('id')
      .where('dispatchId', '=', dispatchId)
      .execute()
    expect(sessions).toEqual([{ id: first }])
    expect((await factsOf(ctx, first!)).length).toBe(1)
  }))

test('a yes that was taken back meanwhile makes no session', () =>
  rolledBack(async (ctx) => {
    const { dispatchId, office } = await makeAccepted(ctx)
    await endDispatch(office, { dispatchId, how: 'takenBack', answer: '' })
    expect(await scheduleSession(ctx, { dispatchId })).toBeNull()
    const facts = await factsOf(ctx, dispatchId)
    expect(facts.map((fact) => fact.name)).not.toContain('session.clashed')
  }))

test('a taken venue is told once, and the office gives another one', () =>
  rolledBack(async (ctx) => {
    const first = await makeAccepted(ctx)
    await scheduleSession(ctx, { dispatchId: first.dispatchId })
    const takenBack = { dispatchId: first.dispatchId, how: 'takenBack', answer: '' } as const
    await endDispatch(first.office, takenBack)
    const second = await makeAccepted(ctx, { venueId: first.venueId, headCount: 20 })
    const { dispatchId } = second
    expect(await scheduleSession(ctx, { dispatchId })).toBeNull()
    expect(await scheduleSession(ctx, { dispatchId })).toBeNull()
    const facts = await factsOf(ctx, dispatchId)
    expect(facts.filter((fact) => fact.name === 'session.clashed')).toMatchObject([
      { details: { venueId: first.venueId } },
    ])

    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const give = (venueId: string) => () => scheduleSession(office, { dispatchId, venueId })
    const small = await makeVenue(ctx, second.unitId, 19)
    const large = await makeVenue(ctx, second.unitId, 60)
    expect(await failureOf(ctx, give(first.venueId))).toBe('venue_taken')
    expect(await failureOf(ctx, give(small.id))).toBe('session.venueTooSmall')
    expect(await failureOf(ctx, give(large.id))).toBeUndefined()
    expect(await failureOf(ctx, give(large.id))).toBe('session.alreadyScheduled')
  }))

test('nobody else schedules', () =>
  rolledBack(async (ctx) => {
    const { dispatchId, hostId } = await makeAccepted(ctx)
    const host = await as(ctx, { id: hostId })
    const member = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => scheduleSession(host, { dispatchId }))).toBe('forbidden')
    expect(await failureOf(ctx, () => scheduleSession(member, { dispatchId }))).toBe('forbidden')
    const stranger = { ...ctx, street: otherStreet }
    expect(await failureOf(ctx, () => scheduleSession(stranger, { dispatchId }))).toBe('notFound')
  }))
