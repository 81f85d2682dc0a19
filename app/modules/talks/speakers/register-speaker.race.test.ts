import { expect, test } from 'vitest'
import { committed, ownDatabase, reasonOf } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSpeaker } from '#test/make-talks.ts'
import { allAtOnce } from '#test/race.ts'
import { endSpeaking } from './end-speaking.ts'
import { availabilityOf, lockSpeaker, lockSpeakerOf } from './queries.ts'
import { RegisterSpeaker, registerSpeaker } from './register-speaker.ts'
import { setAvailability } from './set-availability.ts'

const entry = (personId: string) =>
  RegisterSpeaker.parse({ personId, kind: 'citizen', about: '讲故事。', languages: ['nantong'] })

// Without speaker_person both succeed (tried by dropping the index).
test('the same person entered by two at once: one entry', async () => {
  const database = await ownDatabase()
  const { office, person } = await committed(database, async (ctx) => ({
    office: await makeAppointed(ctx, 'office'),
    person: await makePerson(ctx),
  }))
  const register = () =>
    committed(database, async (ctx) => registerSpeaker(await as(ctx, office), entry(person.id)))
  const outcomes = await Promise.all(
    [1, 2].map(() => register().then(() => 'registered', reasonOf)),
  )
  expect(outcomes.toSorted()).toEqual(['registered', 'speaker_person'])
})

test('someone who had left entered again by two at once: one entry', async () => {
  const database = await ownDatabase()
  const speaker = await committed(database, async (ctx) => {
    const made = await makeSpeaker(ctx)
    await endSpeaking(ctx, { speakerId: made.id })
    return made
  })
  const register = () => committed(database, (ctx) => registerSpeaker(ctx, entry(speaker.personId)))
  const outcomes = await allAtOnce(database, (ctx) => lockSpeakerOf(ctx, speaker.personId), [
    register,
    register,
  ])
  expect(outcomes.toSorted()).toEqual(['done', 'speaker_person'])
})

// Without the lock the two sets of hours overlap, and speaker_hours_overlap refuses one of them.
test('two change a speaker’s times at once: one after the other, whole', async () => {
  const database = await ownDatabase()
  const speaker = await committed(database, makeSpeaker)
  const set = (from: string) => () =>
    committed(database, (ctx) =>
      setAvailability(ctx, {
        speakerId: speaker.id,
        hours: [[{ from, until: '12:00' }]],
        away: [],
      }),
    )
  const outcomes = await allAtOnce(database, (ctx) => lockSpeaker(ctx, speaker.id), [
    set('09:00'),
    set('10:00'),
  ])
  expect(outcomes).toEqual(['done', 'done'])
  const comes = await committed(database, (ctx) => availabilityOf(ctx, [speaker.id]))
  expect(comes.get(speaker.id)?.hours.length).toBe(1)
})
