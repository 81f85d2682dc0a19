import { sayDay } from '#app/ui/dates.ts'
import type { ReviewReason } from './rules.ts'

type Told = { number: number; title: string; titleEn: string; address?: string }
type Poor = { unit: string; title: string; titleEn: string; dueOn: string | null }

export const zh = {
  reasons: {
    'review.notHeld': '这一讲还没有讲，讲过以后再说说怎么样。',
    'review.notTheirs': '这个单位没有听这一讲，请另选一个单位。',
    'review.linkOver': '这个链接已经过期。登录后在这一单的页面上也能评。',
    'review.tooManyFromHere': '刚才从这里评得太多了，请过一小时再来。',
    'review.notPoor': '这份评价不用回电。',
    'review.alreadyCalled': '这份评价已经有人回过电了。',
    review_once: '这个单位已经评过了，谢谢。一个单位评一次就够。',
  } satisfies Record<ReviewReason, string>,
  done: {
    'review.given': '记下了，谢谢您。',
    'review.called': '记下了，谢谢您打这个电话。',
  },
  facts: { 'review.given': '评价了这一讲', 'review.called': '就评价回了电话' },
  notices: {
    'review.asked': ({ title, address }: Told) =>
      `“${title}”讲过了，怎么样？一分钟就能说完，也不用登录${address ? `：${address}` : '。'}`,
    'review.askedOfGuest': ({ title }: Told) =>
      `你们一起听的“${title}”讲过了，怎么样？登录后说一声就好。`,
    'review.poor': ({ unit, title, dueOn }: Poor) =>
      `${unit}对“${title}”不太满意，请${dueOn ? `在${sayDay(dueOn, 'zh', new Date(dueOn))}前` : '尽快'}回个电话。`,
  },

  levels: { 1: '不好', 2: '不太好', 3: '一般', 4: '好', 5: '很好' } as Record<number, string>,
  asOrdered: { yes: '是', partly: '一部分是', no: '不是' },
  ways: { page: '页面', link: '短信链接', paper: '纸条', phone: '电话' },

  title: '这一讲怎么样',
  lead: '评的是这一讲，不是宣讲人。满五份才会显示出来，不写是谁评的。',
  lineOf: (number: number) => `第 ${number} 单`,
  unit: '哪个单位',
  level: '这一讲怎么样？',
  asOrderedAsk: '是你们点的那一讲吗？',
  asOrderedHint: '题目、时间、讲多久、用什么话讲，和点的一样吗？',
  words: '想说什么都可以（可以不写）',
  wordsHint: '宣讲人会看到这些话，不会看到是谁写的。请不要写名字和电话。',
  way: '怎么评的',
  wayPage: '我们自己来评',
  wayPaper: '照着纸条录入',
  wayPhone: '电话里问的',
  send: '就这样评',
  given: '这个单位已经评过了',
  allGiven: '听这一讲的单位都评过了，谢谢。',
  toOrder: '看这一单',
  toStrip: '打印纸条',
  signIn: '登录',

  thanks: '评价已经收到，谢谢',
  thanksText: '一个单位评一次就够，不用再评。要是有没说完的话，可以找街道办公室。',
  linkOver: '这个链接已经过期',
  linkOverText: '登录后在这一单的页面上也能评，也可以请街道办公室代您录入。',
  linkNotYet: '这一讲还不能评',
  linkLead: '这个链接只能评这一讲，不用登录。',
  linkFor: (unit: string) => `替${unit}评`,

  stripTitle: '评价纸条',
  stripHint: '打印出来，听完讲请人打勾，收回来照着录入。一个单位填一张就够。',
  stripOver: (number: number) => `薪火 · 第 ${number} 单`,
  stripUnit: '单位：',
  stripBack: '回到评价',

  list: '评价',
  listLead: '听过的单位怎么看每一讲。不满意的，一个工作日之内回个电话。',
  listLeadUnit: '你们听过的每一讲，说说怎么样。',
  toGive: '还没有评的',
  toGiveNone: '听过的都评了。',
  give: '评一评',
  calls: '要回的电话',
  callsNone: '没有要回的电话。',
  callBy: '回电期限',
  callUnknown: '今年或明年的节假日还没有登记，算不出哪天是工作日，请尽快回电。',
  callNote: '电话里说了什么，接下来怎么办',
  called: '打过了',
  toOrders: '点单派单',
  all: '全部评价',
  none: '还没有评价。讲过以后，点单的人会收到一条短信。',
  date: '日期',
  number: '单号',
  talk: '题目',
  unitHead: '单位',
  levelHead: '评价',
  asOrderedHead: '与点单相符',
  wordsHead: '说了什么',
  wayHead: '怎么评的',
  callHead: '回电',
  callWaits: '等回电',

  record: '听过的单位怎么说',
  recordFew: (answers: number, asked: number) =>
    asked === 0
      ? '还没有单位听过这一讲。'
      : `${asked} 个单位听过，${answers} 个评过。满五份评价才显示。`,
  recordRate: (answers: number, asked: number) =>
    `${asked} 个单位听过，${answers} 个评过（${Math.round((100 * answers) / Math.max(1, asked))}%）。`,
  recordMean: (mean: number) => `平均 ${mean.toFixed(1)} 分（满分 5 分）`,
  recordAsOrdered: (yes: number, partly: number, no: number) =>
    `是点的那一讲吗：${yes} 个说是，${partly} 个说一部分是，${no} 个说不是`,
  recordLevels: '各档评价的份数（每满五份更新一次）',
  recordWords: '大家写的话',
  recordWordsHint: '不写是谁说的，也不按先后排。',
  thanked: '谢谢您来讲这一讲',
  thankedText: '大家的评价满五份以后，会在这里显示。',
}
