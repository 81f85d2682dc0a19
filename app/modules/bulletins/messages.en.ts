import type { zh } from './messages.zh.ts'
import type { FigureName } from './rules.ts'

const figures: Record<FigureName, (thing: string) => string> = {
  sessionsHeld: () => 'Sessions held',
  peopleReached: () => 'People who came',
  attendances: () => 'Attendances',
  branchesTakingPart: () => 'Branches taking part',
  talksOnMenu: () => 'Talks on the menu',
  ordersHeld: () => 'Orders held',
  thingsGivenOut: (thing) => `Given out: ${thing}`,
}

const counted: Record<FigureName, string> = {
  sessionsHeld: 'Sessions of this season that were held and closed by their host.',
  peopleReached:
    'People on the roll of a session, each once however often they came; guests without a name are not among them.',
  attendances: 'Those on the roll of each session, and its guests without a name.',
  branchesTakingPart: 'Branches with a member who came to a session, or whose order was held.',
  talksOnMenu: 'Talks that stood on the menu during the season.',
  ordersHeld: 'Talks that a branch ordered, a speaker accepted and gave.',
  thingsGivenOut: 'Pieces written down by the hosts when they closed their sessions, added up.',
}

export const en: typeof zh = {
  reasons: {
    'bulletin.changedMeanwhile':
      'Someone else saved this bulletin while you were writing. What you wrote is kept below; please bring it together with the latest text and save again.',
  },
  done: {
    'bulletin.started': 'A first draft is there; please make it your own.',
    'bulletin.saved': 'Saved.',
  },
  facts: { 'bulletin.started': 'started the bulletin', 'bulletin.saved': 'saved the bulletin' },
  notices: {},
  unknownFigure: (tokens) =>
    `There is no figure ${tokens.join(', ')}; please choose one from the list below.`,

  title: 'Bulletins',
  lead: 'Tell what the season did. Every figure in a text is looked up as you read, and opens the records behind it.',
  none: 'No bulletin yet.',
  noSeason: 'Once a season is open there is something to tell.',
  number: (number) => `No. ${number}`,
  changed: (name, when) => `Saved by ${name}, ${when}`,
  start: 'Start a bulletin',
  startHint: 'A first draft is written from the season’s records, with its figures in place.',
  season: 'Season',
  language: 'Written in',
  languages: { zh: 'Chinese', en: 'English' },
  name: 'Title',
  proposed: (season) => `${season}: bulletin`,
  doStart: 'Write a first draft',

  text: 'Text',
  write: 'Write',
  body: 'Text',
  bodyHint:
    'A line for each paragraph. A figure is written in double braces, such as {{sessionsHeld}}, and shown as the number it is at the time.',
  writeHint: 'Say who did what, and where. Leave slogans out.',
  save: 'Save',
  catalogue: 'Figures to use',
  catalogueHint:
    'Copy a token with its double braces into the text; the number opens the records behind it.',
  figure: (figure) => figures[figure.name](figure.thing ?? ''),
  counted: (figure) => counted[figure.name],
  now: 'now',

  behind: (count) => (count === 1 ? '1 record' : `${count} records`),
  record: 'Record',
  place: 'Unit or strand',
  when: 'When',
  pieces: 'Pieces',
  noRecords: 'There are no such records yet.',

  draft: ({ season, days, strands, given }) =>
    [
      `${season}, ${days}, has ${strands.length} strands: ${strands.join(', ')}. So far {{sessionsHeld}} sessions have been held. {{peopleReached}} people came, {{attendances}} attendances in all, and {{branchesTakingPart}} branches took part.`,
      'There are {{talksOnMenu}} talks on the menu. A branch orders one, the street finds a speaker, and the speaker accepts. {{ordersHeld}} orders have been held so far.',
      given.length > 0 &&
        `Given out to residents: ${given.map(({ thing, token }) => `${thing} (${token})`).join(', ')}.`,
      'The street is calling the branches that have not come yet, one by one, with a session near them or one brought to their door.',
    ]
      .filter(Boolean)
      .join('\n\n'),
}
