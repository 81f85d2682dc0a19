import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  type AskingReason,
  showsContact,
  whyNotAnswerable,
  whyNotAskable,
  whyNotEnded,
} from './rules.ts'

const now = instantAt('2022-01-12', '10:00')
const hour = (date: string, from: string, to: string) => ({
  start: instantAt(date, from),
  end: instantAt(date, to),
})
const order = { language: 'nantong', headCount: 20 }
const speaker = {
  leftAt: null,
  languages: ['nantong'],
  mostGuests: null as number | null,
  givesTalk: true,
  comes: { hours: [], away: [], weeklyLimit: 2 as number | null, homeVenueId: null },
  talksThatWeek: 1,
}
const time = hour('2022-01-20', '14:00', '15:00')

test.each<[string, AskingReason | null, object, typeof time | undefined, object]>([
  ['a speaker who suits', null, {}, time, {}],
  ['a time the branch did not name', 'dispatch.notOneOfTheTimes', {}, undefined, {}],
  ['a time that has come', 'dispatch.timePast', {}, hour('2022-01-12', '10:00', '11:00'), {}],
  ['a speaker who left', 'dispatch.speakerLeft', {}, time, { leftAt: now }],
  ['another speaker’s talk', 'dispatch.notTheirTalk', {}, time, { givesTalk: false }],
  ['a language not spoken', 'dispatch.languageNotSpoken', {}, time, { languages: ['mandarin'] }],
  ['as many guests as are received', null, { headCount: 8 }, time, { mostGuests: 8 }],
  ['one guest more', 'dispatch.tooManyGuests', { headCount: 9 }, time, { mostGuests: 8 }],
  ['a week that is full', 'dispatch.enoughThatWeek', {}, time, { talksThatWeek: 2 }],
])('asking: %s', (_, expected, itsOrder, at, itsSpeaker) => {
  expect(
    whyNotAskable(
      { status: 'submitted', ...order, venueId: 'v', ...itsOrder },
      at,
      { ...speaker, ...itsSpeaker },
      now,
    ),
  ).toBe(expected)
})

const past = hour('2022-01-12', '08:00', '09:00')
test.each([
  ['proposed', time, null, null],
  ['proposed', past, 'dispatch.timePast', 'dispatch.over'],
  ['accepted', time, 'dispatch.alreadyAnswered', null],
  ['accepted', past, 'dispatch.alreadyAnswered', 'dispatch.over'],
  ['declined', time, 'dispatch.alreadyAnswered', 'dispatch.alreadyAnswered'],
  ['withdrawn', time, 'dispatch.takenBack', 'dispatch.takenBack'],
] as const)(
  'an invitation %s for %o: answer %s, take back %s',
  (status, during, answer, takeBack) => {
    expect(whyNotAnswerable({ status, during }, now)).toBe(answer)
    expect(whyNotEnded({ status, during }, 'declined', now)).toBe(answer)
    expect(whyNotEnded({ status, during }, 'takenBack', now)).toBe(takeBack)
  },
)

test.each([
  ['accepted', '2022-02-11T09:00:00+08:00', true],
  ['accepted', '2022-02-11T09:00:01+08:00', false],
  ['proposed', '2022-01-12T10:00:00+08:00', false],
  ['withdrawn', '2022-01-12T10:00:00+08:00', false],
] as const)('the contact of an invitation %s at %s is shown: %s', (status, at, expected) => {
  expect(showsContact({ status, during: past }, new Date(at))).toBe(expected)
})
