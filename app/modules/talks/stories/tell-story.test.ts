import { expect, test } from 'vitest'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { system } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { fileOf, wav } from '#test/make-files.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { endSpeaking } from '../speakers/end-speaking.ts'
import { findStory, storiesOf, storiesOfTalk } from './queries.ts'
import { removeStory } from './remove-story.ts'
import { purposeOf, stateOf } from './rules.ts'
import { takeStoryDown } from './take-story-down.ts'
import { TellStory, tellStory } from './tell-story.ts'

const told = (speakerId: string, more: object = { words: '那年冬天，河上结了冰。' }) =>
  TellStory.parse({ speakerId, title: '过河', ...more })

test('a story stands beside the talk while the speaker consents, and no longer', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [speaker])
    const self = await as(ctx, { id: speaker.personId })
    const { id } = await tellStory(self, told(speaker.id))
    expect(await storiesOfTalk(ctx, talk.id)).toEqual([])
    const consent = { personId: speaker.personId, purpose: 'story' as const, subjectId: id }
    const { id: consentId } = await giveConsent(self, consent)
    expect((await storiesOfTalk(ctx, talk.id)).map((story) => story.id)).toEqual([id])
    await withdrawConsent(self, { consentId })
    expect(await storiesOfTalk(ctx, talk.id)).toEqual([])
    await takeStoryDown({ ...ctx, actor: system }, { storyId: id })
    await giveConsent(self, consent)
    expect(await storiesOfTalk(ctx, talk.id)).toEqual([])
    expect(stateOf((await findStory(ctx, id))!)).toBe('down')
  }))

test('a recording needs a consent of its own kind', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [speaker])
    const self = await as(ctx, { id: speaker.personId })
    const recording = fileOf(wav(3), '讲述.wav')
    const { id } = await tellStory(self, told(speaker.id, { recording }))
    const story = (await findStory(ctx, id))!
    expect([purposeOf(story), story.kind]).toEqual(['recording', 'audio'])
    const consent = { personId: speaker.personId, subjectId: id }
    await giveConsent(self, { ...consent, purpose: 'story' })
    expect(await storiesOfTalk(ctx, talk.id)).toEqual([])
    await giveConsent(self, { ...consent, purpose: 'recording' })
    expect((await storiesOfTalk(ctx, talk.id)).length).toBe(1)
  }))

test('the speaker or the office tells and removes a story, which has something in it', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const { id } = await tellStory(office, told(speaker.id))
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => tellStory(stranger, told(speaker.id)))).toBe('forbidden')
    expect(await failureOf(ctx, () => removeStory(stranger, { storyId: id }))).toBe('forbidden')
    expect(await failureOf(ctx, () => takeStoryDown(office, { storyId: id }))).toBe('forbidden')
    expect(await failureOf(ctx, () => tellStory(office, told(speaker.id, {})))).toBe(
      'story.nothing',
    )
    await removeStory(await as(ctx, { id: speaker.personId }), { storyId: id })
    expect(await storiesOf(ctx, speaker.id)).toEqual([])
    await endSpeaking(ctx, { speakerId: speaker.id })
    expect(await failureOf(ctx, () => tellStory(office, told(speaker.id)))).toBe(
      'story.speakerLeft',
    )
  }))
