import type { ThingReason } from './rules.ts'

export const zh = {
  reasons: {
    'thing.sessionOver': '活动已经结束，数目不能再改。',
    'thing.moreThanOffered': '没有备这么多。真的多备了，请先改备了多少。',
    'thing.fewerThanGiven': '已经发出的比这还多，请再看一下数目。',
    'thing.nothingGiven': '还没有发出这么多，不能退。',
    thing_given_within_offered: '没有备这么多。真的多备了，请先改备了多少。',
  } satisfies Record<ThingReason, string>,
  done: {
    'thing.offered': '已记下备了多少。',
    'thing.given': '已记下。',
  },
  facts: {
    'thing.offered': '记下备了多少',
    'thing.corrected': '改了备了多少',
    'thing.given': '发了东西',
  },
  notices: {},
}
