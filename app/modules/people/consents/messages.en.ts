import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'consent.needsGuardian': 'Under 18, a guardian has to consent.',
    'consent.notGuardian': 'This person is not entered as a guardian. Please enter them first.',
    'consent.notForThem': 'Grown-ups consent for themselves; nobody can do it for them.',
    'consent.withdrawn': 'This consent was withdrawn already.',
    consent_once: 'This was consented to already; once is enough.',
  },
  done: {
    'consent.given': 'The consent is noted. You can withdraw it at any time.',
    'consent.withdrawn': 'Withdrawn.',
  },
  facts: {
    'consent.given': 'Consented to something',
    'consent.withdrawn': 'Withdrew a consent',
  },
}
