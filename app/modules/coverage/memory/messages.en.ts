import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  title: 'Understood, remembered, used',
  lead: 'By topic, never by person. Units of fewer than five people are put together with the level above; fewer than five in all are not shown.',
  back: 'Coverage',
  none: 'Nobody has heard a talk or taken a course yet. Once they have, the topics stand here.',
  noneAction: 'See the courses',
  measures: {
    listened: 'Listened: came and stayed',
    understood: 'Understood: right at the first try',
    days7: 'Remembered: about 7 days on',
    days30: 'Remembered: about 30 days on',
    days90: 'Remembered: about 90 days on',
  },
  short: {
    listened: 'Listened',
    understood: 'Understood',
    days7: '7 days',
    days30: '30 days',
    days90: '90 days',
  },
  said: (share, low, high, part, whole, people) =>
    `${share} % (${low}–${high} %) · ${part} of ${whole} · ${people} people`,
  tooFew: 'Fewer than five',
  figures: 'The figures',
  curve: 'In one line',
  saidAfter: 'Who said yes after the talks',
  taps: {
    understood: 'Understood',
    worth_hearing: 'Worth hearing',
    will_remember: 'Will remember',
    will_use: 'Will use',
  },
  saidYes: (yes, answers, came) =>
    `${yes} of ${answers} · ${came} came, ${Math.round((100 * answers) / Math.max(1, came))} % answered`,
  used: 'Used',
  usedOf: (done, matters) =>
    matters === 0
      ? 'No practical matters of this topic yet.'
      : `${matters === 1 ? '1 practical matter belongs' : `${matters} practical matters belong`} to it; ${done} done.`,
  byUnit: 'By unit',
  ofUnits: (topic, measure) => `${topic} · ${measure}`,
  unit: 'Unit',
  share: 'Share',
  interval: 'About',
  number: 'Number',
  people: 'People',
  units: (name, count) => `${name} (${count} units together)`,
  all: 'All topics',
  how: 'How this is counted',
  howText:
    '“Remembered” looks only at recall cards really asked: between days 5 and 9, 20 and 40, 60 and 120 after learning, each card’s first answer. In brackets the 95 % interval (Wilson), which is wide where people are few.',
}
