import type { Tap } from '#app/modules/sessions/outcomes/rules.ts'
import type { InLanguages } from '#app/platform/language.ts'
import { placeNumber } from './places.ts'

/** Brush and lamplight: an evening that comes again every Thursday, but for the Spring Festival. */
export const evenings = {
  title: { zh: '灯下写字', en: 'Brush and lamplight' } satisfies InLanguages<string>,
  toKnow: {
    zh: '纸笔都有，戴上老花镜就行。',
    en: 'Paper and brushes are there; bring your reading glasses.',
  } satisfies InLanguages<string>,
  note: '写坏的纸叠好带回家练。',
  communityCode: 320613019010,
  place: placeNumber('苏阳社区新时代文明实践站'),
  /** Thursdays of the season, the one at the Spring Festival among them. */
  days: [36, 43, 50, 57, 64, 71, 78],
  from: '18:30',
  to: '20:00',
  seats: 12,
  /** Of those who ask, two wait; one gives the seat back the day before, and the first in line takes it. */
  asked: 14,
  /** By their place among those who asked; whoever is not named came. */
  givesBack: 0,
  leavesEarly: 10,
  staysAway: 11,
  guests: 2,
  /** Hands raised by the thirteen who were there. */
  hands: {
    understood: { yes: 12, no: 1 },
    worth_hearing: { yes: 13, no: 0 },
    will_remember: { yes: 9, no: 4 },
    will_use: { yes: 11, no: 2 },
  } satisfies Record<Tap, { yes: number; no: number }>,
} as const

const held = evenings.days.length - 1
const named = evenings.seats - 1

/** What the evenings come to: six, since there is none in the week of the Spring Festival. */
export const expectedOfEvenings = {
  sessions: held,
  signUps: held * evenings.seats,
  /** By name, and counted as guests. */
  residents: held * named,
  attendances: held * (named + evenings.guests),
  /** In each line one takes the seat that is given back, and one waits until it begins. */
  stoodInLine: held * 2,
  seatedFromLine: held,
  /** Ten who came, one who left early, one who stayed away, the guests, and another host’s word. */
  saidOnRolls: held * (evenings.seats + 2),
  settled: held,
  understood: held * evenings.hands.understood.yes,
}
