/** What is asked of the office about someone's own data; no block of demoPhone begins with this number. */
export const numberChanged = { phone: '10008642091', words: '换了手机号，旧号不用了。' }
