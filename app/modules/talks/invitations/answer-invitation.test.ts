import { expect, test } from 'vitest'
import { type Context, nobody, system } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { hashOf } from '#app/platform/open-writes.ts'
import { signLink } from '#app/platform/signing.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { factsOf } from '#test/make-sessions.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { endDispatch } from '../dispatches/end-dispatch.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { answerInvitation } from './answer-invitation.ts'
import { inviteSpeaker } from './notices.ts'
import { answering } from './queries.ts'

/** The link that the speaker was sent, and answering by it as whoever has it. */
async function invited(ctx: Context) {
  const made = await makeDispatch(ctx, 'proposed')
  const { id } = made.dispatch
  await inviteSpeaker(
    { ...ctx, actor: system },
    {
      id,
      subjectId: id,
      name: 'dispatch.proposed',
      actorId: null,
      at: ctx.now,
      reason: null,
      details: {},
    },
  )
  const told = await ctx.tx
    .selectFrom('notice')
    .select(['personId', 'link'])
    .where('factId', '=', id)
    .execute()
  const link = told[0]!.link.replace('/i/', '')
  const holder = { ...ctx, actor: nobody, address: '10.0.0.1' }
  const answer = (says: 'yes' | 'no', why = '', at = holder, by = link) =>
    failureOf(ctx, () => answerInvitation(at, { link: by, says, why }))
  const status = async () => (await findDispatch(ctx, id))!.status
  return { ...made, told, link, holder, answer, status }
}

test('the speaker is sent a link, and yes by it is the speaker’s own yes', () =>
  rolledBack(async (ctx) => {
    const { told, speaker, answer, status, dispatch } = await invited(ctx)
    expect(told).toEqual([
      { personId: speaker.personId, link: expect.stringMatching(/^\/i\/[\w-]{54}$/) },
    ])
    expect(await answer('yes')).toBe(undefined)
    expect(await status()).toBe('accepted')
    const by = { actorId: speaker.personId, onBehalfOf: null }
    expect((await factsOf(ctx, dispatch.id)).slice(-2)).toMatchObject([
      { name: 'dispatch.accepted', ...by },
      { name: 'invitation.answered', ...by, details: { way: 'link' } },
    ])
  }))

test('no by the link is as free, with a word or without', () =>
  rolledBack(async (ctx) => {
    const { answer, status, dispatch } = await invited(ctx)
    expect(await answer('no', '那天要去医院')).toBe(undefined)
    expect(await status()).toBe('declined')
    expect((await findDispatch(ctx, dispatch.id))!.answer).toBe('那天要去医院')
  }))

test('a link used twice, or by someone it was forwarded to, changes nothing more', () =>
  rolledBack(async (ctx) => {
    const { answer, status } = await invited(ctx)
    await answer('yes')
    expect([await answer('yes'), await answer('no')]).toEqual([
      'dispatch.alreadyAnswered',
      'dispatch.alreadyAnswered',
    ])
    expect(await status()).toBe('accepted')
  }))

test('what was withdrawn meanwhile, or whose time has come, can’t be answered', () =>
  rolledBack(async (ctx) => {
    const { answer, byOffice, dispatch, holder } = await invited(ctx)
    const then = { ...holder, now: later(ctx.now, 30 * day) }
    expect(await answer('yes', '', then)).toBe('dispatch.timePast')
    await endDispatch(byOffice, { dispatchId: dispatch.id, how: 'takenBack', answer: '' })
    expect(await answer('yes')).toBe('dispatch.takenBack')
  }))

test('a link does this one thing for this one invitation', () =>
  rolledBack(async (ctx) => {
    const { answer, link, dispatch, holder } = await invited(ctx)
    const toOther = await signLink(ctx, 'review', dispatch.id, later(ctx.now, day))
    const toNone = await signLink(ctx, answering, newId(), later(ctx.now, day))
    expect(await answer('yes', '', holder, toOther)).toBe('notFound')
    expect(await answer('yes', '', holder, `${link.slice(0, -4)}AAAA`)).toBe('notFound')
    expect(await answer('yes', '', holder, toNone)).toBe('notFound')
  }))

test('sixty answers an hour from one place, then it is enough', () =>
  rolledBack(async (ctx) => {
    const { answer, status } = await invited(ctx)
    await ctx.tx
      .insertInto('openWrite')
      .values(
        Array.from({ length: 60 }, () => ({
          streetId: ctx.street,
          id: newId(),
          what: 'invitation',
          fromHash: hashOf('10.0.0.1'),
          at: ctx.now,
        })),
      )
      .execute()
    expect(await answer('yes')).toBe('invitation.tooManyFromHere')
    expect(await status()).toBe('proposed')
  }))
