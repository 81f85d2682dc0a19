import { expect, test } from 'vitest'
import { findWithUnits } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeSeason } from '#test/make-talks.ts'
import { requirementsOf } from '../queries.ts'
import { changeRequirements } from './change-requirements.ts'
import { exemptPerson } from './exempt-person.ts'
import { exemptionsOf, whatIsAskedOn } from './queries.ts'
import { requirementFor } from './rules.ts'
import { shortenExemption } from './shorten-exemption.ts'

async function makeParts(ctx: Context) {
  const season = await makeSeason(ctx)
  const branch = await makeBranch(ctx)
  const member = await makeAppointed(ctx, 'member', branch.id)
  const secretary = await as(ctx, await makeAppointed(ctx, 'secretary', branch.id))
  const office = await as(ctx, await makeAppointed(ctx, 'office'))
  const input = {
    personId: member.id,
    fromOn: season.startsOn,
    untilOn: season.endsOn,
    reason: '住院',
  }
  const asked = async () => {
    const [on] = await whatIsAskedOn(ctx, season, [member.id])
    const requirements = await requirementsOf(ctx, season.id)
    return requirementFor(season, requirements, on!.held, on!.exemptions)
  }
  return { season, member, secretary, office, input, asked }
}

test('nothing is asked while someone is exempt, and again once it ends earlier', () =>
  rolledBack(async (ctx) => {
    const { season, member, office, input, asked } = await makeParts(ctx)
    expect(await asked()).toMatchObject({ hours: 32, exempt: 0 })
    const { id } = await exemptPerson(office, input)
    expect(await asked()).toMatchObject({ hours: 0, parts: [] })
    expect(await failureOf(ctx, () => exemptPerson(office, input))).toBe('exemption_overlap')
    await shortenExemption(office, { exemptionId: id, lastDay: season.startsOn })
    expect(await asked()).toMatchObject({ hours: 32, exempt: 0 })
    const longer = () => shortenExemption(office, { exemptionId: id, lastDay: season.endsOn })
    expect(await failureOf(ctx, longer)).toBe('exemption.notShorter')
    expect(await exemptionsOf(ctx, member.id)).toMatchObject([
      { fromOn: season.startsOn, untilOn: season.startsOn, reason: '住院' },
    ])
    const facts = await ctx.tx
      .selectFrom('fact')
      .select(['name', 'reason'])
      .where('subjectId', '=', member.id)
      .where('name', 'like', '%exempt%')
      .orderBy('id')
      .execute()
    expect(facts).toEqual([
      { name: 'person.exempted', reason: null },
      { name: 'exemption.shortened', reason: null },
    ])
  }))

test('the office changes what a season asks, and what it asked before is kept', () =>
  rolledBack(async (ctx) => {
    const { season, secretary, office, asked } = await makeParts(ctx)
    const before = await requirementsOf(ctx, season.id)
    const input = {
      seasonId: season.id,
      requirements: [{ role: 'member' as const, hours: 12, sessions: 3, eachStrand: 1 }],
    }
    expect(await failureOf(ctx, () => changeRequirements(secretary, input))).toBe('forbidden')
    const twice = { ...input, requirements: [...input.requirements, ...input.requirements] }
    expect(await failureOf(ctx, () => changeRequirements(office, twice))).toBe(
      'requirement.roleTwice',
    )
    await changeRequirements(office, input)
    expect(await asked()).toMatchObject({ hours: 12, sessions: 3 })
    const fact = await ctx.tx
      .selectFrom('fact')
      .select('details')
      .where('subjectId', '=', season.id)
      .where('name', '=', 'requirements.changed')
      .executeTakeFirstOrThrow()
    expect(fact.details).toEqual({ before })
  }))

test('the office alone exempts, nobody themselves, and no other street', () =>
  rolledBack(async (ctx) => {
    const { secretary, office, input } = await makeParts(ctx)
    expect(await failureOf(ctx, () => exemptPerson(secretary, input))).toBe('forbidden')
    const own = { ...input, personId: office.actor.personId! }
    expect(await failureOf(ctx, () => exemptPerson(office, own))).toBe('exemption.oneself')
    const turned = { ...input, untilOn: '2020-01-01' }
    expect(await failureOf(ctx, () => exemptPerson(office, turned))).toBe(
      'exemption.endsBeforeStart',
    )
    const elsewhere = { ...office, street: otherStreet }
    expect(await failureOf(ctx, () => exemptPerson(elsewhere, input))).toBe('notFound')
    expect(await findWithUnits(elsewhere, input.personId)).toBe(undefined)
  }))
