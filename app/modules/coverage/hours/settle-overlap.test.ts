import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { scopeOf } from '#app/modules/people/access.ts'
import { changeHourRules } from '#app/modules/seasons/change-hour-rules.ts'
import type { Context } from '#app/platform/context.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeSeason } from '#test/make-talks.ts'
import { approveTeaching } from './approve-teaching.ts'
import { creditHours } from './credit-hours.ts'
import { hoursOf, overlapsIn } from './queries.ts'
import { recountSeason } from './recount-season.ts'
import { settleOverlap } from './settle-overlap.ts'

/** A member who is on the rolls of two sessions that overlap by half an hour. */
async function makeTwice(ctx: Context) {
  const season = await makeSeason(ctx)
  const branch = await makeBranch(ctx)
  const member = await makeAppointed(ctx, 'member', branch.id)
  const marks = { [member.id]: 'came' } as const
  const first = await makeHeld(ctx, { unitId: branch.id, minutes: 90, marks })
  const second = await makeHeld(ctx, { unitId: branch.id, from: '15:00', minutes: 60, marks })
  const office = await as(ctx, await makeAppointed(ctx, 'office'))
  const settle = {
    personId: member.id,
    sessionId: second.id,
    otherId: first.id,
    reason: '问过本人',
  }
  return { season, branch, member, first, second, office, settle }
}

async function hoursBySession(ctx: Context, personId: string) {
  const { credits } = await hoursOf(ctx, personId, await makeSeason(ctx))
  return Object.fromEntries(credits.map((row) => [row.sessionId, [row.hours, row.rule]]))
}

test('two places at one time count once, until someone says where the person was', () =>
  rolledBack(async (ctx) => {
    const { member, first, second, office, settle } = await makeTwice(ctx)
    for (const { id } of [first, second]) await creditHours(ctx, { sessionId: id })
    expect(await hoursBySession(ctx, member.id)).toEqual({
      [first.id]: [1.5, 'hourly'],
      [second.id]: [0, 'elsewhere'],
    })
    const scope = scopeOf(office.actor, ['office'])
    expect(await overlapsIn(office, scope)).toMatchObject([
      { personId: member.id, one: { id: first.id }, other: { id: second.id } },
    ])
    await settleOverlap(office, settle)
    expect(await overlapsIn(office, scope)).toEqual([])
    for (const { id } of [first, second]) await creditHours(ctx, { sessionId: id })
    expect(await hoursBySession(ctx, member.id)).toEqual({
      [first.id]: [0, 'elsewhere'],
      [second.id]: [1, 'hourly'],
    })
    const facts = await ctx.tx
      .selectFrom('fact')
      .select(['subjectId', 'reason', 'details'])
      .where('name', '=', 'overlap.settled')
      .execute()
    expect(facts).toEqual([
      {
        subjectId: member.id,
        reason: '问过本人',
        details: { sessionId: second.id, otherId: first.id },
      },
    ])
  }))

test('the database holds it past every command', () =>
  rolledBack(async (ctx) => {
    const { first, second } = await makeTwice(ctx)
    for (const { id } of [first, second]) await creditHours(ctx, { sessionId: id })
    const force = () => sql`update hour_credit set hours = 1 where hours = 0`.execute(ctx.tx)
    expect(await failureOf(ctx, force)).toBe('hours_twice')
  }))

test('who may not settle, and what there is not to settle', () =>
  rolledBack(async (ctx) => {
    const { branch, member, first, office, settle } = await makeTwice(ctx)
    const away = await makeHeld(ctx, {
      unitId: branch.id,
      date: '2022-01-14',
      marks: { [member.id]: 'came' },
    })
    const apart = { ...settle, sessionId: away.id, otherId: first.id }
    expect(await failureOf(ctx, () => settleOverlap(office, apart))).toBe('overlap.none')
    const self = await as(ctx, member)
    expect(await failureOf(ctx, () => settleOverlap(self, settle))).toBe('forbidden')
    const other = await as(ctx, await makeAppointed(ctx, 'secretary', (await makeBranch(ctx)).id))
    expect(await failureOf(ctx, () => settleOverlap(other, settle))).toBe('forbidden')
    const elsewhere = { ...office, street: otherStreet }
    expect(await failureOf(ctx, () => settleOverlap(elsewhere, settle))).toBe('notFound')
  }))

test('teaching counts five times once an organiser has confirmed it, and rules hold from a day on', () =>
  rolledBack(async (ctx) => {
    const season = await makeSeason(ctx)
    const branch = await makeBranch(ctx)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const held = await makeHeld(ctx, { unitId: branch.id, placedBy: organiser.id, guests: 3 })
    const taught = held.speaker.personId
    await sql`insert into attendance (street_id, id, session_id, person_id, presence, recorded_by, recorded_at)
      values (${ctx.street}, ${organiser.id}, ${held.id}, ${taught}, 'came', ${organiser.id}, ${ctx.now})`.execute(
      ctx.tx,
    )
    await creditHours(ctx, { sessionId: held.id })
    const change = { seasonId: season.id, fromOn: '2022-01-13', hourRules: 'B-2026-01' } as const
    await changeHourRules(office, { ...change, reason: '区里的新办法' })
    expect(await failureOf(ctx, () => changeHourRules(office, { ...change, reason: '再来' }))).toBe(
      'season.sameRules',
    )
    expect(await failureOf(ctx, async () => recountSeason(office, change))).toBe('forbidden')
    await recountSeason(ctx, change)
    expect(await hoursBySession(ctx, taught)).toEqual({ [held.id]: [1.5, 'hourly'] })

    const self = await as(ctx, { id: taught })
    const input = { sessionId: held.id }
    expect(await failureOf(ctx, () => approveTeaching(self, input))).toBe('forbidden')
    await approveTeaching(await as(ctx, organiser), input)
    expect(await failureOf(ctx, () => approveTeaching(office, input))).toBe('teaching.approved')
    await creditHours(ctx, input)
    expect(await hoursBySession(ctx, taught)).toEqual({ [held.id]: [7.5, 'hourly'] })
    const { credits } = await hoursOf(ctx, taught, season)
    expect(credits[0]?.earlier.map(({ hours, ruleDetails }) => [hours, ruleDetails.set])).toEqual([
      [1.5, 'B-2026-01'],
      [1.5, 'A-2021-10'],
    ])
    expect(await recountSeason(ctx, change)).toEqual({ people: 0 })
  }))

test('whatever the times and however often they are counted, hours never double and nothing is lost', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const member = await makeAppointed(ctx, 'member', branch.id)
    const marks = { [member.id]: 'came' } as const
    const times = ['09:00', '10:00', '10:30', '13:00', '14:00']
    const sessions: { id: string }[] = []
    for (const from of times)
      sessions.push(await makeHeld(ctx, { unitId: branch.id, from, minutes: 90, marks }))
    let written = 0
    const order = fc.shuffledSubarray(sessions, { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(order, async (counted) => {
        for (const { id } of counted) await creditHours(ctx, { sessionId: id })
        const { rows } = await sql<{ twice: number; rows: number }>`
          select count(*) as rows, count(*) filter (where exists (select from hour_credit b
            where b.person_id = a.person_id and b.id <> a.id and b.replaced_at is null and a.replaced_at is null
              and a.hours > 0 and b.hours > 0 and b.during && a.during)) as twice
          from hour_credit a where a.person_id = ${member.id}`.execute(ctx.tx)
        expect(rows[0]!.twice).toBe(0)
        expect(rows[0]!.rows).toBeGreaterThanOrEqual(written)
        written = rows[0]!.rows
      }),
      { numRuns: 20 },
    )
    const { progress } = await hoursOf(ctx, member.id, await makeSeason(ctx))
    expect(progress.hours).toBeLessThanOrEqual(4.5)
  }))
