import { sayMoment, saySpan } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

type Told = Parameters<(typeof zh)['notices']['line.joined']>[0]

const titled = (told: Told) => `“${told.titleEn || told.title}”`
const when = (told: Told) =>
  saySpan(new Date(told.start), new Date(told.end), 'en', new Date(told.start))
const forWhom = ({ person, seats }: Told) =>
  person ? `a seat for ${person}` : seats > 1 ? `${seats} seats` : 'a seat'
const untilWhen = ({ until }: Told) =>
  until ? sayMoment(new Date(until), 'en', new Date(until)) : ''

export const en: typeof zh = {
  reasons: {
    'line.ended': 'This place in the line has ended.',
    'line.noRoom': 'What is free isn’t enough for all of them.',
    'offer.declined':
      'You have said that you don’t want this seat. To come after all, please sign up again.',
    'offer.none': 'It isn’t your turn yet; we’ll tell you when a seat is free.',
    'offer.over':
      'The time to answer is over, and the seat went to the next in line. To come after all, please sign up again.',
    'offer.taken': 'The seat is yours already; just come.',
    'offer.tooManyFromHere':
      'Too many answers came from here; please try again in an hour, or call the branch that hosts it.',
    'line.full': 'All seats are taken. When someone gives one back, it goes by order of arrival.',
    'line.childSeatsLeft': 'The seats that are left are kept for children.',
    'line.tooFewLeft':
      'Too few seats are free for all of you together; your place in the line is kept.',
    'line.othersFirst': 'Others came before you and are asked first.',
    waiting_once: 'This person stands in the line already.',
  },
  done: {
    'line.joined':
      'There is no room yet. You are in line, and we’ll tell you when it is your turn.',
    'line.joinedFor': 'There is no room yet. They are in line now.',
    'line.left': 'You are out of the line.',
    'offer.accepted': 'The seat is yours. See you there.',
    'offer.declined': 'Noted: the seat goes to the next in line.',
    'line.filledByHand': 'They have their seats; the reason stands in the history.',
    'seats.held': 'The seats are kept.',
    'seats.heldInLine': 'There aren’t that many seats; the unit is in line for them.',
    'seats.givenBack': 'The seats are given back.',
    'seats.named': 'The names are on the seats.',
    'session.signUpTimed': 'The times of signing up are changed.',
  },
  facts: {
    'line.joined': 'stood in line',
    'line.left': 'left the line',
    'line.filledByHand': 'seated someone out of turn',
    'offer.made': 'offered a free seat to who waited',
    'offer.accepted': 'took the offered seat',
    'offer.declined': 'did not want the offered seat',
    'offer.lapsed': 'the time of an offer was over',
  },
  notices: {
    'line.joined': (told) =>
      `There is no room yet at ${titled(told)} (${when(told)}). ${told.person ?? 'You'} ${told.person ? 'is' : 'are'} number ${told.position} in line; we’ll tell you when it is your turn.`,
    'offer.made': (told) =>
      `${told.seats > 1 && !told.person ? 'There are' : 'There is'} ${forWhom(told)} at ${titled(told)} (${when(told)}), kept for you until ${untilWhen(told)}. Yes or no takes one tap${told.address ? `: ${told.address}` : '.'}`,
    'offer.lapsed': (told) =>
      `The time to take ${forWhom(told)} at ${titled(told)} is over; the next in line is asked. To come after all, please sign up again.`,
    'line.seated': (told) =>
      `You have ${forWhom(told)} at ${titled(told)} (${when(told)}, ${told.venue}) and need not wait any more. Just come.`,
  },
}
