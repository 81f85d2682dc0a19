import { zh as figures } from '../figures/messages.zh.ts'
import type { Check, CheckKind, Reads } from './rules.ts'

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** How Chinese writes numbers, dates and units. */
const reads: Reads = {
  say: figures.say,
  saidAs: figures.saidAs,
  date: /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})日(?:\s*[（(]?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天]))?/g,
  month: Number,
  weekday: (written) => (written === '天' ? 0 : weekdays.indexOf(written)),
  weekdays: weekdays.map((day) => `周${day}`),
  unit: /(?<name>[\u4e00-\u9fa5]{2,10}?(?:社区|党支部|实践站))/g,
  anyUnit: `各 全 本 每 个 这 那 该 某 所在 邻近 附近 隔壁 别的 其他 其它 老 新时代 和 与
    的社区 的党支部 在社区`.split(/\s+/),
  about: '\\s*[余多]?\\s*',
}

type Details = Check & { figureName: string }

const sentences: Record<CheckKind, (check: Details) => string> = {
  'bulletin.phoneNumber': ({ found }) => `“${found}”像是电话号码，简报里不能有，请删去。`,
  'bulletin.idNumber': ({ found }) => `“${found}”像是身份证号，简报里不能有，请删去。`,
  'bulletin.minorNamed': ({ found }) => `“${found}”是未成年人，简报里不能写孩子的名字。`,
  'bulletin.toldWithoutConsent': ({ found }) =>
    `简报里写了“${found}”的事，还没有本人的同意。请本人同意，或者不写。`,
  'bulletin.minorTold': ({ found }) => `“${found}”未满 18 岁，简报里不能写孩子的名字。`,
  'bulletin.pictureUnsaid': ({ found }) => `照片“${found}”还没说清楚上面有谁。`,
  'bulletin.pictureWithoutConsent': ({ found, names = [] }) =>
    `照片“${found}”上的${names.join('、')}还没有同意公开。`,
  'bulletin.pictureOfMinor': ({ found }) => `照片“${found}”上有未成年人，不能公开。`,
  'bulletin.wordingUntrue': ({ found, instead, figureName }) =>
    `“${found}”不对：${figureName}现在是 ${instead}。`,
  'bulletin.unitUnknown': ({ found }) => `街道没有叫“${found}”的单位，请看看名称。`,
  numberDiffers: ({ found, instead, figureName }) =>
    `文中手写了“${found}”，而${figureName}是 ${instead}。最好换成数字记号。`,
  nothingCounted: ({ figureName }) => `${figureName}现在是 0，请看看是不是这个数。`,
  personNotEntered: ({ found }) => `文中提到“${found}”。请在“写到的人”里登记，问过本人再写。`,
  noSuchUnit: ({ found }) => `街道的单位里没有“${found}”，请看看名称。`,
  noSuchDay: ({ found }) => `没有“${found}”这一天。`,
  wrongWeekday: ({ found, instead }) => `“${found}”那天是${instead}。`,
  outsideSeason: ({ found }) => `“${found}”不在这一季里。`,
  nothingThatDay: ({ found }) => `记录里“${found}”没有办过活动。`,
  houseWord: ({ found, instead }) =>
    instead ? `“${found}”这个词，我们写作“${instead}”。` : `“${found}”这个词，我们不用。`,
}

export const zh = {
  reads,
  check: (check: Check): string =>
    sentences[check.kind]({
      ...check,
      figureName: check.figure ? `“${figures.name(check.figure)}”` : '',
    }),
  unknownFigure: (tokens: readonly string[]) =>
    `没有 ${tokens.join('、')} 这个数字，请从下面的列表里选。`,
  title: '看一看',
  fine: '没有要看的地方。',
  stops: '改好才能发布',
  at: (paragraph: number | null) => (paragraph === null ? '全文' : `第 ${paragraph} 段`),
  reasons: {},
  done: { 'houseWords.kept': '用词表已保存。' },
  facts: { 'houseWords.kept': '改了用词表' },
  notices: {},
  houseWords: '用词表',
  houseWordsLead: '简报里不用的词，和我们的写法。写简报时会提醒。',
  words: '词',
  wordsHint: '一行一个词；后面空一格，可以写上换成什么，例如“群众 居民”。',
  keep: '保存用词表',
  bulletins: '简报',
}
