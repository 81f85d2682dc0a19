import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'code.unknown':
      'This code is not one of this street’s, or it was changed. Please ask who it is and tap the name.',
    'code.renewed': 'This card was replaced by a new one. Please see who it is and tap the name.',
    'code.over': 'This card is too old. Please see who it is and tap the name.',
    'code.none':
      'No roll code was found in it. Please go a little closer and try again, or enter the six digits.',
    'code.noDigits':
      'Nobody of this session has these six digits. Please listen once more, or look for the name.',
    personal_code_now: 'There is a code already. For a new one, please tap “Make a new code”.',
  },
  done: {
    'code.made': 'The code is ready.',
    'code.renewed': 'There is a new code now; the old card is of no use any more.',
    'cards.made': 'The cards are ready to be printed.',
  },
  facts: {
    'code.made': 'made a code for rolls',
    'code.renewed': 'made a new code for rolls',
    'cards.made': 'made cards for rolls',
  },
  notices: {},
}
