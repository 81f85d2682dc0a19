import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: {
    'notices.read': 'All are marked as read.',
    'person.told': 'Noted: this person has been told.',
    'contact.seen': 'The numbers can be seen for an hour; each person’s history says so.',
  },
  facts: {
    'person.told': 'told by phone or in person',
  },
  notices: {},

  sms: {
    notices: (sentences, more, inbox) =>
      `[Hearth] ${sentences.join(' ')}${more > 0 ? ` And ${more} more.` : ''} More at ${inbox}`,
  },
  inbox: {
    title: 'Notices',
    lead: 'Everything you were told of, the newest first.',
    none: 'No notices yet. When something needs you, it appears here first.',
    toHome: 'Go to the home page',
    open: 'Open',
    fresh: 'New',
    readAll: 'Mark all as read',
  },
  outbox: {
    title: 'Outbox',
    lead: 'The demo sends no text messages; those it would send stand here, at most 100.',
    none: 'No messages to send yet.',
    caption: 'The last messages',
    to: 'To',
    body: 'Text',
    made: 'When',
    state: 'State',
    sent: 'Sent',
    waiting: 'Waiting to be sent',
    failed: (error) => `Not sent: ${error}`,
  },
  calls: {
    title: 'Call list',
    lead: 'These people have no mobile phone, or would rather be called. Call or drop by, and press “Told” when you have. The list can be printed and taken along.',
    none: 'There is nobody to call.',
    person: 'Name',
    phone: 'Phone',
    noPhone: 'No phone',
    homebound: 'Can’t easily go out; please visit',
    hidden: 'Has a phone',
    say: 'What to say',
    told: 'Told',
    street: 'Street',
    people: (count) => (count === 1 ? 'One person' : `${count} people`),
    openNumbers: (count) => (count === 1 ? 'Open one number' : `Open ${count} numbers`),
    openNumbersHelp:
      'Opening a number is noted in the person’s history; it closes by itself after an hour.',
  },
}
