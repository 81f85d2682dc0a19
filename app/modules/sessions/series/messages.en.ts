import type { zh } from './messages.zh.ts'

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const every = (weekdays: readonly number[]) =>
  weekdays.length === 7 ? 'every day' : `every ${listed(weekdays.map((day) => names[day - 1]!))}`

const sessions = (count: number) => (count === 1 ? '1 session' : `${count} sessions`)
const titleOf = (told: { title: string; titleEn: string }) => told.titleEn || told.title

export const en: typeof zh = {
  reasons: {
    'series.already': 'This session is one of a series already.',
    'series.daysStay':
      'Those that follow stay on their days. For another day, please choose “Only this one”.',
    'series.none': 'No session comes of this. Please change the days, or the last day.',
    'series.noneReady': 'None is ready yet. The list says what each one lacks.',
    'series.nothingLeft': 'This one and all that follow have been held or called off.',
    'series.nothingReady': 'Nothing is left to announce.',
    'series.notThatDay':
      'One of these days isn’t in the series; please look at the days once more.',
    'series.ofOrder': 'This session came of an order, one for one; it can’t come again by itself.',
    'series.over':
      'This session has been held or called off; please begin with one that is to come.',
    'series.tooLong': 'A series spans a little over a year at most; please choose an earlier end.',
    'series.tooMany': 'At most 60 sessions at once; please plan fewer and go on later.',
    session_series_order: 'The last day has to come after the first session.',
    session_series_time_order: 'The end has to come after the beginning; please have a look.',
  },
  done: {
    'series.planned': 'All are noted, none is announced. See what each still needs.',
    'series.published': 'All that were ready are announced.',
    'series.changed': 'This one and those after it are changed; everyone signed up will be told.',
    'series.cancelled':
      'This one and those after it are called off; everyone signed up will be told.',
  },
  facts: {
    'series.planned': 'planned a series',
    'series.published': 'announced what was ready of the series',
    'series.changed': 'changed what follows in the series',
    'series.cancelled': 'called off what follows in the series',
  },
  notices: {
    'series.published': (told) =>
      `“${titleOf(told)}” comes ${every(told.weekdays)}: ${sessions(told.sessions)} announced.`,
    'series.changed': (told) =>
      `“${titleOf(told)}” (${every(told.weekdays)}): ${sessions(told.sessions)} with another time, venue or host.`,
    'series.cancelled': (told) =>
      `“${titleOf(told)}” (${every(told.weekdays)}): ${sessions(told.sessions)} called off${told.reason ? `: ${told.reason}` : ''}.`,
  },
  weekdays: names,
  every,
  newTitle: 'Let it come again',
  newLead:
    'Time, place, seats and what has to be prepared are those of this session. See the days first, then note them all at once.',
  which: 'On which days',
  untilOn: 'Until which day',
  onHolidays: 'On public holidays',
  skip: 'There is none',
  hold: 'It is held',
  look: 'See the days',
  preview: (count) => sessions(count),
  previewLead:
    'The ticked days will be planned, besides this session. Untick a day on which there is none. Nothing is noted yet.',
  notThen: (count) => (count === 1 ? 'One day without' : `${count} days without`),
  day: 'Day',
  why: 'Why',
  dates: 'The days',
  whys: {
    first: () => 'this session itself',
    usual: () => '',
    madeUp: (name) => `people work on this day, for ${name}`,
    heldOnHoliday: (name) => `${name}, held all the same`,
    holiday: (name) => name,
    unknownYear: (_, year) => `the holidays of ${year} are not announced yet`,
    exception: () => 'agreed that there is none',
    outsideSeason: () => 'outside the season',
    past: () => 'in the past',
  },
  takenBy: (title) => `“${title}” is at the venue then`,
  unknownYear: (year) => `The holidays of ${year} are not known`,
  unknownYearText:
    'Plan that year once they are announced and an administrator has entered them, or choose “It is held”.',
  make: (count) => `Note all ${sessions(count)}`,
  makeNone: 'No other day comes of this.',
  again: 'Let it come again',
  title: 'A series',
  lead: (every, from, until, first, last) =>
    `${every.charAt(0).toUpperCase()}${every.slice(1)}, ${from}–${until}, from ${first} to ${last}`,
  holidays: { skip: 'none on public holidays', hold: 'held on public holidays' },
  exceptions: 'Agreed days without',
  sessions: 'The sessions',
  when: 'When',
  where: 'Where',
  status: 'State',
  taken: 'Signed up',
  takenOf: (taken, seats) => `${taken} of ${seats}`,
  lacks: 'What it lacks',
  publish: (count) => `Announce the ${sessions(count)} that ${count === 1 ? 'is' : 'are'} ready`,
  counts: (all, coming, held, cancelled) =>
    [
      sessions(all),
      `${coming} to come`,
      `${held} held`,
      ...(cancelled > 0 ? [`${cancelled} called off`] : []),
    ].join(', '),
  oneOf: (every) => `One of a series: ${every}`,
  all: 'See the whole series',
  previous: 'The one before',
  next: 'The next one',
  changeTitle: 'Change time or place',
  changeLead: 'Everyone signed up is told, and calendars on phones follow.',
  whichOnes: 'What to change',
  onlyThis: 'Only this one',
  following: 'This one and all that follow',
  followingHint: 'Each stays on its own day; only the hours, the venue and the host change.',
  cancelTitle: 'Call off this one and all that follow',
  cancelHint: 'Everyone signed up for one of them is told, with this reason.',
  cancelWhy: 'Why it is called off',
  sameVenue: 'Where it is now',
  sameHost: (name) => `Still ${name}`,
  save: 'Change and tell everyone',
  saveDraft: 'Change',
}
