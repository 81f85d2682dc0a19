import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'session.alreadySignedUp': 'This seat is taken already and still kept.',
    'session.full':
      'The last seat has just gone. Please look at other sessions, or ask the branch that hosts it.',
    'session.needsGuardian':
      'Under 18, please let a guardian or the community’s staff take the seat.',
    'session.notSignedUp': 'There is no seat to give back.',
    'session.started':
      'The session has begun. Please just come; the host will add you to the roll.',
    'session.childSeatsLeft': 'The grown-ups’ seats are taken; those left are kept for children.',
    'session.seatsInUse': 'People have these seats already; there can’t be so few.',
  },
  done: {
    'session.signedUp': 'You are signed up; your seat is kept.',
    'session.signedUpFor': 'The seat is taken for them.',
    'session.signedOff': 'The seat is given back, so that someone else can have it.',
    'session.seatsDealt': 'The seats are changed.',
  },
  facts: {
    'session.seatsDealt': 'changed the seats',
    'person.signedUp': 'took a seat',
    'person.signedOff': 'gave a seat back',
  },
  notices: {},
}
