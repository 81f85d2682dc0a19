import { en as checks } from './checks/messages.en.ts'
import { type Check, type HardCheck, hardChecks } from './checks/rules.ts'
import type { Draft, zh } from './messages.zh.ts'
import type { Reading, Status } from './rules.ts'

const hard = Object.fromEntries(
  hardChecks.map((kind) => [kind, (details: Check) => checks.check({ ...details, kind })]),
) as Record<HardCheck, (details: Check) => string>

const steps: Record<Reading, string> = {
  first: 'First review',
  second: 'Second review',
  third: 'Third review',
  proof: 'Proofreading',
}

const statuses: Record<Status, string> = {
  draft: 'Being written',
  first: 'Waits for its first review',
  second: 'Waits for its second review',
  third: 'Waits for its third review',
  proof: 'Waits for the proofreader',
  ready: 'Waits to be published',
  published: 'Published',
}

/** A paragraph of a draft, as pieces that may be left out. */
type Pieces = (string | false)[]

/** A first draft of a season's records: plain sentences with live figures, for the writer to change. */
function draft(season: Draft): string {
  const opened = opening(season)
  const parts = [
    opened,
    ...aboutVeterans(season),
    ...brought(season),
    ...used(season),
    ...coming(season),
  ]
  return parts
    .map((part) => part.filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n\n')
}

function opening({ season, days, strands, exactly }: Draft): Pieces {
  return [
    `${season}, ${days}, has ${strands.length} strands: ${strands.join(', ')}.`,
    exactly('sessionsHeld') &&
      `So far ${exactly('sessionsHeld')} sessions have been held. ${exactly('peopleReached')} people came, ${exactly('attendances')} attendances in all, and ${exactly('branchesTakingPart')} branches took part.`,
  ]
}

function aboutVeterans({ veterans, exactly }: Draft): Pieces[] {
  return [
    [veterans.length > 0 && '# A veteran tells'],
    ...veterans.map(({ name, bornOn, joinedPartyOn, course, heldOn }) => [
      [
        name,
        bornOn !== null && `is {{age:${name}|until:${heldOn}}} years old`,
        joinedPartyOn !== null &&
          `${bornOn === null ? 'has' : 'and has'} been in the Party for {{partyYears:${name}|until:${heldOn}}} years`,
      ]
        .filter(Boolean)
        .join(' ')
        .concat(bornOn === null && joinedPartyOn === null ? ' is a veteran.' : '.'),
      'Members, neighbourhood staff and young people came to the front room and heard the story of a life.',
      course !== null && `It became a micro-course of at most ten minutes, “${course}”.`,
      course !== null &&
        exactly('courseTakers', course) &&
        `${exactly('courseTakers', course)} people have taken it.`,
    ]),
  ]
}

function brought({ choices, exactly, loosely }: Draft): Pieces[] {
  const things = choices.filter(({ of }) => of === 'thing')
  return [
    [
      (exactly('pavilionClasses') || exactly('doorVisits') || things.length > 0) &&
        '# Brought to the door',
    ],
    [
      exactly('pavilionClasses') && `${exactly('pavilionClasses')} classes were held in pavilions.`,
      exactly('doorVisits') &&
        `Who could not come was visited: ${exactly('doorVisits')} visits from door to door.`,
      exactly('exhibitionBoards') && `Exhibitions showed ${exactly('exhibitionBoards')} boards.`,
    ],
    [
      things.length > 0 &&
        `Given out to residents: ${things.map(({ thing, place }) => `${thing} (${loosely('thingsGivenOut', thing)}${place ? ` in ${place}` : ''})`).join(', ')}.`,
    ],
  ]
}

function used({ choices, exactly, loosely }: Draft): Pieces[] {
  const posts = choices.filter(({ of }) => of === 'post')
  const teams = choices.filter(({ of }) => of === 'team')
  const claimed = exactly('mattersClaimed')
  return [
    [claimed && '# Put to use'],
    [
      claimed &&
        `The street published ${exactly('mattersPublished')} practical matters, and ${loosely('branchesClaiming')} branches claimed ${claimed} of them.`,
      exactly('mattersConfirmed') &&
        `Residents have confirmed ${exactly('mattersConfirmed')} as done.`,
    ],
    posts.map(
      ({ thing }) =>
        exactly('volunteersAt', thing) &&
        `On the rota of “${thing}” stand ${exactly('volunteersAt', thing)} people.`,
    ),
    teams.map(
      ({ thing }) =>
        exactly('youngVolunteers', thing) &&
        `${thing} has ${exactly('youngVolunteers', thing)} young volunteers, led by older ones.`,
    ),
  ]
}

function coming({ exactly }: Draft): Pieces[] {
  return [
    ['# What comes next'],
    [
      exactly('speakersRegistered', 'expert') &&
        `The expert database has ${exactly('speakersRegistered', 'expert')} experts.`,
      exactly('speakersRegistered', 'citizen') &&
        `The citizen speakers’ team has ${exactly('speakersRegistered', 'citizen')} speakers.`,
      exactly('talksOnMenu') &&
        `There are ${exactly('talksOnMenu')} talks on the menu: a branch orders one, the street finds a speaker, and the speaker accepts.`,
      exactly('ordersHeld') && `${exactly('ordersHeld')} orders have been held so far.`,
      'The street is calling the branches that have not come yet, one by one, with a session near them or one brought to their door.',
    ],
  ]
}

export const en: typeof zh = {
  reasons: {
    'bulletin.changedMeanwhile':
      'Someone saved this bulletin after the version you opened. What you wrote is kept below; please compare it with the latest text and try again.',
    'bulletin.isPublished':
      'This bulletin is published and does not change any more. Where something is wrong, please publish a correction.',
    'bulletin.notDraft':
      'The text is being read. To change something, save the text anew, or ask the reader to send it back.',
    'bulletin.notItsTurn': 'This step is not the next one. Please see whose turn it is.',
    'bulletin.notReady':
      'A bulletin is published once three reviews and a proofreading have passed.',
    'bulletin.notPublished': 'It is not published yet, so it can simply be changed.',
    written_by_a_reader:
      'Whoever has read this bulletin does not write it. Please tell its writer what to change.',
    read_by_a_writer: 'Whoever wrote this bulletin does not review it. Please ask a colleague.',
    step_by_same_person:
      'You have read this text already. The next review is for another colleague.',
    step_taken: 'Someone has just decided this step.',
    bulletin_person_name:
      'The bulletin already tells of a person of this name. Please leave one of them out first.',
    picture_with_someone_unasked:
      'Someone has just changed who is on a picture. Please look again.',
    ...hard,
  },
  done: {
    'bulletin.started': 'A first draft is there; please make it your own.',
    'bulletin.saved': 'Saved.',
    'bulletin.handedIn': 'Handed in; it waits for its first review.',
    'bulletin.approved': 'Approved.',
    'bulletin.sentBack': 'Sent back; its writer sees what you said.',
    'bulletin.commentedOn': 'Your comment is noted.',
    'bulletin.published': 'Published.',
    'bulletin.correctionStarted':
      'The correction is begun; it is reviewed and proofread like any bulletin.',
    'bulletin.personTold': 'Entered. They are told, and once they consent it can be published.',
    'bulletin.personLeftOut': 'Left out.',
  },
  facts: {
    'bulletin.started': 'started the bulletin',
    'bulletin.saved': 'saved the bulletin',
    'bulletin.handedIn': 'handed the bulletin in',
    'bulletin.approved': 'approved the text',
    'bulletin.sentBack': 'sent the text back',
    'bulletin.commentedOn': 'left a comment',
    'bulletin.published': 'published the bulletin',
    'bulletin.correctionStarted': 'started a correction',
    'bulletin.personTold': 'entered someone told of',
    'bulletin.personLeftOut': 'left someone out',
  },
  notices: {
    'bulletin.waits': ({ title, step }) =>
      `The bulletin “${title}” waits for you: ${steps[step].toLowerCase()}.`,
    'bulletin.cameBack': ({ title, words }) => `The bulletin “${title}” came back: ${words}`,
    'bulletin.isReady': ({ title }) =>
      `The bulletin “${title}” has passed all readings and can be published.`,
    'bulletin.isOut': ({ title }) => `The bulletin “${title}” is published.`,
    'bulletin.asksToTell': ({ title }) =>
      `The street’s bulletin “${title}” would like to tell of you. Please see whether you agree.`,
  },

  title: 'Bulletins',
  lead: 'Tell what the season did. Every figure in a text is looked up as you read, and opens the records behind it.',
  none: 'No bulletin yet.',
  noSeason: 'Once a season is open there is something to tell.',
  number: (number) => `No. ${number}`,
  changed: (name, when) => `Saved by ${name}, ${when}`,
  published: (when) => `Published ${when}`,
  start: 'Start a bulletin',
  startHint: 'A first draft is written from the season’s records, with its figures in place.',
  season: 'Season',
  language: 'Written in',
  languages: { zh: 'Chinese', en: 'English' },
  name: 'Title',
  proposed: (season) => `${season}: bulletin`,
  doStart: 'Write a first draft',
  statuses,
  houseWords: 'House words',
  waitsForYou: 'Waits for you',

  text: 'Text',
  write: 'Write',
  body: 'Text',
  bodyHint:
    'A line for each paragraph; one that begins with “#” is a heading. A figure is written in double braces, such as {{sessionsHeld}}; {{sessionsHeld|moreThan:40}} is shown as “more than 40”, and |from:2022-01-01|until:2022-01-31 and |in:a unit may follow.',
  writeHint: 'Say who did what, and where. Leave slogans out.',
  beginsAnew: 'The text is being read: once you save, its reviews begin anew.',
  save: 'Save',
  catalogue: 'Figures to use',
  catalogueOfOne: (figures) => `${figures} figures of one thing, course or person`,
  catalogueHint:
    'Copy a token with its double braces into the text; the number opens the records behind it.',
  now: 'now',

  way: 'Where it stands',
  steps,
  handIn: 'Hand in',
  handInHint:
    'Three colleagues who did not write it review it one after the other, then it is proofread.',
  waitsFor: (names) =>
    names.length > 0
      ? `Whose turn it is: ${names.join(', ')}`
      : 'Nobody can read it now: it needs a colleague who has neither written nor read it.',
  approved: (name, when) => `Approved by ${name}, ${when}`,
  decide: (step) => `Your part: ${steps[step].toLowerCase()}`,
  decideHint: (version) => `You are reading version ${version}.`,
  approve: 'Approve',
  sendBack: 'Send back',
  where: 'Which paragraph',
  whole: 'The whole',
  paragraph: (number) => `Paragraph ${number}`,
  say: 'What should change',
  publish: 'Publish',
  publishHint:
    'Each figure is then frozen together with its records, and everyone can read the bulletin on the street’s public page.',
  comments: 'Comments',
  commented: (name, where, version) => `${name} · ${where} · version ${version}`,
  comment: 'Leave a comment',
  doComment: 'Note the comment',
  versions: 'Versions compared',
  version: (number) => `Version ${number}`,
  compare: (from, until) => `From version ${from} to version ${until}`,
  kinds: { same: 'unchanged', added: 'added', removed: 'removed' },
  compareWith: 'Compare with',
  doCompare: 'Compare',
  noVersions: 'There is only one version so far.',
  onPage: 'See the public page',
  takeAway: 'Take it along',
  forms: { docx: 'Word document', txt: 'Plain text', html: 'Page to paste into WeChat' },
  correct: 'Publish a correction',
  correctHint:
    'What is published does not change. A correction is a text of its own, reviewed and proofread like any other, and stands beside what it corrects.',
  corrects: 'Corrects',
  pictures: 'Pictures',
  people: 'People told of',
  peopleHint:
    'Enter whoever the text tells of. It is published once they consent; their age and Party years come from here too.',
  peopleNone: 'Nobody is entered yet.',
  consent: 'Consent',
  paper: 'File the paper they signed',
  consented: 'has consented',
  notConsented: 'has not consented yet',
  isMinor: 'under 18: can’t be told of',
  leaveOut: 'Leave out',
  findPerson: 'Find by name',
  find: 'Find',
  tellOf: 'Enter',
  unit: 'Unit',
  notFound: 'Nobody of this name was found.',

  draft,
  correction: ({ number, title }) => ({
    title: `Correction: ${title}`,
    body: `Something in No. ${number}, “${title}”, was not right.\n\nIt said:\n\nIt should say:`,
  }),
}
