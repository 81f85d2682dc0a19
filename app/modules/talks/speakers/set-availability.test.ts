import { expect, test } from 'vitest'
import { Invalid } from '#app/platform/errors.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson, makeVenue } from '#test/make.ts'
import { makeDispatch, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { findOrder } from '../orders/queries.ts'
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
        seasonLimit: '20',
        restDays: '1',
        onHolidays: 'yes',
        hours: [
          [
            { from: '09:00', until: '11:30' },
            { from: '14:00', until: '16:00' },
          ],
          [{ from: '', until: '' }],
        ],
        away: [
          { from: '2022-01-20', until: '2022-01-25' },
          { from: '2022-02-01', until: '' },
        ],
        extra: [{ day: '2022-01-30', from: '08:00', until: '10:00' }],
      }),
    )
    const nothing = {
      hours: [],
      away: [],
      extra: [],
      weeklyLimit: null,
      seasonLimit: null,
      restDays: 0,
      onHolidays: false,
      rangeKm: null,
      vettedUntil: null,
      homeVenueId: null,
      home: null,
      booked: [],
    }
    expect((await availabilityOf(ctx, [speaker.id])).get(speaker.id)).toEqual({
      ...nothing,
      weeklyLimit: 2,
      seasonLimit: 20,
      restDays: 1,
      onHolidays: true,
      hours: [
        { weekday: 1, fromTime: '09:00', untilTime: '11:30' },
        { weekday: 1, fromTime: '14:00', untilTime: '16:00' },
      ],
      away: [
        { fromOn: '2022-01-20', untilOn: '2022-01-25' },
        { fromOn: '2022-02-01', untilOn: '2022-02-01' },
      ],
      extra: [{ day: '2022-01-30', fromTime: '08:00', untilTime: '10:00' }],
    })
    await setAvailability(self, said(speaker.id, {}))
    expect((await availabilityOf(ctx, [speaker.id])).get(speaker.id)).toEqual(nothing)
  }))

test('what does not fit is refused at its field, and overlaps by the database too', () =>
  rolledBack(async (ctx) => {
    const { id } = await makeSpeaker(ctx)
    const hours = said(id, { hours: [[{ from: '11:00', until: '09:00' }]] })
    await expect(setAvailability(ctx, hours)).rejects.toEqual(
      new Invalid({ 'hours.0.0.until': 'speaker_hours_order' }),
    )
    const of = { streetId: ctx.street, speakerId: id }
    const hour = { ...of, weekday: 1, untilTime: '11:00' }
    const twice = ctx.tx.insertInto('speakerHours').values([
      { ...hour, fromTime: '09:00' },
      { ...hour, fromTime: '10:59' },
    ])
    expect(await failureOf(ctx, () => twice.execute())).toBe('speaker_hours_overlap')
    const away = ctx.tx.insertInto('speakerAway').values([
      { ...of, fromOn: '2022-01-20', untilOn: '2022-01-22' },
      { ...of, fromOn: '2022-01-22', untilOn: '2022-01-22' },
    ])
    expect(await failureOf(ctx, () => away.execute())).toBe('speaker_away_overlap')
  }))

test('what is promised, where, and where a speaker lives stand beside the times', () =>
  rolledBack(async (ctx) => {
    const { speaker, order, dispatch, venue } = await makeDispatch(ctx, 'proposed')
    const booked = (await availabilityOf(ctx)).get(speaker.id)?.booked
    expect(booked).toEqual([
      {
        orderId: order.id,
        seasonId: (await findOrder(ctx, order.id))!.seasonId,
        venueId: venue.id,
        at: null,
        time: (await findDispatch(ctx, dispatch.id))!.during,
      },
    ])
  }))

const entry = {
  about: '讲老街的故事。',
  aboutEn: '',
  languages: ['rugao' as const],
  topics: [{ code: 'fraud', strength: 3 }],
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
