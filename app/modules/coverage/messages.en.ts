import type { HourDetails, HourRule, HourRuleSet, StudyForm } from '#app/modules/seasons/rules.ts'
import type { zh } from './messages.zh.ts'

const forms = {
  centralised: 'training',
  branch: 'a branch meeting',
  practice: 'practice',
  centralGroup: 'a central-group session',
  online: 'online study',
  test: 'a passed test',
} satisfies Record<StudyForm, string>

const sets = {
  'A-2021-10': 'rules A of October 2021',
  'B-2026-01': 'rules B of January 2026',
  'C-2026-01': 'rules C of January 2026',
} satisfies Record<HourRuleSet, string>

const lines: Record<HourRule, (details: HourDetails) => string> = {
  fullDay: (d) =>
    `a full day of ${forms[d.form]} counts ${d.gives}; it lasted ${d.minutes} minutes`,
  halfDay: (d) =>
    `half a day of ${forms[d.form]} counts ${d.gives}; it lasted ${d.minutes} minutes`,
  hourly: (d) => `${forms[d.form]} counts 1 an hour; it lasted ${d.minutes} minutes`,
  session: (d) => `${forms[d.form]} counts ${d.gives}`,
  length: (d) => `${d.minutes} minutes of ${forms[d.form]} count ${d.gives}`,
  absent: () => 'not there, so nothing is counted',
  notCounted: (d) => `these rules don’t count ${forms[d.form]}`,
}

const hours = (count: number) => (count === 1 ? '1 hour' : `${count} hours`)

export const en: typeof zh = {
  reasons: { 'hours.notHeld': 'This session has not been held yet, so it gives no hours.' },
  done: {},
  facts: { 'hours.credited': 'counted the hours' },
  notices: {},

  myHours: 'My hours',
  onlyYou:
    'Only you can see this page. Hours come from sessions that were held and their roll; nothing has to be reported.',
  soFar: (season, count) => `${season}: ${hours(count)} so far.`,
  soFarOf: (season, count, asked) => `${season}: ${count} of ${hours(asked)} so far.`,
  hoursChart: 'Hours',
  byStrand: 'Sessions in each strand',
  inAll: 'In all',
  sessions: (count) => (count === 1 ? '1 session' : `${count} sessions`),
  fromSessions: 'Where they come from',
  noHours: 'No hours yet this season. Come to a talk or lend a hand; they stand here afterwards.',
  toSessions: 'See what is coming up',
  noSeason: 'No season has been opened yet.',
  hours,
  because: (count, rule, details) =>
    [
      `${hours(count)}: ${lines[rule](details)}`,
      details.presence === 'left_early' && '; half of it, for leaving early',
      details.times > 1 && `; ${details.times} times, for teaching`,
      ` (${sets[details.set]}).`,
    ]
      .filter(Boolean)
      .join(''),
  earlier: (when, count) => `Corrected on ${when}; before, it was ${hours(count)}.`,
  ifWrong:
    'If something looks wrong, tell the session’s host or the street office; they can check the roll.',

  coverage: 'Coverage',
  coverageLead:
    'Which branches have had someone come, and which have not. The ones that have not come first: these can be helped.',
  branchesReached: 'branches have had someone come',
  membersReached: 'members have come',
  of: (part, whole) => `${part} / ${whole}`,
  how: 'A branch is reached when one of its members came to a session of the season, or a talk it ordered was held.',
  notReached: 'Branches not reached yet',
  branchCount: (count) => (count === 1 ? '1 branch' : `${count} branches`),
  allReached: 'Someone has come from every branch.',
  branch: 'Branch',
  community: 'Community',
  underStreet: 'Under the street itself',
  members: 'Members',
  suggestion: 'What would help',
  seatsAt: (title, free) =>
    `Join “${title}”: ${free === 1 ? '1 seat is' : `${free} seats are`} free`,
  orderTalk: 'Order a talk for them',
  map: 'Communities',
  mapCaption: 'Members who came, of all members of each community',
  branchesMapCaption: 'Members who came, of all members of each branch',
  branchesReachedOf: (community, reached, all) =>
    `${community}: ${reached} of ${all} branches have had someone come`,
  branchesOf: (community) => `Branches of ${community}`,
  reachedColumn: 'Came / members',
  ordersHeld: 'Orders held',
  noBranches: 'There is no branch yet in the units you look after.',
  toSeasons: 'See the seasons',
}
