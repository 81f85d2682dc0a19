import { saySpan } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

type Told = Parameters<(typeof zh)['notices']['dispatch.accepted']>[0]

function when(told: Told): string {
  return saySpan(new Date(told.start), new Date(told.end), 'en', new Date(told.start))
}

function titleOf(told: Told): string {
  return told.titleEn || told.title
}

export const en: typeof zh = {
  reasons: {
    'dispatch.notOneOfTheTimes':
      'The branch didn’t name this time; please choose one of those listed.',
    'dispatch.timePast': 'This time has passed.',
    'dispatch.notTheirTalk': 'This speaker doesn’t give this talk.',
    'dispatch.speakerLeft': 'This speaker has left the register.',
    'dispatch.tooManyGuests': 'These are more people than this speaker can receive.',
    'dispatch.languageNotSpoken': 'This speaker doesn’t speak the language the branch asked for.',
    'dispatch.notTheirAudience': 'This speaker doesn’t speak to this audience.',
    'dispatch.tooLong': 'This talk is longer than this speaker likes to speak.',
    'dispatch.venueTooSmall': 'The venue doesn’t seat so many; please choose another one.',
    'dispatch.cancelled': 'This speaker has said already that they can’t come.',
    'dispatch.expired': 'Nobody answered this invitation in time; it is over.',
    'dispatch.sameSpeaker': 'This is the speaker who comes now; please choose another one.',
    'dispatch.answerStillDue': 'There is still time to answer this invitation.',
    'dispatch.alreadyAnswered': 'This invitation has been answered already.',
    'dispatch.takenBack': 'This invitation was taken back; there is nothing to answer.',
    'dispatch.over': 'The time of this talk has passed; it can’t be taken back.',
    'dispatch.notAccepted': 'This invitation wasn’t accepted, so it can’t count as held.',
    speaker_taken:
      'The speaker is taken at this time; please choose another time or another speaker.',
    venue_promised: 'The venue is kept for another talk at this time; please choose another time.',
    dispatch_of_order: 'This order has just been dispatched to a speaker.',
  },
  done: {
    'dispatch.proposed': 'Dispatched. Now the speaker answers.',
    'dispatch.accepted': 'Accepted, thank you. The talk will stand in your calendar.',
    'dispatch.declined': 'Noted. It is quite all right not to come this time.',
    'dispatch.takenBack': 'The invitation is taken back, and the speaker is told.',
    'dispatch.cancelled':
      'Noted that you can’t come; that is quite all right. The office finds someone else.',
    'dispatch.substituted': 'Another speaker comes; the session and every seat stay as they are.',
    'dispatch.taken': 'It is yours, thank you. The talk will stand in your calendar.',
  },
  facts: {
    'dispatch.proposed': 'asked a speaker',
    'dispatch.accepted': 'accepted',
    'dispatch.declined': 'can’t come this time',
    'dispatch.takenBack': 'took the invitation back',
    'dispatch.cancelled': 'can’t come after all',
    'dispatch.substituted': 'let another speaker step in',
    'dispatch.expired': 'didn’t answer in time',
  },
  notices: {
    'dispatch.accepted': (told) =>
      `${told.speaker} accepted “${titleOf(told)}”: ${when(told)}, ${told.venue}.${told.isNamedTime === false ? ' The street set this time; it isn’t one of those you named. If it doesn’t suit, please call us.' : ''}`,
    'dispatch.declined': (told) =>
      `${told.speaker} can’t give “${titleOf(told)}” (${when(told)}); please ask someone else.`,
    'dispatch.takenBack': (told) =>
      `The invitation to “${titleOf(told)}” (${when(told)}) is taken back; there is nothing to prepare.`,
    'dispatch.cancelled': (told) =>
      `${told.speaker} can’t come after all to give “${titleOf(told)}” (${when(told)}); someone else is being found.`,
    'dispatch.substituted': (told) =>
      `${told.speaker} gives “${titleOf(told)}” instead: ${when(told)}, ${told.venue}.`,
    'dispatch.expired': (told) =>
      `${told.speaker} didn’t answer in time about “${titleOf(told)}” (${when(told)}); the order waits for you to dispatch it again.`,
  },
  statuses: {
    proposed: 'Waiting for an answer',
    accepted: 'Accepted',
    declined: 'Can’t come',
    withdrawn: 'Taken back',
    cancelled: 'Can’t come after all',
    expired: 'No answer in time',
  },
  asked: 'Speakers asked',
  takeBack: 'Take the invitation back',
  invitation: 'Invitation to speak',
  invitationLead:
    'Accept if you can come. If not, decline: no reason is needed, and nothing is held against you.',
  accept: 'Accept',
  decline: 'I can’t come this time',
  ownTimes: 'Change when you can come',
  ownEntry: 'Your entry in the speaker register',
  declineWhy: 'Say why if you like (can be left empty)',
  contact: 'Contact',
  contactAfter:
    'The phone number can be opened once you have accepted, until 30 days after the talk; it is noted who did.',
  openContact: 'Open the phone number',
  openSpeakersNumber: 'Open the speaker’s number',
  brings: 'What is needed',
  answered: 'Answered',
  openOrder: 'See the order',
  answerFor: (name) => `Enter the answer ${name} gave by phone`,
  openTitle: 'Orders to take up',
  openLead:
    'These are orders that you could give and that suit your times. Whoever takes one first gives it; leaving them is fine.',
  openNone: 'There is no order that would suit you now.',
  take: (when) => `Take it: ${when}`,
  otherTimes: 'Other times',
  cancelTitle: 'I can’t come after all',
  cancelLead:
    'If something comes in between, please tell us. No reason is needed, and nothing is held against you.',
}
