import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'rollCode.unknown':
      'This code is not one of this street’s, or it was changed. Please ask who it is and tap the name.',
    'rollCode.renewed':
      'This card was replaced by a new one. Please see who it is and tap the name.',
    'rollCode.over': 'This card is too old. Please see who it is and tap the name.',
    'rollCode.none':
      'No roll code was found in it. Please go a little closer and try again, or enter the six digits.',
    'rollCode.noDigits':
      'Nobody of this session has these six digits. Please listen once more, or look for the name.',
    personal_code_now: 'There is a code already. For a new one, please tap “Make a new code”.',
  },
  done: {
    'rollCode.made': 'The code is ready.',
    'rollCode.renewed': 'There is a new code now; the old card is of no use any more.',
    'cards.made': 'The cards are ready to be printed.',
  },
  facts: {
    'rollCode.made': 'made a code for rolls',
    'rollCode.renewed': 'made a new code for rolls',
    'cards.made': 'made cards for rolls',
  },
  notices: {},
  code: {
    title: 'My code for rolls',
    lead: 'Show it to the host when you arrive, and you are on the roll. Nothing about you is in it, and it works without a signal.',
    own: 'Myself',
    none: 'There is no code yet.',
    noneOf: (name) => `${name} has no code yet.`,
    make: 'Make a code',
    makeFor: (name) => `Make one for ${name}`,
    renew: 'Make a new code',
    renewText:
      'If the card was lost, or someone took a photo of it. The old one is of no use from then on; nothing else changes.',
    label: (name) => `${name}’s code for rolls`,
    forRoll: 'For rolls',
    print: 'Print this page in your browser to have it as a card.',
    withoutPhone:
      'It works without a phone too: say your name, or the six digits on the session’s page.',
    cards: 'Print cards for a branch',
    children: 'My children',
  },
  cards: {
    title: 'Cards for rolls',
    lead: 'For older people without a phone: to be cut out, carried along and shown to the host.',
    unit: 'Which unit',
    show: 'See the cards',
    back: 'My code for rolls',
    all: (count) => (count === 1 ? '1 card' : `${count} cards`),
    missing: (count) =>
      count === 1
        ? 'One person has no code yet, and so no card.'
        : `${count} people have no code yet, and so no card.`,
    make: (count) =>
      count === 1 ? 'Make a card for this person' : `Make cards for these ${count}`,
    nobody: 'Nobody is registered at this unit yet.',
    print: 'Print this page in your browser: eight cards on a sheet of A4.',
    lost: 'Where a card was lost, make a new one here.',
    renew: 'Make a new one',
    who: 'Whose card was lost',
  },
  door: {
    lead: 'At the door, say these six digits or show',
    code: 'your code',
  },
  met: {
    title: 'This is a code for roll calls',
    lead: 'Please show it to the host when you arrive; the host scans it. Nothing happens by opening it, and nothing personal is in it.',
    found:
      'If you found this card, please hand it in at a residents’ committee nearby or throw it away; it is of no use to anyone else.',
    home: 'To the first page',
  },
  scan: {
    title: 'Scan codes',
    lead: 'Scan a card or a phone, and the person is marked as here. It works without a signal.',
    back: 'Roll',
    camera: 'Open the camera',
    cameraOff: 'Close the camera',
    cameraNo:
      'The camera did not open. You can allow it in the browser, take a photo instead, or enter the six digits.',
    aim: 'Hold the code inside the frame; it is read by itself.',
    photo: 'From a photo',
    photoHint:
      'Take a photo of the code, or choose one. It is read on this phone and sent nowhere.',
    reading: 'Reading the photo.',
    unreadable: 'This phone can’t read codes in photos. Please enter the six digits.',
    digits: 'Six digits',
    noCard: 'Without a card or a phone',
    digitsHint: 'They stand on the session’s page and in the reminder.',
    mark: 'Mark as here',
    which: (digits) => `Several people have ${digits}. Which one is it?`,
    toRoll: 'Look for the name',
    scanned: 'Marked just now',
    came: 'here',
    undo: 'A mistake',
    undone: 'changed to “not here”',
    unexpected: 'Not on the list. Is it this person?',
    confirm: 'Yes, mark as here',
    unknownYet:
      'This code is not on the list. It is kept; whose it is will be known with a network.',
    waiting: 'waiting to be sent',
    sent: 'sent',
    failed: 'not sent, trying again',
    same: 'was marked already',
    held: 'kept until the day itself',
    disputed: 'someone else marked it differently; please see the roll',
    oneself: 'someone else has to mark you yourself',
    kept: 'kept for the staff to look at',
    early: 'The session is not today. What you scan is kept and not lost, and counts on the day.',
  },
}
