import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { speakersOfTalk } from '../menu/queries.ts'
import { endSpeaking } from './end-speaking.ts'
import { findSpeaker, speakerOfPerson } from './queries.ts'
import { RegisterSpeaker, registerSpeaker } from './register-speaker.ts'

const entry = (personId: string) =>
  RegisterSpeaker.parse({
    personId,
    kind: 'veteran',
    about: '讲自己的故事。',
    languages: ['nantong'],
  })

test('the office enters a person in the register', () =>
  rolledBack(async (ctx) => {
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const person = await makePerson(ctx)
    const speaker = await registerSpeaker(office, entry(person.id))
    expect((await speakerOfPerson(ctx, person.id))?.id).toBe(speaker.id)
  }))

test('a person stands in the register once', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    await registerSpeaker(ctx, entry(person.id))
    expect(await failureOf(ctx, () => registerSpeaker(ctx, entry(person.id)))).toBe(
      'speaker_person',
    )
  }))

test('only the office registers', () =>
  rolledBack(async (ctx) => {
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser'))
    const person = await makePerson(ctx)
    expect(await failureOf(ctx, () => registerSpeaker(organiser, entry(person.id)))).toBe(
      'forbidden',
    )
  }))

test('a speaker leaves by themselves and is not asked any more', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [speaker])
    const self = await as(ctx, { id: speaker.personId })
    await endSpeaking(self, { speakerId: speaker.id })
    expect((await findSpeaker(ctx, speaker.id))!.leftAt).toEqual(ctx.now)
    expect(await speakersOfTalk(ctx, talk.id)).toEqual([])
    expect(await failureOf(ctx, () => endSpeaking(self, { speakerId: speaker.id }))).toBe(
      'speaker.alreadyLeft',
    )
  }))

test('nobody ends another speaker’s entry', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => endSpeaking(stranger, { speakerId: speaker.id }))).toBe(
      'forbidden',
    )
  }))
