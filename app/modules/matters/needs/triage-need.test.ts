import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeNeed } from '#test/make-matters.ts'
import { followUpNeed } from './follow-up-need.ts'
import { findNeed, openReferrals } from './queries.ts'
import { triageNeed } from './triage-need.ts'

const answer = { answer: '今天下午就修', department: '' }

test('the office answers at once; nobody can decide it again', () =>
  rolledBack(async (ctx) => {
    const need = await makeNeed(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const input = { needId: need.id, how: 'answered', ...answer } as const
    await triageNeed(office, input)
    const after = (await findNeed(ctx, need.id))!
    expect([after.status, after.answer, after.triagedAt]).toEqual([
      'answered',
      '今天下午就修',
      ctx.now,
    ])
    expect(await failureOf(ctx, () => triageNeed(office, input))).toBe('need.alreadyTriaged')
  }))

test('a referral names its department and is followed up', () =>
  rolledBack(async (ctx) => {
    const need = await makeNeed(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const refer = { needId: need.id, how: 'referred', answer: '', department: '供电所' } as const
    expect(await failureOf(ctx, () => triageNeed(office, { ...refer, department: '' }))).toBe(
      'need.departmentMissing',
    )
    expect(
      await failureOf(ctx, () => followUpNeed(office, { needId: need.id, words: '修好了' })),
    ).toBe('need.notReferred')
    await triageNeed(office, refer)
    expect((await openReferrals(ctx)).map(({ id }) => id)).toEqual([need.id])
    await followUpNeed(office, { needId: need.id, words: '供电所换了表箱' })
    expect(await openReferrals(ctx)).toEqual([])
    expect((await findNeed(ctx, need.id))!.followUp).toBe('供电所换了表箱')
  }))

test('a refusal has its reason, and only the office refuses', () =>
  rolledBack(async (ctx) => {
    const need = await makeNeed(ctx)
    const refuse = { needId: need.id, how: 'refused', answer: '', department: '' } as const
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const staff = await as(ctx, await makeAppointed(ctx, 'staff'))
    expect(await failureOf(ctx, () => triageNeed(office, refuse))).toBe('need.answerMissing')
    expect(await failureOf(ctx, () => triageNeed(staff, { ...refuse, answer: '是私人的事' }))).toBe(
      'forbidden',
    )
  }))
