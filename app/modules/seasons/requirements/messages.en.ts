import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    exemption_overlap: 'There is an exemption within these days already; please choose others.',
    'exemption.endsBeforeStart': 'The last day can’t be before the first; please check both.',
    'exemption.oneself': 'A colleague in the office enters your own exemption.',
    'exemption.notShorter':
      'The new last day has to be within the exemption and earlier than before.',
    'requirement.roleTwice': 'One role is asked twice; please keep one of them.',
  },
  done: {
    'requirements.changed': 'The requirement is changed.',
    'person.exempted': 'The exemption is entered, and the requirement is counted anew.',
    'exemption.shortened': 'The exemption ends earlier, and the requirement is counted anew.',
  },
  facts: {
    'requirements.changed': 'changed what is asked',
    'person.exempted': 'entered an exemption',
    'exemption.shortened': 'let an exemption end earlier',
  },
  notices: {},
}
