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
  },
  done: {},
  facts: {
    'person.added': 'entered the person',
    'person.appointed': 'gave the role',
    'contact.seen': 'opened the contact details',
  },
  notices: {},
}
