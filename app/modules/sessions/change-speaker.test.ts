import { expect, test } from 'vitest'
import { substituteSpeaker } from '#app/modules/talks/dispatches/substitute-speaker.ts'
import { system } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { makeSpeaker } from '#test/make-talks.ts'
import { cancelSession } from './cancel-session.ts'
import { changeSpeaker } from './change-speaker.ts'
import { findSession } from './queries.ts'

test('who steps in has the session as it stands; its host can’t let them in', () =>
  rolledBack(async (ctx) => {
    const session = await makeSession(ctx)
    const other = await makeSpeaker(ctx)
    await ctx.tx
      .insertInto('talkSpeaker')
      .values({
        streetId: ctx.street,
        talkId: session.talk.id,
        speakerId: other.id,
        position: 9,
      })
      .execute()
    const { id: dispatchId } = await substituteSpeaker(session.office, {
      dispatchId: session.dispatchId,
      speakerId: other.id,
    })
    const before = (await findSession(ctx, session.id))!
    const input = { sessionId: session.id, dispatchId }
    const host = await as(ctx, { id: session.hostId })
    expect(await failureOf(ctx, () => changeSpeaker(host, input))).toBe('forbidden')
    const byProgram = { ...ctx, actor: system }
    await changeSpeaker(byProgram, input)
    const after = (await findSession(ctx, session.id))!
    expect(after).toMatchObject({
      status: 'scheduled',
      dispatchId,
      speakerPersonId: other.personId,
      during: before.during,
      venueId: before.venueId,
    })
    await cancelSession(byProgram, { sessionId: session.id, reason: '停电' })
    expect(await failureOf(ctx, () => changeSpeaker(byProgram, input))).toBe('session.cancelled')
  }))
