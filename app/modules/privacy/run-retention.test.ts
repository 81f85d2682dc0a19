import { expect, test } from 'vitest'
import { makeSuggestion } from '#app/modules/people/suggestions/make-suggestion.ts'
import { newId } from '#app/platform/ids.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { retentionRuns, whatIsDue } from './queries.ts'
import { runRetention } from './run-retention.ts'

test('what is due is told before it goes, goes once, and is written down', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    const notice = (madeAt: Date) => ({
      streetId: ctx.street,
      id: newId(),
      personId: person.id,
      factId: newId(),
      name: 'x',
      details: '{}',
      link: '/',
      urgency: 'digest' as const,
      channel: 'sms' as const,
      madeAt,
      dueAt: madeAt,
    })
    const old = later(ctx.now, -366 * day)
    await ctx.tx
      .insertInto('notice')
      .values([notice(old), notice(later(ctx.now, -364 * day))])
      .execute()
    // Unanswered, however old: what has not ended is not due.
    await makeSuggestion({ ...ctx, now: later(ctx.now, -5 * 365 * day) }, { words: '慢', page: '' })
    const due = [{ table: 'notice', days: 365, rows: 1, oldest: old }]
    expect(await whatIsDue(ctx)).toEqual(due)
    expect(await ctx.tx.selectFrom('notice').select('id').execute()).toHaveLength(2)
    expect(await runRetention(ctx)).toEqual(due)
    expect(await ctx.tx.selectFrom('notice').select('id').execute()).toHaveLength(1)
    expect(await whatIsDue(ctx)).toEqual([])
    expect(await runRetention(ctx)).toEqual([])
    const runs = await retentionRuns(ctx)
    expect(runs.map(({ counts }) => counts)).toEqual([
      [],
      [{ table: 'notice', rows: 1, oldest: old }],
    ])
  }))

test('an organiser starts no retention run', () =>
  rolledBack(async (ctx) => {
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => runRetention(organiser))).toBe('forbidden')
  }))
