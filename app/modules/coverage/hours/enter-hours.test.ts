import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { committed, failureOf, otherStreet, ownDatabase, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeSeason } from '#test/make-talks.ts'
import { allAtOnce } from '#test/race.ts'
import { decideEntry } from './decide-entry.ts'
import { enterHours } from './enter-hours.ts'
import { hoursOf, lockEntry } from './queries.ts'

const database = await ownDatabase()

async function makeParts(ctx: Context) {
  const season = await makeSeason(ctx)
  const branch = await makeBranch(ctx)
  const member = await makeAppointed(ctx, 'member', branch.id)
  const secretary = await as(ctx, await makeAppointed(ctx, 'secretary', branch.id))
  const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
  const office = await as(ctx, await makeAppointed(ctx, 'office'))
  const input = {
    personId: member.id,
    seasonId: season.id,
    onDay: '2022-01-10',
    strandCode: 'pioneer',
    form: 'centralised',
    what: '区里的培训',
    hours: 4,
    reason: '有会议通知',
  } as const
  return { season, branch, member, secretary, organiser, office, input }
}

test('hours count once a second person has confirmed them, and a correction keeps the old row', () =>
  rolledBack(async (ctx) => {
    const { season, member, secretary, organiser, office, input } = await makeParts(ctx)
    const { id } = await enterHours(secretary, input)
    expect((await hoursOf(ctx, member.id, season)).progress.hours).toBe(0)
    await decideEntry(organiser, { entryId: id, decision: 'confirmed', answer: '' })
    expect((await hoursOf(ctx, member.id, season)).progress).toMatchObject({
      hours: 4,
      sessions: 1,
    })

    const corrected = await enterHours(organiser, { ...input, hours: 3, corrects: id })
    const again = () => enterHours(office, { ...input, hours: 2, corrects: id })
    expect(await failureOf(ctx, again)).toBe('entry_corrected')
    expect((await hoursOf(ctx, member.id, season)).progress.hours).toBe(4)
    await decideEntry(office, { entryId: corrected.id, decision: 'confirmed', answer: '' })
    const { progress, entries } = await hoursOf(ctx, member.id, season)
    expect(progress.hours).toBe(3)
    expect(entries.map(({ hours, status, replacedAt }) => [hours, status, replacedAt])).toEqual([
      [3, 'confirmed', null],
      [4, 'confirmed', ctx.now],
    ])
    expect(await failureOf(ctx, again)).toBe('entry.notCounting')
  }))

test('what is sent back does not count', () =>
  rolledBack(async (ctx) => {
    const { season, member, secretary, office, input } = await makeParts(ctx)
    const { id } = await enterHours(secretary, input)
    const refuse = (answer: string) =>
      decideEntry(office, { entryId: id, decision: 'refused', answer })
    expect(await failureOf(ctx, () => refuse(''))).toBe('entry.noAnswer')
    await refuse('那天没有培训')
    expect((await hoursOf(ctx, member.id, season)).progress.hours).toBe(0)
    expect(await failureOf(ctx, () => refuse('再看看'))).toBe('entry.decided')
  }))

test('nobody enters or confirms for themselves, and nobody is both people', () =>
  rolledBack(async (ctx) => {
    const { secretary, organiser, office, input } = await makeParts(ctx)
    const own = { ...input, personId: secretary.actor.personId! }
    expect(await failureOf(ctx, () => enterHours(secretary, own))).toBe('entry_oneself')
    const { id } = await enterHours(organiser, own)
    const confirm = (by: Context) => () =>
      decideEntry(by, { entryId: id, decision: 'confirmed', answer: '' })
    expect(await failureOf(ctx, confirm(secretary))).toBe('entry_oneself')
    expect(await failureOf(ctx, confirm(organiser))).toBe('entry_same_person')
    const past = (by: string) => () =>
      sql`update hour_entry set status = 'confirmed', decided_by = ${by}, decided_at = ${ctx.now}
        where id = ${id}`.execute(ctx.tx)
    expect(await failureOf(ctx, past(organiser.actor.personId!))).toBe('entry_same_person')
    expect(await failureOf(ctx, past(secretary.actor.personId!))).toBe('entry_oneself')
    await confirm(office)()
  }))

test.each([
  ['for a day to come', { onDay: '2022-01-13' }, 'entry.future'],
  ['before the season', { onDay: '2021-06-01' }, 'entry.outsideSeason'],
  ['in a strand of no season', { strandCode: 'sport' }, 'entry.unknownStrand'],
])('hours %s are refused', (_, change, expected) =>
  rolledBack(async (ctx) => {
    const { office, input } = await makeParts(ctx)
    expect(await failureOf(ctx, () => enterHours(office, { ...input, ...change }))).toBe(expected)
  }),
)

test('members, other branches and other streets enter and confirm nothing', () =>
  rolledBack(async (ctx) => {
    const { member, office, input } = await makeParts(ctx)
    const other = await makeBranch(ctx)
    const strangers = [
      await as(ctx, member),
      await as(ctx, await makeAppointed(ctx, 'secretary', other.id)),
    ]
    const { id } = await enterHours(office, input)
    const decision = { entryId: id, decision: 'confirmed', answer: '' } as const
    for (const stranger of strangers) {
      expect(await failureOf(ctx, () => enterHours(stranger, input))).toBe('forbidden')
      expect(await failureOf(ctx, () => decideEntry(stranger, decision))).toBe('forbidden')
    }
    const elsewhere = { ...office, street: otherStreet }
    expect(await failureOf(ctx, () => decideEntry(elsewhere, decision))).toBe('notFound')
  }))

test('two people who confirm at once confirm once', async () => {
  const { organiser, office, entryId, season, member } = await committed(database, async (ctx) => {
    const parts = await makeParts(ctx)
    return { ...parts, entryId: (await enterHours(parts.secretary, parts.input)).id }
  })
  const confirm = (who: Context) => () =>
    committed(database, (ctx) => decideEntry(ctx, { entryId, decision: 'confirmed', answer: '' }), {
      actor: who.actor,
    })
  const hold = (ctx: Context) => lockEntry(ctx, entryId)
  const both = await allAtOnce(database, hold, [confirm(organiser), confirm(office)])
  expect(both.toSorted()).toEqual(['done', 'entry.decided'])
  const { progress } = await committed(database, (ctx) => hoursOf(ctx, member.id, season))
  expect(progress.hours).toBe(4)
})
