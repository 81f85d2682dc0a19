import { sayMoment } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'session.alreadyInLine': 'Already in line; we’ll tell you when it is your turn.',
    'session.alreadySignedUp': 'This seat is taken already and still kept.',
    'session.closesAfterStart': 'Sign-up opens and closes before the session begins.',
    'session.closesBeforeOpening': 'It has to close later than it opens.',
    'session.needsGuardian':
      'Under 18, please let a guardian or the community’s staff take the seat.',
    'session.notOpenYet': ({ opensAt }) =>
      opensAt
        ? `Sign-up opens on ${sayMoment(new Date(opensAt), 'en', new Date(opensAt))}.`
        : 'Sign-up isn’t open yet.',
    'session.notSignedUp': 'There is no seat to give back.',
    'session.notSoManyHeld': 'There are more names than seats kept; please keep more seats first.',
    'session.partyTooBig': 'The session has fewer seats than you are together.',
    'session.seatsInUse': ({ losing }) =>
      losing
        ? `People have these seats already. With so few, these would lose theirs: ${losing.map(({ name, seats }) => (seats > 1 ? `${name} (${seats})` : name)).join(', ')}.`
        : 'People have these seats already; there can’t be so few.',
    'session.signUpClosed': 'Sign-up has closed; the branch that hosts it may still help.',
    'session.started':
      'The session has begun. Please just come; the host will add you to the roll.',
  },
  done: {
    'session.signedUp': 'You are signed up; your seat is kept.',
    'session.signedUpFor': 'The seat is taken for them.',
    'session.signedOff': 'The seat is given back, so that someone else can have it.',
    'session.seatsDealt': 'The seats are changed.',
    'session.cantCome':
      'Noted: you can’t come today. Someone else can have the seat; see you next time.',
    'session.partySignedUp': 'All of you have seats.',
  },
  facts: {
    'session.seatsDealt': 'changed the seats',
    'person.signedUp': 'took a seat',
    'person.signedOff': 'gave a seat back',
    'person.cantCome': 'said on the day that they can’t come',
    'seats.held': 'kept seats for a unit',
    'session.signUpTimed': 'changed the times of signing up',
  },
  notices: {},
}
