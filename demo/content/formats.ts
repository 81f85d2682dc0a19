import type { InLanguages } from '#app/platform/language.ts'
import { branchNumber } from './branches.ts'
import { placeNumber } from './places.ts'

/** What the street lends, as its register names it. */
export const lentThings = {
  calligrapher: {
    kind: 'calligrapher',
    name: { zh: '缪老师写春联', en: 'Mr Miao, who writes couplets' },
    about: {
      zh: '自带笔墨，一个下午写四五十副。',
      en: 'Brings ink and brushes; forty to fifty pairs in an afternoon.',
    },
  },
  boards: {
    kind: 'boards',
    name: { zh: '家风家训展板（六块）', en: 'Six boards on family ways' },
    about: {
      zh: '每块一米二乘八十，要两个人搬。',
      en: 'A metre and a bit each; two people carry them.',
    },
  },
  projector: {
    kind: 'projector',
    name: { zh: '投影和幕布', en: 'Projector and screen' },
    about: { zh: '连线都在箱子里。', en: 'The cables are in the box.' },
  },
  bus: {
    kind: 'bus',
    name: { zh: '十九座中巴', en: 'Bus for nineteen' },
    about: { zh: '司机一起派，提前两天说。', en: 'Comes with a driver; ask two days before.' },
  },
  troupe: {
    kind: 'troupe',
    name: { zh: '老街快板队', en: 'Old Street clapper-verse troupe' },
    about: { zh: '六个人，要一块平地。', en: 'Six people, who need level ground.' },
  },
} as const satisfies Record<
  string,
  { kind: string; name: InLanguages<string>; about: InLanguages<string> }
>

/** What stands at 费桥村 the day before the couplets are written. */
export const boardsShown: readonly { title: InLanguages<string>; about: InLanguages<string> }[] = [
  {
    title: { zh: '一本老账', en: 'An old account book' },
    about: {
      zh: '一九五八年，生产队记工分的本子，一分都不错。',
      en: 'A work team’s book of 1958, right to the last point.',
    },
  },
  {
    title: { zh: '一封家书', en: 'A letter home' },
    about: {
      zh: '在外当兵的儿子写回来的信，母亲不识字，请人读了三遍。',
      en: 'A soldier’s letter; his mother could not read and had it read to her three times.',
    },
  },
  {
    title: { zh: '一把竹尺', en: 'A bamboo ruler' },
    about: {
      zh: '老裁缝量了一辈子衣裳，没多收过一寸布。',
      en: 'A tailor measured with it all his life and never kept an inch.',
    },
  },
  {
    title: { zh: '一张借条', en: 'A note of debt' },
    about: {
      zh: '父亲欠的，儿子三十年后还清。',
      en: 'The father owed it; the son paid it thirty years later.',
    },
  },
  {
    title: { zh: '一口水缸', en: 'A water jar' },
    about: {
      zh: '几家合用，谁先起谁先挑满。',
      en: 'Shared by neighbours; whoever rose first filled it.',
    },
  },
  {
    title: { zh: '一块门牌', en: 'A house number' },
    about: {
      zh: '拆迁时留下来的，后面写着全家人的名字。',
      en: 'Kept when the house came down, with the family’s names on its back.',
    },
  },
]

export const exhibition = {
  title: { zh: '家风家训展', en: 'What families hand on' },
  toKnow: {
    zh: '站里有座椅和热水，推轮椅也进得来。',
    en: 'There are seats and hot water, and room for a wheelchair.',
  },
  note: '缪老师也来看了，说明天的春联要写上“一寸布”那句。',
  place: placeNumber('费桥村新时代文明实践站'),
  branch: branchNumber('费桥村中片党支部'),
  /** The day after the boards are fetched and the day before the couplets. */
  day: 51,
  visitors: 86,
} as const

/** How many pairs of paper were cut for the afternoon on which forty-six were written. */
export const coupletsOffered = 50

export const round = {
  title: { zh: '送学上门：把讲义念给您听', en: 'Brought to the door: read aloud' },
  leaves: '大字讲义',
  communityCode: 320613019010,
  day: 33,
  /** What was found at the doors, in the order of the walk. */
  found: [
    { result: 'visited', pieces: 1, note: '想再听一遍养老金那段。' },
    { result: 'visited', pieces: 1, note: '' },
    { result: 'away', pieces: 1, note: '女儿接去住了，讲义放在门口。' },
    { result: 'visited', pieces: 2, note: '给隔壁也留了一份。' },
    { result: 'declined', pieces: 0, note: '' },
    { result: 'visited', pieces: 1, note: '听完讲了自己年轻时候的夜校。' },
  ],
} as const

/** Residents who would like to speak, and how far they come; the last one waits today. */
export const applicants = [
  {
    about: '我被假冒客服骗过八千块，后来追回来一半。想讲给大家听，别再上当。',
    languages: ['nantong', 'mandarin'],
    topics: ['fraud'],
    note: '讲得细，不怕说自己上过当。从那通电话讲起。',
    feedback: '六个人听，都说听得懂。数字可以少一点，电话里的话可以学得再像一点。',
  },
  {
    about: '做了二十年护工，想讲怎样给卧床的老人翻身、擦洗，自己不闪腰。',
    languages: ['nantong'],
    topics: ['health'],
    note: '能当场示范，要一张折叠床。',
    feedback: '',
  },
  {
    about: '退休前教地理，想给孩子们讲通扬运河从哪里来、到哪里去。',
    languages: ['mandarin'],
    topics: ['history'],
    note: '',
    feedback: '',
  },
] as const

/** What a veteran who receives at home told the office, to be shown beside the talk. */
export const story = {
  title: '修海堤的那个冬天',
  titleEn: 'The winter we mended the sea dyke',
  words:
    '那年腊月，潮水把堤冲开一个口子。队里七十几个人，一人一副担子，天不亮就出门。泥冻成块，挑到堤上还是一块。\n第九天合龙，大家坐在堤上啃山芋干，谁也不说话，听潮水在外面走。',
  wordsEn:
    'That winter the tide broke a gap into the dyke. Seventy of us went out before dawn, each with a carrying pole. The earth froze in lumps and was still in lumps when it reached the top.\nOn the ninth day the gap closed. We sat on the dyke with our dried sweet potatoes, and nobody spoke; we listened to the tide going by outside.',
} as const

export const wishes = [
  {
    words: '怎样给老人家里装扶手，装在哪里',
    answer: '“居家安全”那一讲里有半小时专门讲扶手，可以先点。',
  },
  { words: '孩子迷上手机游戏怎么办', answer: null },
] as const

/** What the round and the exhibition add to the winter's talks. */
export const expectedOfFormats = {
  sessions: 2,
  sessionsByStrand: { pioneer: 0, arts: 1, practice: 1 },
  doorsOpened: round.found.filter(({ result }) => result === 'visited').length,
  sheetsLeft: round.found.reduce((sum, { pieces }) => sum + pieces, 0),
  boardVisitors: exhibition.visitors,
  pavilionClasses: 2,
  citizenSpeakersByApplying: 1,
} as const
