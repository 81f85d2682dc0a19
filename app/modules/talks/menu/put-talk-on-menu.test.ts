import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { endSpeaking } from '../speakers/end-speaking.ts'
import { findTalk, menuOf } from './queries.ts'
import { retireTalk } from './retire-talk.ts'

test('talks on the menu are numbered one after the other', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const first = await makeTalk(ctx, [speaker])
    const second = await makeTalk(ctx, [speaker])
    const numbers = (await menuOf(ctx)).talks.map((talk) => [talk.id, talk.number])
    expect(numbers).toEqual([
      [first.id, 1],
      [second.id, 2],
    ])
  }))

test.each([
  ['talk.unknownTopic', { topics: ['fraud', 'other'] }],
  ['talk.unknownStrand', { strandCode: 'other' }],
  ['talk.unknownSpeaker', { speakerIds: ['018f0000-0000-7000-8000-000000000000'] }],
] as const)('%s', (reason, wrong) =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const put = () => makeTalk(ctx, [speaker], { ...wrong } as Parameters<typeof makeTalk>[2])
    await makeTalk(ctx, [speaker])
    expect(await failureOf(ctx, put)).toBe(reason)
  }),
)

test('a speaker who left is not put on a talk', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    await makeTalk(ctx)
    await endSpeaking(ctx, { speakerId: speaker.id })
    expect(await failureOf(ctx, () => makeTalk(ctx, [speaker]))).toBe('talk.speakerLeft')
  }))

test('only the office keeps the menu', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [speaker])
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => makeTalk(organiser, [speaker]))).toBe('forbidden')
    expect(await failureOf(ctx, () => retireTalk(organiser, { talkId: talk.id }))).toBe('forbidden')
  }))

test('a talk comes off the menu once', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx)
    await retireTalk(ctx, { talkId: talk.id })
    expect((await findTalk(ctx, talk.id))!.retiredAt).toEqual(ctx.now)
    expect(await failureOf(ctx, () => retireTalk(ctx, { talkId: talk.id }))).toBe(
      'talk.alreadyRetired',
    )
  }))
