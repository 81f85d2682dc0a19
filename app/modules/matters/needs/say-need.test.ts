import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { later, minute } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makeCommunity, makePerson } from '#test/make.ts'
import { makeNeed, makePhone, needInput } from '#test/make-matters.ts'
import { contactOf, findNeed, needOfLink } from './queries.ts'
import { sayNeed } from './say-need.ts'

test('a resident says what is lacking without signing in; numbers stay out of the words', () =>
  rolledBack(async (ctx) => {
    const community = await makeCommunity(ctx)
    const input = needInput(community.id, {
      words: '楼道灯坏了，打13812345678找我',
      landmark: '3幢502室',
    })
    const said = await sayNeed({ ...ctx, actor: nobody }, input)
    const need = (await findNeed(ctx, said.id))!
    expect([said.masked, need.words, need.landmark, need.status, need.personId]).toEqual([
      true,
      '楼道灯坏了，打***找我',
      '3幢***室',
      'waiting',
      null,
    ])
    expect(await contactOf(ctx, said.id)).toEqual({ name: '张阿姨', phone: input.phone, how: '' })
    expect(await needOfLink(ctx, said.link)).toBe(said.id)
    expect(await needOfLink(ctx, `${said.link}x`)).toBe(null)
  }))

test('a need with the phone of someone the street knows is theirs', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx, undefined, { phone: makePhone() })
    const { phone } = (await ctx.tx
      .selectFrom('person')
      .select('phone')
      .where('id', '=', person.id)
      .executeTakeFirst())!
    const need = await makeNeed(ctx, { phone: phone! })
    expect((await findNeed(ctx, need.id))!.personId).toBe(person.id)
  }))

test('staff write one down from paper, with or without a phone, on the resident’s behalf', () =>
  rolledBack(async (ctx) => {
    const community = await makeCommunity(ctx)
    const staff = await as(ctx, await makeAppointed(ctx, 'staff', community.id))
    const resident = await makePerson(ctx)
    const { phone } = (await ctx.tx
      .selectFrom('person')
      .select('phone')
      .where('id', '=', resident.id)
      .executeTakeFirst())!
    const paper = { channel: 'paper', address: null } as const
    const known = await sayNeed(staff, needInput(community.id, { ...paper, phone: phone! }))
    const facts = await ctx.tx
      .selectFrom('fact')
      .select(['name', 'actorId', 'onBehalfOf'])
      .where('subjectId', '=', known.id)
      .execute()
    expect(facts).toEqual([
      { name: 'need.said', actorId: staff.actor.personId, onBehalfOf: resident.id },
    ])
    const without = { ...paper, phone: undefined, how: '每天上午在活动室' }
    expect(await failureOf(ctx, () => sayNeed(staff, needInput(community.id, without)))).toBe(
      undefined,
    )
    const unreachable = needInput(community.id, { ...without, how: '' })
    expect(await failureOf(ctx, () => sayNeed(staff, unreachable))).toBe('need.noWayToReach')
  }))

test('someone who does not work for the street can’t write one down for others', () =>
  rolledBack(async (ctx) => {
    const community = await makeCommunity(ctx)
    const member = await as(ctx, await makeAppointed(ctx, 'member', community.id))
    const input = needInput(community.id, { channel: 'phone' })
    expect(await failureOf(ctx, () => sayNeed(member, input))).toBe('forbidden')
  }))

test('a need is of a community', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    expect(await failureOf(ctx, () => sayNeed(ctx, needInput(branch.id)))).toBe('notFound')
  }))

test('five needs an hour from one place, then it is full; an hour later it is not', () =>
  rolledBack(async (ctx) => {
    const community = await makeCommunity(ctx)
    const from = { address: '10.9.9.9' }
    const say = (at: typeof ctx) => sayNeed(at, needInput(community.id, from))
    for (let count = 0; count < 5; count += 1) await say(ctx)
    expect(await failureOf(ctx, () => say(ctx))).toBe('need.tooManyFromHere')
    const then = { ...ctx, now: later(ctx.now, 61 * minute) }
    expect(await failureOf(ctx, () => say(then))).toBe(undefined)
  }))

test('five needs an hour with one phone, wherever they come from', () =>
  rolledBack(async (ctx) => {
    const communityId = (await makeCommunity(ctx)).id
    const phone = makePhone()
    for (let count = 0; count < 5; count += 1) await makeNeed(ctx, { communityId, phone })
    expect(await failureOf(ctx, () => makeNeed(ctx, { communityId, phone }))).toBe(
      'need.tooManyFromPhone',
    )
  }))
