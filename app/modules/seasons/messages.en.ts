import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    season_overlap: 'These days overlap with another season; please choose others.',
    'season.endsBeforeStart': 'The last day has to come after the first; please check both.',
    'season.noStrand': 'A season needs at least one strand; please name one.',
    'season.strandTwice': 'One strand is there twice; please keep one of them.',
    'season.roleTwice': 'One role is asked twice; please keep one of them.',
    'season.outside': 'This day is not within the season; please choose another.',
    'season.sameRules': 'These rules count on this day already.',
  },
  done: {
    'season.opened': 'The season is open.',
    'hourRules.changed': 'The rules are changed; hours are being corrected session by session.',
  },
  facts: { 'season.opened': 'opened the season', 'hourRules.changed': 'changed the hour rules' },
  notices: {},

  holidays: 'Holidays',
  title: 'Seasons',
  lead: 'Each season’s days and strands, and what it asks of people.',
  none: 'No season has been opened yet. Once one is, branches can order talks and sessions can be held.',
  open: 'Open a season',
  phase: { coming: 'Not yet begun', running: 'Under way', over: 'Over' },

  opensOn: (day) => `Begins on ${day}`,
  closesOn: (day) => `Ends on ${day}`,
  dayOf: (day, days) => `Day ${day} of ${days}`,
  picture: 'When',
  strands: 'Strands',
  requirement: 'What is asked',
  requirementOf: (season) => `What ${season} asks`,
  noRequirement: 'This season asks for no hours.',
  hourRules: 'Hour rules',
  role: 'Of whom',
  roles: { member: 'Members', secretary: 'Branch secretaries', committee: 'Committee members' },
  hours: 'Hours',
  sessions: 'Sessions',
  atLeast: (count) => (count === 0 ? 'Any number' : `At least ${count}`),
  changeRequirement: 'Change what is asked',
  requirementTitle: 'Change what is asked',
  requirementLead:
    'What is asked of each person follows at once; what was asked before stays in the history.',
  saveRequirement: 'Save',
  changeHourRules: 'Change the hour rules',
  toCoverage: 'See coverage',
  toOrders: 'See orders',
  toCalendar: 'See the calendar',

  newTitle: 'Open a season',
  newLead:
    'Strands and requirements are filled in already, as in the last season where there was one, and can be changed. Once it is open, branches can order talks.',
  name: 'Name',
  nameHint: 'For example: 2022年冬训',
  nameEn: 'Name in English',
  startsOn: 'First day',
  endsOn: 'Last day',
  usualStrands: {
    pioneer: 'Pioneer-led talks',
    arts: 'Learning through the arts',
    practice: 'Learning by doing',
  },
  strandsHint: 'A strand left without a name is not opened.',
  strandNumber: (number) => `Strand ${number}`,
  strandNumberEn: (number) => `Strand ${number} in English`,
  requirementHint:
    'Members study at least 32 hours a year, secretaries and committee members 56; this is the season’s part of it.',
  eachStrand: 'Fewest sessions in each strand',
  sets: {
    'A-2021-10': [
      'Rules A (October 2021)',
      'A full day of training counts 8, half a day 4; a branch meeting 1 an hour; half a day of practice 4. Nothing is carried over.',
    ],
    'B-2026-01': [
      'Rules B (January 2026)',
      'A full day counts 6, half a day 3; a central-group session 3; teaching counts five times.',
    ],
    'C-2026-01': [
      'Rules C (January 2026)',
      'Online study only: 30 minutes or more count 1, 15 to 30 minutes 0.5, up to 15 minutes 0.25; a passed test 0.5.',
    ],
  },
  save: 'Open the season',
}
