import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { speakersOfTalk } from '../menu/queries.ts'
import { CorrectEntry, correctEntry } from './correct-entry.ts'
import { endSpeaking } from './end-speaking.ts'
import { availabilityOf, findSpeaker, speakerOfPerson, vettingsEnding } from './queries.ts'
import { RegisterSpeaker, registerSpeaker } from './register-speaker.ts'
import { setAvailability } from './set-availability.ts'
import { vetSpeaker } from './vet-speaker.ts'

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

test('what was said of a speaker goes as they leave, and they may come back', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    await makeTalk(ctx, [speaker])
    const own = { speakerId: speaker.id }
    const topics = [{ code: 'fraud', strength: 3 }]
    const said = entry(speaker.personId)
    await correctEntry(
      ctx,
      CorrectEntry.parse({ ...own, about: '讲。', languages: ['rugao'], topics }),
    )
    const hours = [[{ from: '09:00', until: '10:00' }]]
    await setAvailability(ctx, { ...own, hours, away: [] })
    await endSpeaking(ctx, own)
    expect(await findSpeaker(ctx, speaker.id)).toMatchObject({ about: '', topics: [] })
    expect((await availabilityOf(ctx, [speaker.id])).get(speaker.id)?.hours).toEqual([])
    expect((await registerSpeaker(ctx, said)).id).toBe(speaker.id)
    expect(await findSpeaker(ctx, speaker.id)).toMatchObject({ about: said.about, leftAt: null })
  }))

test('the office vouches for a speaker until a day, and is reminded before it', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const vet = (by: Context, until: string) => vetSpeaker(by, { speakerId: speaker.id, until })
    await vet(office, '2022-02-12')
    expect((await vettingsEnding(ctx)).map(({ id }) => id)).toEqual([])
    await vet(office, '2022-02-11')
    expect((await vettingsEnding(ctx)).map(({ id }) => id)).toEqual([speaker.id])
    expect(await failureOf(ctx, () => vet(office, '2022-01-12'))).toBe('speaker.vettingDay')
    const self = await as(ctx, { id: speaker.personId })
    expect(await failureOf(ctx, () => vet(self, '2022-05-01'))).toBe('forbidden')
    await endSpeaking(self, { speakerId: speaker.id })
    expect(await failureOf(ctx, () => vet(office, '2022-05-01'))).toBe('speaker.alreadyLeft')
  }))

test('nobody ends another speaker’s entry', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => endSpeaking(stranger, { speakerId: speaker.id }))).toBe(
      'forbidden',
    )
  }))
