import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'thing.sessionOver': 'The session is over; the numbers stay as they are.',
    'thing.moreThanOffered': 'There aren’t so many. If there are more, correct that number first.',
    'thing.fewerThanGiven': 'More than that were given already; please look at the number again.',
    'thing.nothingGiven': 'So many were not given yet; none can be taken back.',
    thing_given_within_offered:
      'There aren’t so many. If there are more, correct that number first.',
  },
  done: { 'thing.offered': 'Noted how many there are.', 'thing.given': 'Noted.' },
  facts: {
    'thing.offered': 'noted what there is to give',
    'thing.corrected': 'corrected how many there are',
    'thing.given': 'gave something out',
  },
  notices: {},
}
