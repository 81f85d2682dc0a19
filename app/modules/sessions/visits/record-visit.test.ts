import { expect, test } from 'vitest'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { factsOf, makeDraft, makeRound } from '#test/make-sessions.ts'
import { closeSession } from '../close-session.ts'
import { findSession, outcomeOf } from '../queries.ts'
import { callRoll } from '../roll/call-roll.ts'
import { marksOf } from '../roll/queries.ts'
import { listVisits } from './list-visits.ts'
import { roundsToWalk, visitsOf } from './queries.ts'
import { recordVisit } from './record-visit.ts'

test('a round is walked door by door, and who was met counts as reached', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office, people, visitor, byVisitor } = await makeRound(ctx)
    expect((await roundsToWalk(ctx, visitor.id)).map(({ all, left }) => [all, left])).toEqual([
      [2, 2],
    ])
    const [first, second] = await visitsOf(ctx, sessionId)
    const met = { visitId: first!.id, result: 'visited' as const, pieces: 2, note: '想听养老金' }
    await recordVisit(byVisitor, met)
    await recordVisit(byVisitor, met)
    await recordVisit(byVisitor, { visitId: second!.id, result: 'away', note: '' })
    expect(await marksOf(ctx, sessionId)).toEqual(new Map([[people[0]!.id, 'visited']]))
    const rows = await ctx.tx
      .selectFrom('attendance')
      .select(['presence', 'minutes', 'recordedBy'])
      .where('sessionId', '=', sessionId)
      .execute()
    expect(rows).toEqual([{ presence: 'visited', minutes: 20, recordedBy: visitor.id }])
    expect(await roundsToWalk(ctx, visitor.id)).toEqual([])
    const evening = { ...office, now: later(ctx.now, day) }
    await closeSession(evening, { sessionId, guests: 0, given: [], note: '' })
    expect((await outcomeOf(ctx, sessionId))!.given).toEqual([
      { thing: '大字讲义', pieces: 2, offered: null },
    ])
    expect((await factsOf(ctx, sessionId)).at(-1)!.details).toMatchObject({
      named: 1,
      headCount: 1,
    })
    expect(await failureOf(ctx, () => recordVisit(byVisitor, met))).toBe('visit.sessionOver')
  }))

test('a slip is corrected by a new mark; the old one stays', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, people, byVisitor } = await makeRound(ctx, 1)
    const [door] = await visitsOf(ctx, sessionId)
    await recordVisit(byVisitor, { visitId: door!.id, result: 'visited', note: '' })
    await recordVisit(byVisitor, { visitId: door!.id, result: 'declined', pieces: 3, note: '' })
    expect(await marksOf(ctx, sessionId)).toEqual(new Map([[people[0]!.id, 'absent']]))
    expect((await visitsOf(ctx, sessionId))[0]).toMatchObject({ result: 'declined', pieces: 0 })
    const all = await ctx.tx
      .selectFrom('attendance')
      .select('id')
      .where('sessionId', '=', sessionId)
      .execute()
    expect(all.length).toBe(2)
  }))

test('only who walks or runs the round records it, never the own door, and there is no roll', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office, people } = await makeRound(ctx)
    const [door] = await visitsOf(ctx, sessionId)
    const found = { visitId: door!.id, result: 'visited' as const, note: '' }
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => recordVisit(stranger, found))).toBe('forbidden')
    const early = { ...office, now: later(ctx.now, -day) }
    expect(await failureOf(ctx, () => recordVisit(early, found))).toBe('visit.tooEarly')
    const marks = { [people[0]!.id]: { presence: 'came' as const } }
    expect(await failureOf(ctx, () => callRoll(office, { sessionId, marks }))).toBe(
      'session.walked',
    )
    expect((await findSession(ctx, sessionId))!.venueId).toBe(null)
  }))

test('whom a round visits may change, but not its visitor, and whoever was met stays', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, office, people, visitor, byVisitor } = await makeRound(ctx)
    const [first] = await visitsOf(ctx, sessionId)
    await recordVisit(byVisitor, { visitId: first!.id, result: 'visited', note: '' })
    const doors = (ids: readonly string[]) => ({
      sessionId,
      doors: Object.fromEntries(ids.map((id) => [id, { on: true, place: '9号楼' }])),
    })
    const newcomer = await makePerson(ctx)
    await listVisits(office, doors([newcomer.id]))
    expect((await visitsOf(ctx, sessionId)).map((visit) => visit.personId).toSorted()).toEqual(
      [people[0]!.id, newcomer.id].toSorted(),
    )
    expect(await failureOf(ctx, () => listVisits(office, doors([visitor.id])))).toBe(
      'visit.oneself',
    )
    expect(await failureOf(ctx, () => listVisits(byVisitor, doors([])))).toBe('forbidden')
    const { id: talk, office: planner } = await makeDraft(ctx)
    const wrong = { ...doors([newcomer.id]), sessionId: talk }
    expect(await failureOf(ctx, () => listVisits(planner, wrong))).toBe('visit.notARound')
  }))
