import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { hour, later } from '#app/platform/time.ts'
import {
  committed,
  failureOf,
  otherStreet,
  ownDatabase,
  rolledBack,
  testNow,
} from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson, makeStreet } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeSession } from '#test/make-sessions.ts'
import { makeSeason } from '#test/make-talks.ts'
import { allAtOnce } from '#test/race.ts'
import { creditHours } from './credit-hours.ts'
import { hoursOf, lockSessionToCredit } from './queries.ts'

const database = await ownDatabase()

async function creditsOf(ctx: Context, sessionId: string) {
  const rows = await ctx.tx
    .selectFrom('hourCredit')
    .select(['personId', 'hours', 'rule', 'replacedAt'])
    .where('sessionId', '=', sessionId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, replacedAt: row.replacedAt !== null }))
}

/** What a correction of the roll leaves behind. */
async function correct(
  ctx: Context,
  sessionId: string,
  personId: string,
  presence: 'came' | 'left_early' | 'absent',
) {
  await ctx.tx
    .updateTable('attendance')
    .set({ replacedAt: ctx.now })
    .where('sessionId', '=', sessionId)
    .where('personId', '=', personId)
    .where('replacedAt', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('attendance')
    .values({
      streetId: ctx.street,
      id: newId(),
      sessionId,
      personId,
      presence,
      recordedBy: personId,
      recordedAt: ctx.now,
    })
    .execute()
}

async function makeThree(ctx: Context) {
  const branch = await makeBranch(ctx)
  const came = await makeAppointed(ctx, 'member', branch.id)
  const left = await makeAppointed(ctx, 'member', branch.id)
  const away = await makeAppointed(ctx, 'member', branch.id)
  const marks = { [came.id]: 'came', [left.id]: 'left_early', [away.id]: 'absent' } as const
  const session = await makeHeld(ctx, { unitId: branch.id, minutes: 90, marks })
  return { branch, session, came: came.id, left: left.id, away: away.id }
}

test('who was there has hours, and who was not has none', () =>
  rolledBack(async (ctx) => {
    const { session, came, left } = await makeThree(ctx)
    expect(await creditHours(ctx, { sessionId: session.id })).toEqual({ people: 2 })
    const rows = await creditsOf(ctx, session.id)
    expect(rows.toSorted((a, b) => b.hours - a.hours)).toEqual([
      { personId: came, hours: 1.5, rule: 'hourly', replacedAt: false },
      { personId: left, hours: 0.75, rule: 'hourly', replacedAt: false },
    ])
    const facts = await ctx.tx
      .selectFrom('fact')
      .select('details')
      .where('name', '=', 'hours.credited')
      .where('subjectId', '=', session.id)
      .execute()
    expect(facts).toEqual([{ details: { people: 2 } }])
  }))

test('what the street itself holds counts by the half day', () =>
  rolledBack(async (ctx) => {
    const street = await makeStreet(ctx)
    const person = await makePerson(ctx)
    const session = await makeHeld(ctx, {
      unitId: street.id,
      minutes: 240,
      marks: { [person.id]: 'came' },
    })
    await creditHours(ctx, { sessionId: session.id })
    expect(await creditsOf(ctx, session.id)).toEqual([
      { personId: person.id, hours: 4, rule: 'halfDay', replacedAt: false },
    ])
  }))

test('told twice, it writes once', () =>
  rolledBack(async (ctx) => {
    const { session } = await makeThree(ctx)
    await creditHours(ctx, { sessionId: session.id })
    const once = await creditsOf(ctx, session.id)
    expect(await creditHours(ctx, { sessionId: session.id })).toEqual({ people: 0 })
    expect(await creditsOf(ctx, session.id)).toEqual(once)
  }))

test('a changed roll replaces what it changed, and the old row stays', () =>
  rolledBack(async (ctx) => {
    const { session, came, left, away } = await makeThree(ctx)
    await creditHours(ctx, { sessionId: session.id })
    await correct(ctx, session.id, left, 'came')
    await correct(ctx, session.id, came, 'absent')
    await correct(ctx, session.id, away, 'left_early')
    expect(await creditHours(ctx, { sessionId: session.id })).toEqual({ people: 3 })
    const rows = await creditsOf(ctx, session.id)
    const of = (personId: string) =>
      rows
        .filter((row) => row.personId === personId)
        .map(({ hours, rule, replacedAt }) => ({ hours, rule, replacedAt }))
    expect({ left: of(left), came: of(came), away: of(away) }).toEqual({
      left: [
        { hours: 0.75, rule: 'hourly', replacedAt: true },
        { hours: 1.5, rule: 'hourly', replacedAt: false },
      ],
      came: [
        { hours: 1.5, rule: 'hourly', replacedAt: true },
        { hours: 0, rule: 'absent', replacedAt: false },
      ],
      away: [{ hours: 0.75, rule: 'hourly', replacedAt: false }],
    })
    const season = await makeSeason(ctx)
    const { progress, credits } = await hoursOf(ctx, left, season)
    expect(progress.hours).toBe(1.5)
    expect(credits).toMatchObject([{ hours: 1.5, earlier: [{ hours: 0.75 }] }])
  }))

test('two workers at once write one row a person', async () => {
  const { session } = await committed(database, makeThree)
  const credit = () => committed(database, (ctx) => creditHours(ctx, { sessionId: session.id }))
  const hold = (ctx: Context) => lockSessionToCredit(ctx, session.id)
  expect(await allAtOnce(database, hold, [credit, credit])).toEqual(['done', 'done'])
  expect(await committed(database, (ctx) => creditsOf(ctx, session.id))).toHaveLength(2)
})

test('a session that was not held gives no hours', () =>
  rolledBack(async (ctx) => {
    const { id } = await makeSession(ctx)
    const afterwards = { ...ctx, now: later(testNow, 48 * hour) }
    expect(await failureOf(ctx, () => creditHours(afterwards, { sessionId: id }))).toBe(
      'hours.notHeld',
    )
  }))

test('nobody gives hours by hand, and no other street finds the session', () =>
  rolledBack(async (ctx) => {
    const { session } = await makeThree(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const input = { sessionId: session.id }
    expect(await failureOf(ctx, () => creditHours(office, input))).toBe('forbidden')
    const stranger = { ...ctx, street: otherStreet }
    expect(await failureOf(ctx, () => creditHours(stranger, input))).toBe('notFound')
  }))
