import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'holidays.badLine': 'This line can’t be read; please write it as “day,off or work,name”.',
    'holidays.otherYear': 'This line’s days are not in this year.',
    'holidays.dayTwice': 'This line has a day that stands further up already.',
    'holidays.workOnWeekday': 'Monday to Friday are worked anyway and need no “work”.',
    'holidays.tooFew': 'There are too few days off; please enter the whole year before saving.',
  },
  done: { 'holidays.entered': 'The year’s holidays are kept.' },
  facts: { 'holidays.entered': 'entered the holidays' },
  notices: {},

  title: 'Holidays',
  lead: 'Time limits are counted in working days, so it matters which days are free and which weekends are worked instead. All streets share this list.',
  years: 'Years that are known',
  year: 'Year',
  yearName: (year) => String(year),
  free: 'Free',
  worked: 'Weekend days worked',
  days: (days) => (days === 1 ? '1 day' : `${days} days`),
  source: 'From',
  byHand: 'entered by hand',
  byProgram: 'came with the program',
  unknownYear: (year) => `The holidays of ${year} are not known yet`,
  unknownYearWhy: (year) =>
    `The State Council announces them around November of the year before. Until they are entered, time limits that end in ${year} are shown as open; nothing is guessed.`,
  ofYear: (year) => String(year),
  when: 'Days',
  what: 'Kind',
  name: 'Name',
  kinds: { off: 'free', work: 'worked' },
  enter: (year) => `Enter or correct ${year}`,
  chooseYear: 'Which year to enter',
  lines: 'The whole year’s holidays and worked weekend days',
  linesHint:
    'One span a line, such as 2022-01-31~2022-02-06,off,春节,Spring Festival. A single day: 2022-01-29,work,春节.',
  save: 'Save this year',
  refused: 'Nothing was saved or changed. Please mend these lines and try again:',
  line: (line) => (line === 0 ? 'The year' : `Line ${line}`),
  wrong: (line, fault) => `${line}: ${fault}`,
  onlyAdministrators: 'Administrators enter and correct the holidays.',
}
