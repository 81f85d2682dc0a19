import type { VisitReason, VisitResult } from './rules.ts'

export const zh = {
  reasons: {
    'visit.notARound': '这一场不是上门，没有名单。',
    'visit.sessionOver': '这一趟已经结束，不能再改。',
    'visit.notPublished': '这一趟还没有公布，公布以后再记。',
    'visit.tooEarly': '到了那天再记。',
    'visit.oneself': '自己家由别人去看望、别人来记。',
    'visit.lastOne': '这一趟已经公布，至少要留一家。',
    visit_once: '这个人已经在名单上了。',
  } satisfies Record<VisitReason, string>,
  done: { 'round.listed': '名单已保存。', 'visit.recorded': '已记下。' },
  facts: { 'round.listed': '列了上门名单', 'visit.recorded': '记了一家' },
  notices: {},
  results: { visited: '见到了', away: '不在家', declined: '这次不用' } satisfies Record<
    VisitResult,
    string
  >,
  title: '上门名单',
  lead: '一家一家来。点一下就记好了，备注不写也行。',
  next: '下一家',
  progress: (done: number, all: number) => `走了 ${done} 家，共 ${all} 家`,
  allDone: '都走到了',
  allDoneText: '谢谢您。主办人收尾以后就算办好了。',
  record: '在这家怎么样',
  pieces: (thing: string) => `留下几份${thing}`,
  more: '先写备注、留下几份',
  note: '备注',
  noteHint: '例如：下次想听讲养老金。',
  others: '名单',
  change: '改记',
  piecesLeft: (count: number) => `留下 ${count} 份`,
  none: '名单上还没有人。',
  sheets: {
    title: '带去的纸',
    print: '打印带去的纸',
    back: '上门名单',
    lead: (doors: number) =>
      `第一张大字，一家留一份，打印 ${doors} 份；第二张是上门的人带着走的名单，打印一份。`,
    came: (name: string) => `今天来看望您的是${name}。`,
    told: '今天说的：',
    call: '有事请打电话：',
    list: '上门名单',
  },
  about: (minutes: number) => `每家大约 ${minutes} 分钟`,
}
