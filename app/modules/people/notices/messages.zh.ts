export const zh = {
  reasons: {},
  done: {},
  facts: {},
  notices: {},

  sms: {
    /** One message of all that is due: the sentences that fit, how many more there are, where they stand. */
    notices: (sentences: readonly string[], more: number, inbox: string) =>
      `【薪火】${sentences.join('')}${more > 0 ? `另有 ${more} 条通知。` : ''}详见 ${inbox}`,
  },
}
