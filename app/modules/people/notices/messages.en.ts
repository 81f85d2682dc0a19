import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: {},
  facts: {},
  notices: {},

  sms: {
    notices: (sentences, more, inbox) =>
      `[Hearth] ${sentences.join(' ')}${more > 0 ? ` And ${more} more.` : ''} More at ${inbox}`,
  },
}
