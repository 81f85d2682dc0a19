import { saySpan } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'invitation.tooManyFromHere':
      'Too many answers came from here; please try again in an hour, or call the street office.',
  },
  done: {},
  facts: { 'invitation.answered': 'answered by the link of the message' },
  notices: {
    'invitation.sent': (told) => {
      const when = saySpan(new Date(told.start), new Date(told.end), 'en', new Date(told.start))
      return `You are asked to give “${told.titleEn || told.title}”: ${when}, ${told.venue ?? 'at somebody’s home'} (${told.unit}). Yes or no takes one tap${told.address ? `: ${told.address}` : '.'}`
    },
  },

  title: 'Invitation to speak',
  unit: 'Asked by',
  lead: 'Would you give this talk?',
  yes: 'Yes, I’ll come',
  no: 'I can’t come this time',
  giveReason: 'Say why, if you like',
  why: 'Why (can be left empty)',
  whyHint: 'Then press “I can’t come this time” above.',
  free: 'If it doesn’t suit, just say no: no reason is needed, and nothing is held against you.',
  only: 'This link answers this one invitation and nothing else, until the talk begins, without signing in.',
  inHome: (unit) => `At somebody’s home (${unit})`,
  seeMore: 'Sign in for details, or to change your mind',
  standing: {
    accepted: 'You have said yes, thank you',
    declined: 'Noted: not this time',
    withdrawn: 'This invitation was taken back',
    cancelled: 'Noted: you can’t come after all',
    over: 'The time of this invitation is over',
  },
  standingText: {
    accepted:
      'See you there. Sign in for the address, the contact and what to bring, or to say that you can’t come after all.',
    declined:
      'That is quite all right; we’ll ask again another time. Should you be free after all, call the street office.',
    withdrawn: 'There is nothing to answer or to prepare. Sorry to have troubled you.',
    cancelled: 'That is quite all right; the street office finds someone else.',
    over: 'There is nothing to answer any more. We’ll ask again another time.',
  },

  briefing: 'Briefing',
  briefingLead: 'All that you need to know on one sheet. Print it and take it along if you like.',
  briefingBack: 'Back to the invitation',
  toBriefing: 'See the briefing',
  when: 'When',
  where: 'Where',
  way: 'How to get there',
  wayNone: 'Not entered; the contact can tell you.',
  whoCame: 'Audience',
  heads: (count) => (count === 1 ? '1 person' : `${count} people`),
  together: 'Coming along',
  guest: (name, count) => `${name}: ${count}`,
  ages: 'Ages',
  age: (from, until, people) =>
    `${until === null ? `${from} and over` : from === 0 ? `up to ${until}` : `${from}–${until}`}: ${people}`,
  agesHint: 'From the birthdays the branch’s members have given; groups under five are left out.',
  agesNone: 'Too few have given a birthday to say.',
  spoken: 'Given in',
  length: 'How long',
  brings: 'What has to be there',
  bringsNone: 'Nothing special.',
  ownBrings: 'What you said you need',
  note: 'What the branch wrote',
  noteNone: 'Nothing.',
  contact: 'Contact',
  contactHint: 'The number can be opened on the invitation’s page; that is noted.',
  earlier: 'What units said that had this talk',
}
