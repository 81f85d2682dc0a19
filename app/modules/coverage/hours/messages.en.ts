import type { OwnRequirement } from '#app/modules/seasons/requirements/rules.ts'
import type {
  HourDetails,
  HourRule,
  HourRuleSet,
  RequiredRole,
  StudyForm,
} from '#app/modules/seasons/rules.ts'
import type { zh } from './messages.zh.ts'

const forms = {
  centralised: 'training',
  branch: 'a branch meeting',
  practice: 'practice',
  visit: 'a class sent to the door',
  centralGroup: 'a central-group session',
  online: 'online study',
  selfStudy: 'self-study with answers',
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
  tooShort: (d) => `${d.minutes} minutes of ${forms[d.form]}; less than 15 are not counted`,
  unanswered: () => 'self-study counts once its questions are answered',
  notCounted: (d) => `these rules don’t count ${forms[d.form]}`,
  elsewhere: () => 'counted at another session of the same time; nobody is counted twice',
}

const hours = (count: number) => (count === 1 ? '1 hour' : `${count} hours`)

const roles = {
  member: 'member',
  secretary: 'branch secretary',
  committee: 'committee member',
} satisfies Record<RequiredRole, string>

const months = (count: number) => (count === 1 ? '1 month' : `${count} months`)

function whyAsked(asked: OwnRequirement): string {
  const parts = asked.parts.map((part) =>
    part.months === asked.months
      ? `${hours(part.hours)} as ${roles[part.role]}`
      : `${hours(part.hours)} as ${roles[part.role]} × ${part.months} of ${months(asked.months)}`,
  )
  const sum = `${parts.join(' + ') || 'no months'} = ${hours(asked.hours)}`
  return asked.exempt > 0 ? `${sum} (${months(asked.exempt)} exempt)` : sum
}

export const en: typeof zh = {
  reasons: {
    'hours.notHeld': 'This session has not been held yet, so it gives no hours.',
    hours_twice: 'There are hours at two places at this time; please settle first which counts.',
    entry_corrected: 'A correction of this is waiting already; please finish that one first.',
    entry_oneself: 'Someone else enters and confirms your own hours.',
    entry_same_person: 'Whoever entered it can’t confirm it; please ask a colleague.',
    'entry.decided': 'Someone has confirmed this or sent it back already.',
    'entry.notCounting': 'This entry doesn’t count, so there is nothing to correct.',
    'entry.otherPerson': 'This entry is another person’s; please check.',
    'entry.outsideSeason': 'This day is not within the season; please choose another.',
    'entry.future': 'This day has not come yet; enter it once it is over.',
    'entry.unknownStrand': 'This season has no such strand; please choose again.',
    'entry.noAnswer': 'Please say in a sentence why you send it back.',
    overlap_oneself: 'Someone else settles what is about you.',
    'overlap.none': 'These two don’t overlap, so there is nothing to settle.',
    teaching_oneself: 'Someone else confirms what you taught.',
    'teaching.notSpeaker': 'No speaker is entered for this session.',
    'teaching.approved': 'This is confirmed already.',
  },
  done: {
    'entry.made': 'Entered. It counts once a colleague has confirmed it.',
    'entry.confirmed': 'Confirmed; the hours count now.',
    'entry.refused': 'Sent back; these hours don’t count.',
    'overlap.settled': 'Settled; the hours follow in a moment.',
    'teaching.approved': 'Confirmed; the hours follow in a moment.',
  },
  facts: {
    'hours.credited': 'counted the hours',
    'hours.recounted': 'counted the hours again by the new rules',
    'entry.made': 'entered hours, to be confirmed',
    'entry.confirmed': 'confirmed entered hours',
    'entry.refused': 'sent entered hours back',
    'overlap.settled': 'settled which of two sessions counts',
    'teaching.approved': 'confirmed the teaching',
  },
  notices: {
    'entry.made': (d) =>
      `${d.person} entered ${hours(d.hours)} (${d.what}). Please see whether they are right.`,
    'entry.decided': (d) =>
      d.confirmed
        ? `${hours(d.hours)} entered for you (${d.what}) count now.`
        : `${hours(d.hours)} entered for you (${d.what}) were sent back and don’t count.`,
  },

  myHours: 'My hours',
  hoursOf: (name) => `Hours of ${name}`,
  whoSees:
    'Only you, whoever runs your branch and the street office see this. Hours come from sessions that were held and their roll; nothing has to be reported.',
  keptFor:
    'Only the person, whoever runs their branch and the street office see this: to help, never to rank.',
  soFar: (season, count) => `${season}: ${hours(count)} so far.`,
  soFarOf: (season, count, asked) => `${season}: ${count} of ${hours(asked)} so far.`,
  whyAsked,
  howAsked: 'How that comes about',
  monthsRule:
    'Each month goes by what one is on its 15th, or on the nearest day of the season; the sum is rounded to half an hour.',
  electives: (count) => `${hours(count)} beyond what is asked count as electives.`,
  online: (count, asked) =>
    `${hours(count)} of them online; the rules ask for at least ${asked} a year.`,
  hoursChart: 'Hours',
  byStrand: 'Sessions in each strand',
  inAll: 'In all',
  sessions: (count) => (count === 1 ? '1 session' : `${count} sessions`),
  file: { what: 'What', why: 'Why so many' },
  fromSessions: 'Where they come from',
  noHours: 'No hours yet this season. Come to a talk or lend a hand; they stand here afterwards.',
  noHoursYet: 'No hours yet this season.',
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

  entries: 'Hours entered by hand',
  entriesLead:
    'For what the street did not hold: one colleague enters, another confirms. A correction is a new entry, and the old one stays.',
  forms,
  who: 'Who',
  entryStatus: { waiting: 'To be confirmed', confirmed: 'Counts', refused: 'Sent back' },
  replaced: 'Corrected since',
  enteredBy: (name) => `entered by ${name}`,
  decidedBy: {
    confirmed: (name) => `confirmed by ${name}`,
    refused: (name) => `sent back by ${name}`,
  },
  answerWas: (answer) => `Sent back because: ${answer}`,
  enter: 'Enter hours',
  enterHint: 'They count once a colleague has confirmed them.',
  correct: 'Correct this',
  correctHint: 'Fill in what is right; for hours that should not be there, 0.',
  enterHours: 'Hours',
  onDay: 'Day',
  what: 'What was studied',
  strand: 'Strand',
  form: 'Kind',
  reason: 'Why it is entered by hand',
  reasonHint: 'For example: a course held by the district; its notice is on file.',
  saveEntry: 'Enter, to be confirmed',
  confirm: 'Confirm',
  refuse: 'Send back',
  refuseReason: 'Why it is sent back',

  toCoverage: 'Coverage',
  toSettle: 'Hours that wait for someone',
  toSettleLead:
    'Hours entered by hand need a second person; where someone is on two rolls at one time, someone says which counts.',
  nothingToSettle: 'No entry waits to be confirmed, and nobody is on two rolls at one time.',
  waitingEntries: 'Entries that wait for a second person',
  overlaps: 'At two places at one time',
  overlapLead: 'Until it is settled, only the one that was counted first counts.',
  overlapOf: (name) => `${name} is on two rolls`,
  overlapReason: 'How you know',
  overlapHint: 'For example: asked; was in the activity room that afternoon.',
  settle: 'This one counts',
  toPersonHours: 'See the hours',

  exemptions: 'Exemptions',
  exemptFrom: (from, until) => `Nothing is asked from ${from} to ${until}`,
  exemptReason: (reason) => `Reason: ${reason}`,
  privateReason: 'Only the person and the street office see the reason.',
  noExemption: 'No exemption.',
  exempt: 'Exempt for some time',
  fromOn: 'First day',
  untilOn: 'Last day',
  exemptWhy: 'Reason',
  saveExemption: 'Enter the exemption',
  lastDay: 'New last day',
  shorten: 'End it earlier',

  teachings: 'Teaching to be confirmed',
  approveTeaching: 'Confirm the teaching',
  change: 'Change the hour rules',
  changeLead:
    'Choose a set and a first day, and see first whose hours would change and by how much; nothing changes before you confirm.',
  changeSet: 'Which set',
  changeFrom: 'For sessions from this day on',
  preview: 'See what would change',
  wouldChange: (people, sessions) =>
    `The hours of ${people === 1 ? '1 person' : `${people} people`} would change, from ${
      sessions === 1 ? '1 session' : `${sessions} sessions`
    }.`,
  wouldNotChange: 'Nobody’s hours would change.',
  shownFirst: (count) => `The first ${count} people, by branch and name.`,
  person: 'Name',
  branch: 'Branch',
  before: 'Now',
  after: 'After',
  changeReason: 'Why',
  saveChange: 'Change, and correct the hours',
  past: 'Changes so far',
  pastLine: (day, set, reason) => `From ${day} on by ${set}: ${reason}`,
  sets,
}
