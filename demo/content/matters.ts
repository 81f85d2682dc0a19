import type { ToldMatter } from './matter.ts'
import { homesMatters } from './matters-homes.ts'
import { learningMatters } from './matters-learning.ts'
import { peopleMatters } from './matters-people.ts'

/** The eighty matters of the winter; two branches share twenty-four of them. */
export const winterMatters: readonly ToldMatter[] = [
  ...homesMatters,
  ...peopleMatters,
  ...learningMatters,
]

/** How a branch says that it is done, and what a resident then says. */
export const doneWords = [
  '按说好的都办完了，请居民看过。',
  '办好了，东西照原样放回去。',
  '办好了，怎么用也教了一遍。',
  '两趟办完，垃圾都带走了。',
] as const
export const verdictWords = ['', '谢谢，很好。', '办得很细心。', '比我想的还好。'] as const

/** Where things are, so that a helper finds the place and nobody finds the door. */
export const landmarks = [
  '北门菜场旁边',
  '老槐树那一排',
  '河边凉亭对面',
  '公交站后面',
  '小学围墙外',
  '活动室楼上',
  '中心花园东边',
  '便民超市旁边',
] as const

/** What residents have said lately and nobody has looked at yet; days and hours before now. */
export const waitingNeeds = [
  {
    words: '三号楼门口的路灯闪了几天，晚上走路看不清。',
    category: 'safety',
    community: 320613019011,
    landmark: '便民超市旁边',
    daysAgo: 6,
  },
  {
    words: '想请人教教怎么用手机交水费，窗口太远了。',
    category: 'learning',
    community: 320613019011,
    landmark: '老街牌坊边上',
    daysAgo: 2,
  },
  {
    words: '手机上交电费总是弄错，想学一学，孩子不在身边。',
    category: 'learning',
    community: 320613019011,
    landmark: '老街牌坊边上',
    daysAgo: 1,
  },
  {
    words: '楼上空调滴水滴到我家雨棚，夜里睡不着。',
    category: 'other',
    community: 320613019001,
    landmark: '活动室楼上',
    daysAgo: 1,
  },
] as const

/** What has been sent on to a department. */
export const referredNeed = {
  words: '小区门口的窨井盖翘起来了，电动车过去要摔跤。',
  category: 'safety',
  community: 320613019011,
  landmark: '公交站后面',
  department: '街道城管科',
} as const

/** What is on the board, held, done or complained of today. */
export const presentMatters = {
  open: {
    title: '教老人在手机上看懂水电账单',
    titleEn: 'Help neighbours read their bills on the phone',
    category: 'learning',
    words: '账单在手机上，字小，看不懂哪个是这个月的。',
    doneWhen: '六位老人自己找得到这个月的账单。',
    topics: ['technology', 'fraud'],
    hands: 2,
    costYuan: 0,
    risk: '密码和验证码老人自己按，不代记。',
    parts: [],
  },
  openHere: {
    title: '把老街长廊的破玻璃换掉',
    titleEn: 'Change the broken panes of the old street’s gallery',
    category: 'repair',
    words: '长廊有两块玻璃裂了，孩子爱在那儿跑。',
    doneWhen: '两块玻璃换好，碎的收干净。',
    topics: ['safety'],
    hands: 3,
    costYuan: 180,
    risk: '戴手套，换的时候拦住两头。',
    parts: ['买玻璃', '换上、看护'],
  },
  claimed: {
    title: '陪陈奶奶去复查一次眼睛',
    titleEn: 'Go with a neighbour to have her eyes checked',
    category: 'care',
    words: '白内障要复查，我一个人看不清路牌。',
    doneWhen: '复查做完，下次的日子写给她。',
    topics: ['health'],
    hands: 1,
    costYuan: 0,
    risk: '看病的事听医生的。',
    parts: [],
  },
  silent: {
    title: '替两位老人搬一次过冬的煤炉',
    titleEn: 'Carry winter stoves for two older neighbours',
    category: 'errands',
    words: '煤炉在楼下车棚，天冷了拎不上来。',
    doneWhen: '炉子搬进屋，烟管接紧，报警器响得了。',
    topics: ['safety'],
    hands: 2,
    costYuan: 40,
    risk: '烟管一定要通到窗外。',
    parts: [],
  },
  done: {
    title: '把活动室门口的台阶磨平一级',
    titleEn: 'Even out a step at the activity room',
    category: 'safety',
    words: '活动室门口那级台阶高低不平，老人常绊一下。',
    doneWhen: '台阶一样高，边上贴了反光条。',
    topics: ['safety'],
    hands: 2,
    costYuan: 90,
    risk: '水泥没干前拦一天。',
    parts: [],
  },
  unsolved: {
    title: '把楼道里的旧自行车清走',
    titleEn: 'Clear old bicycles from the stairs',
    category: 'environment',
    words: '楼道里停了六辆没人骑的旧车，下楼碰腿。',
    doneWhen: '没人要的搬走，有人要的锁到车棚。',
    topics: ['safety', 'green'],
    hands: 3,
    costYuan: 0,
    risk: '先贴条三天再搬。',
    parts: [],
  },
} as const satisfies Record<string, ToldMatter>
export type PresentMatter = keyof typeof presentMatters
