import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'roll.alreadySo': 'The roll says so already.',
    'roll.closedByYou': 'You closed this session. Someone else has to add whom it forgot.',
    'roll.findFirst': 'Nobody knows yet who this is. Please find the person first.',
    'roll.notDisputed': 'Nobody says otherwise.',
    'roll.notLate': 'There is nothing to take in here.',
    'roll.notUnknown': 'It is known already who this is.',
    'roll.ofYourself': 'This is about yourself; someone else has to decide it.',
    'roll.secondPerson':
      'After the session is closed, someone other than who said it has to take it in.',
    'roll.settled': 'Someone has settled this already.',
    'roll.stillOpen': 'The session is not closed yet. Please use the roll itself.',
  },
  done: {
    'roll.settled': 'Settled. What stood before stays visible.',
    'roll.lateTaken': 'Taken into the roll.',
    'roll.walkInFound': 'Found: the person is on the roll as having come.',
    'roll.forgottenAdded': 'Added to the roll; the hours follow.',
  },
  facts: {
    'roll.settled': 'settled something on the roll',
    'roll.lateTaken': 'took late marks into the roll',
    'roll.walkInFound': 'found who a walk-in was',
    'roll.forgottenAdded': 'added a forgotten person to the closed roll',
  },
  notices: {},
}
