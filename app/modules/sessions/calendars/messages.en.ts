import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: {},
  facts: {},
  notices: {},
  parts: {
    hosting: 'You host',
    speaking: 'You speak',
    visiting: 'You visit',
    signedUp: 'Signed up',
    child: 'Your child comes',
    branch: 'Your branch',
  },

  calendar: {
    title: 'Calendar',
    mine: 'Mine',
    street: 'Whole street',
    of: (name) => `Calendar of ${name}`,
    next: 'Coming up',
    nothing: 'Nothing is planned for you. Have a look at what you can join.',
    asked: 'Invitations to answer',
    subscribe: 'Subscribe',
    toSessions: 'Sessions you can join',
    file: 'Download as a calendar file',
    fileHint: 'For the calendar of a phone or computer. What is called off is marked.',
    calendarName: (name) => `Hearth · ${name}`,
    cancelled: 'called off',
    fileText: (unit, speaker) =>
      speaker ? `Organised by ${unit}\nSpeaker: ${speaker}` : `Organised by ${unit}`,
  },
}
