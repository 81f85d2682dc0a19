import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: {},
  facts: {},
  notices: {},
  title: 'News of the street',
  of: (street) => `News of ${street}`,
  lead: 'What the street held and did this season.',
  about: (street) => `The bulletins of ${street}: what it held and did.`,
  none: 'No bulletin has been published yet.',
  number: (number) => `No. ${number}`,
  published: (when) => `Published ${when}`,
  correctsTitle: (title) => `Corrects “${title}”`,
  corrected: 'This bulletin has been corrected',
  withheld: '(This paragraph was taken out at the wish of the person it was about.)',
  caption: (caption) => `(Picture: ${caption})`,
  subscribe: 'Subscribe:',
  rss: 'RSS',
  atom: 'Atom',
  back: 'All bulletins',
  from: (street, when) => `${street} · ${when}`,
}
