import type { zh } from './messages.zh.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

export const en: typeof zh = {
  reasons: {
    'taps.alreadyAnswered': 'You have said so already, thank you. Once is enough.',
    'taps.linkOver': 'Two weeks have passed and this link has ended. Thank you for opening it.',
    'taps.askedInTheRoom': 'Hands were raised in the room for this one; no need to answer again.',
    'taps.nothingSaid': 'None of the four is chosen yet; one is enough.',
    'taps.notHeld': 'This session isn’t closed yet; type it in afterwards.',
    'taps.moreThanCame':
      'That is more than came without getting a message; please count again. Whoever got one answers on the phone, not on a strip.',
    'taps.moreHands': 'More hands than people who came; please count again, or add the guests.',
    'taps.answeredByLink':
      'Some have answered on their phones already; raised hands would count them twice.',
  },
  done: { 'taps.counted': 'Noted. It is shown from five answers on.' },
  facts: { 'taps.counted': 'typed in what people said' },
  notices: {
    'taps.asked': ({ title, titleEn, address }) =>
      `Thank you for coming to “${titleEn || title}”. Was it clear, is it of use? Four taps, no name, no sign-in${address ? `: ${address}` : '.'}`,
    'session.hostThanked': ({ title, titleEn, headCount }) =>
      `Thank you for hosting “${titleEn || title}”; ${people(headCount)} came. You can add a few photos now, or make a micro-course of it.`,
    'session.speakerThanked': ({ title, titleEn, unit, headCount }) =>
      `Thank you for giving “${titleEn || title}” at ${unit}; ${people(headCount)} came to hear it.`,
  },

  taps: {
    understood: 'Understood',
    worth_hearing: 'Worth hearing',
    will_remember: 'Will remember',
    will_use: 'Will use',
  },
  asks: {
    understood: 'Was it clear?',
    worth_hearing: 'Was it worth hearing?',
    will_remember: 'Will you remember it?',
    will_use: 'Can you use it?',
  },
  yes: 'Yes',
  no: 'Not quite',

  title: 'How was it?',
  lead: 'Just tap; leave out what you like. No name is kept: nobody can tell which answer is yours.',
  send: 'That’s it',
  only: 'This link takes one answer and needs no sign-in.',
  thanks: 'We have your answer, thank you',
  thanksText: 'Once is enough. If there is more to say, the street office listens.',
  over: 'This link has ended',
  asked: 'No need to answer',

  results: 'What people said',
  came: (came) =>
    `${people(came)} came. Each is shown from five answers on, and then with every five more.`,
  figures: 'Who said yes',
  few: 'Fewer than five so far',
  said: (yes, answers, came) =>
    `${yes} of ${answers} said yes · ${Math.round((100 * answers) / Math.max(1, came))} % answered`,
  toType: 'Type in strips and hands',
  ahead:
    'After the closing, everyone who came gets a message and answers with four taps. For those without a phone, print strips.',
  note: 'It is said of the session, not of a person, and nothing is ranked.',

  typeTitle: 'What people said',
  typeLead:
    'Count the strips that came back, or the hands that went up. Whoever has a phone gets a message after the closing.',
  waysDone: (links, answered) =>
    links === 0
      ? 'No message was sent.'
      : `${links === 1 ? '1 person was' : `${links} people were`} asked by message, ${answered} answered.`,
  paper: 'Strips',
  paperHint: 'How many there are in all; typing it again puts it right.',
  hands: 'Raised hands',
  handsHint: 'Ask in the room and count the hands.',
  yesCount: 'Yes',
  noCount: 'Not quite',
  tapYes: (tap) => `${tap}: yes`,
  tapNo: (tap) => `${tap}: not quite`,
  people: 'people',
  keepPaper: 'Keep the strips',
  keepHands: 'Keep the hands',
  toStrips: 'Print strips',
  back: 'Back to the session',

  strips: 'Strips',
  stripsHint:
    'Print and cut: one for each person, to be ticked, without a name. Count them and type in the numbers.',
  stripsBack: 'Back to typing in',
  stripLead: 'Just tick; no name needed.',

  close: {
    title: 'Close the session',
    lead: 'The head-count is filled in from the roll; the rest may stay empty.',
    open: (count) =>
      count === 1
        ? 'One thing on the roll is still open'
        : `${count} things on the roll are still open`,
    openText:
      'Two hosts may say different things, or a name was not found. Have a look first, and the numbers are right.',
    seeRoll: 'See the roll',
    named: 'Came, by the roll',
    namedCount: (count) => (count === 1 ? '1 person' : `${count} people`),
    toRoll: 'Call the roll',
    guests: 'Guests without a name',
    guestsHint: 'Passers-by who sat down to listen; just count them.',
    guestsCounted: (guests) =>
      `${guests === 1 ? '1 was' : `${guests} were`} counted with the roll; correct it if need be.`,
    people: 'people',
    given: 'What was given out',
    givenHint: 'Couplets, leaflets, small gifts. Leave it empty if nothing was.',
    givenCounted: 'These are counted already. If there was anything else, add it below.',
    thingLine: (name, offered, given) =>
      `${name}: ${offered} offered, ${given} given, ${offered - given} left`,
    thing: (line) => `Thing ${line}`,
    more: 'Add more',
    pieces: 'Pieces',
    note: 'What was said, in a word',
    noteHint: 'Anything worth remembering; a sentence or two is enough.',
    submit: 'Close and keep the outcome',
    photosLater: 'Photos can be added after the closing; none are needed.',
  },

  closing: 'What people said',
  closingHint: 'If you counted hands, enter them here; if not, whoever has a phone gets a message.',
  byHands: 'Hands were counted',
  byStrips: 'Strips were handed out: they are typed in later, and no message is sent',
}
