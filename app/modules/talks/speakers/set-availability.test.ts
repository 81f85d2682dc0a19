import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson, makeVenue } from '#test/make.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { correctEntry } from './correct-entry.ts'
import { availabilityOf, experts, findSpeaker } from './queries.ts'
import { SetAvailability, setAvailability } from './set-availability.ts'

const said = (speakerId: string, more: object) => SetAvailability.parse({ speakerId, ...more })

test('a speaker says when they can come, and says it anew', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const self = await as(ctx, { id: speaker.personId })
    await setAvailability(
      self,
      said(speaker.id, {
        weeklyLimit: '2',
        hours: [
          { from: '09:00', until: '11:30' },
          { from: '', until: '' },
        ],
        away: [
          { from: '2022-01-20', until: '2022-01-25' },
          { from: '2022-02-01', until: '' },
        ],
      }),
    )
    expect((await availabilityOf(ctx, [speaker.id])).get(speaker.id)).toEqual({
      weeklyLimit: 2,
      homeVenueId: null,
      hours: [{ weekday: 1, fromTime: '09:00', untilTime: '11:30' }],
      away: [
        { fromOn: '2022-01-20', untilOn: '2022-01-25' },
        { fromOn: '2022-02-01', untilOn: '2022-02-01' },
      ],
    })
    await setAvailability(self, said(speaker.id, {}))
    expect((await availabilityOf(ctx, [speaker.id])).get(speaker.id)).toEqual({
      weeklyLimit: null,
      homeVenueId: null,
      hours: [],
      away: [],
    })
  }))

test('hours and days that end before they begin are refused', () =>
  rolledBack(async (ctx) => {
    const { id } = await makeSpeaker(ctx)
    const hours = said(id, { hours: [{ from: '11:00', until: '09:00' }] })
    expect(await failureOf(ctx, () => setAvailability(ctx, hours))).toBe('speaker_hours_order')
    const away = said(id, { away: [{ from: '2022-01-20', until: '2022-01-19' }] })
    expect(await failureOf(ctx, () => setAvailability(ctx, away))).toBe('speaker_away_order')
  }))

const entry = {
  about: '讲老街的故事。',
  aboutEn: '',
  languages: ['rugao' as const],
  topics: ['fraud'],
  formats: ['home' as const],
  conditions: '',
  conditionsEn: '',
}

test('a speaker corrects the own entry; topics and formats of talks are added in the database', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    await makeTalk(ctx, [speaker], { topics: ['health'] })
    await correctEntry(await as(ctx, { id: speaker.personId }), { speakerId: speaker.id, ...entry })
    expect((await findSpeaker(ctx, speaker.id))!.about).toBe('讲老街的故事。')
    const [expert] = await experts(ctx)
    expect(expert).toMatchObject({
      languages: ['rugao'],
      topics: ['fraud', 'health'],
      formats: ['home', 'pavilion', 'talk'],
      talks: 1,
    })
  }))

test('only a home can be received at, and a stranger corrects nothing', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    await makeTalk(ctx, [speaker])
    const person = await makePerson(ctx)
    const hall = await makeVenue(ctx, person.homeUnitId!)
    const input = { speakerId: speaker.id, ...entry }
    const at = { ...input, homeVenueId: hall.id }
    expect(await failureOf(ctx, () => correctEntry(ctx, at))).toBe('speaker.notAHome')
    const stranger = await as(ctx, person)
    expect(await failureOf(stranger, () => correctEntry(stranger, input))).toBe('forbidden')
    const times = said(speaker.id, {})
    expect(await failureOf(stranger, () => setAvailability(stranger, times))).toBe('forbidden')
  }))
