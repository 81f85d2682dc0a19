import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'street.alreadyOpen': 'This street is open already.',
    'street.notAStreet':
      'Only a street, a town or a district can be opened; please choose one from the list.',
    'unit.closed': 'The unit above has been closed; please choose one that is open.',
    'unit.wrongParent': 'A unit of this kind can’t stand there.',
    unit_name: 'There is a unit of this name here already.',
    venue_name: 'This unit has a venue of this name already.',
  },
  done: {},
  facts: {
    'street.opened': 'opened the street',
    'unit.added': 'added the unit',
    'venue.added': 'added the venue',
  },
  notices: {},
}
