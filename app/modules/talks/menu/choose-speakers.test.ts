import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { endSpeaking } from '../speakers/end-speaking.ts'
import { chooseSpeakers } from './choose-speakers.ts'
import { menuOf, speakersOfTalk } from './queries.ts'

test('the office says who gives a talk and how well; the strongest stands first', () =>
  rolledBack(async (ctx) => {
    const [first, second, third] = [
      await makeSpeaker(ctx),
      await makeSpeaker(ctx),
      await makeSpeaker(ctx),
    ]
    const { id: talkId } = await makeTalk(ctx, [first])
    await chooseSpeakers(ctx, {
      talkId,
      speakers: [
        { speakerId: first.id },
        { speakerId: second.id, strength: 1 },
        { speakerId: third.id, strength: 3 },
      ],
    })
    const speakers = await speakersOfTalk(ctx, talkId)
    expect(speakers.map(({ id, strength }) => [id, strength])).toEqual([
      [third.id, 3],
      [second.id, 1],
    ])
    expect((await menuOf(ctx, speakers[0]!.name)).talks.map(({ id }) => id)).toEqual([talkId])
  }))

test('somebody gives it, nobody who left, and nobody else decides', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const { id: talkId } = await makeTalk(ctx)
    const by = (speakerId: string) => ({ talkId, speakers: [{ speakerId, strength: 2 }] })
    expect(await failureOf(ctx, () => chooseSpeakers(ctx, { talkId, speakers: [] }))).toBe(
      'talk.nobodyGivesIt',
    )
    const unknown = by('018f0000-0000-7000-8000-000000000000')
    expect(await failureOf(ctx, () => chooseSpeakers(ctx, unknown))).toBe('talk.unknownSpeaker')
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser'))
    const chosen = by(speaker.id)
    expect(await failureOf(ctx, () => chooseSpeakers(organiser, chosen))).toBe('forbidden')
    await endSpeaking(ctx, { speakerId: speaker.id })
    expect(await failureOf(ctx, () => chooseSpeakers(ctx, chosen))).toBe('talk.speakerLeft')
  }))
