import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    person_phone: 'This phone number belongs to someone else already.',
    appointment_once: 'This person holds this role in that time already.',
    'appointment.endsBeforeStart': 'The last day comes before the first; please check both.',
    'guardian.notAdult': 'A guardian has to be 18 or older.',
    'guardian.ageUnknown': 'The guardian’s date of birth isn’t known yet; please enter it first.',
    'guardian.ofAdult': 'This person is 18 or older and needs no guardian.',
    guardian_pkey: 'This guardian has been entered already.',
    guardian_check: 'Nobody can be their own guardian; please check.',
    'code.tooSoon': 'A code was sent a moment ago. Please wait a minute before asking again.',
    'code.tooMany':
      'Too many codes were asked for within the hour. Please try again in an hour, or call the street office.',
    'code.wrong': 'This code isn’t right. Please check the newest message and type it again.',
    'code.over': 'This code can’t be used any more. Please ask for a new one.',
    'password.wrong':
      'The number or the password isn’t right. You can sign in with a code by text message too.',
    'password.tooManyTries':
      'There were too many tries. Please wait a quarter of an hour, or sign in with a code by text message.',
    'password.tooEasy':
      'This password is easy to guess. Please take another, such as a few unrelated words in a row.',
    'password.signInAgain':
      'For your safety, please sign out, sign in again and change the password within a quarter of an hour.',
    api_token_name: 'You have a token of this name already; please choose another name.',
    'suggestion.answered': 'Someone has answered this already.',
    'setUp.streetOpen':
      'A street has been opened, so this link is no longer needed. Please sign in.',
  },
  done: {},
  facts: {
    'person.added': 'entered the person',
    'person.appointed': 'gave the role',
  },
  notices: {},
  sms: {
    code: (code) =>
      `[Hearth] Your code is ${code}; it is good for 10 minutes. If you are not signing in, just ignore this.`,
  },
}
