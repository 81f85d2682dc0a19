import { branchNumber } from './branches.ts'
import { placeNumber } from './places.ts'
import type { Moment } from './season-session.ts'
import { speakerNumber } from './speakers.ts'
import type { AudienceCode } from './vocabulary.ts'

type Said = {
  branch: number
  level: 1 | 2 | 3 | 4 | 5
  asOrdered: 'yes' | 'partly' | 'no'
  words: string
  /** Written down by the branch's own organiser unless it came on paper or by phone. */
  way?: 'paper' | 'phone'
}

/** A talk that a branch ordered, alone or with others, and what they thought of it; days are the season's. */
export type Heard = {
  talk: number
  branch: number
  guests: readonly number[]
  place: number
  speaker: number
  audience: AudienceCode
  orderedOn: number
  held: Moment
  said: readonly Said[]
  /** Where the branch says that it was not held as recorded. */
  disputed?: string
}

/** An order that any speaker who suits may take up; its days are counted from today. */
export type Opened = {
  talk: number
  branch: number
  place: number
  audience: AudienceCode
  orderedOn: number
  times: readonly Moment[]
  headCount: number
  note: string
}

const b = {
  garden: branchNumber('民安花苑社区离退休第二党支部'),
  gardenEast: branchNumber('民安花苑社区东区网格党支部'),
  gardenSouth: branchNumber('民安花苑社区南区网格党支部'),
  temple: branchNumber('八里庙村社区第二网格党支部'),
  templeRetired: branchNumber('八里庙村社区离退休第一党支部'),
  bridge: branchNumber('桥北社区第二网格党支部'),
  bridgeRetired: branchNumber('桥北社区离退休第一党支部'),
  eastBridge: branchNumber('桥东村社区第一网格党支部'),
  suyang: branchNumber('苏阳社区第二网格党支部'),
  yuanqiao: branchNumber('袁桥村第一片区党支部'),
  yuanqiaoOld: branchNumber('袁桥村老年党支部'),
  xianqiao: branchNumber('西安桥村南片党支部'),
  school: branchNumber('秦湾初级中学党支部'),
} as const

const police = speakerNumber('zhouZhengyang')

/** What branches had besides the sessions of the winter: the drill eight of ten spoke up about, and others. */
export const heard: readonly Heard[] = [
  {
    talk: 48,
    branch: b.garden,
    guests: [b.gardenSouth, b.gardenEast],
    place: placeNumber('民安花苑社区新时代文明实践站'),
    speaker: police,
    audience: 'elders',
    orderedOn: 13,
    held: { day: 23, time: '15:30' },
    said: [
      {
        branch: b.garden,
        level: 5,
        asOrdered: 'yes',
        words: '一人演骗子、一人接电话，大家都上了台。散场后还在楼道里互相考。',
      },
      {
        branch: b.gardenSouth,
        level: 4,
        asOrdered: 'yes',
        words: '案例都是身边的，听得进去。后排有点听不清，下回想要个话筒。',
      },
      { branch: b.gardenEast, level: 5, asOrdered: 'yes', words: '', way: 'phone' },
    ],
  },
  {
    talk: 48,
    branch: b.temple,
    guests: [b.templeRetired, b.suyang],
    place: placeNumber('八里庙村社区党群服务中心多功能厅'),
    speaker: police,
    audience: 'elders',
    orderedOn: 18,
    held: { day: 30, time: '15:30' },
    said: [
      {
        branch: b.temple,
        level: 5,
        asOrdered: 'yes',
        words: '最有用的是那句“先挂断，再打给家里人”，几位老人当场抄了下来。',
      },
      {
        branch: b.templeRetired,
        level: 3,
        asOrdered: 'partly',
        words: '点的是方言，讲的时候一半是普通话，年纪大的跟得有些吃力。',
        way: 'paper',
      },
    ],
  },
  {
    talk: 48,
    branch: b.yuanqiao,
    guests: [b.yuanqiaoOld, b.xianqiao],
    place: placeNumber('袁桥村新时代文明实践站'),
    speaker: police,
    audience: 'elders',
    orderedOn: 24,
    held: { day: 36, time: '15:30' },
    said: [
      {
        branch: b.yuanqiao,
        level: 5,
        asOrdered: 'yes',
        words: '有位老伯当场翻出一条中奖短信，周警官教他怎么举报。',
      },
      { branch: b.yuanqiaoOld, level: 3, asOrdered: 'yes', words: '', way: 'paper' },
      {
        branch: b.xianqiao,
        level: 5,
        asOrdered: 'yes',
        words: '比发传单管用。盼着明年再来一次，讲讲网上买药。',
      },
    ],
  },
  {
    talk: 38,
    branch: b.bridge,
    guests: [b.bridgeRetired, b.eastBridge],
    place: placeNumber('桥北社区新时代文明实践站'),
    speaker: speakerNumber('qianLixin'),
    audience: 'elders',
    orderedOn: 22,
    held: { day: 34, time: '09:00' },
    said: [
      {
        branch: b.bridge,
        level: 5,
        asOrdered: 'yes',
        words: '自家的血压计拿来一比，三台里有一台偏高，当场就换了电池。',
      },
      { branch: b.bridgeRetired, level: 4, asOrdered: 'yes', words: '两人一组量，人人都动了手。' },
      { branch: b.eastBridge, level: 4, asOrdered: 'yes', words: '', way: 'phone' },
    ],
  },
  {
    talk: 49,
    branch: b.templeRetired,
    guests: [],
    place: placeNumber('八里庙村社区新时代文明实践站'),
    speaker: speakerNumber('gongYaqin'),
    audience: 'elders',
    orderedOn: 29,
    held: { day: 41, time: '09:30' },
    said: [
      {
        branch: b.templeRetired,
        level: 2,
        asOrdered: 'partly',
        words: '说好带实物来认“蓝帽子”，没有带；讲了二十分钟就散了，想补听一次。',
      },
    ],
  },
  {
    talk: 53,
    branch: b.school,
    guests: [],
    place: placeNumber('秦湾初级中学'),
    speaker: speakerNumber('yanLifeng'),
    audience: 'youth',
    orderedOn: 32,
    held: { day: 44, time: '16:00' },
    said: [],
    disputed: '记的是一小时演练。那天下雨，只在教室看了录像，疏散没有练，想请再来一次。',
  },
]

/** Orders the office has opened to every speaker who suits. */
export const opened: readonly Opened[] = [
  {
    talk: 49,
    branch: b.suyang,
    place: placeNumber('苏阳社区口袋公园凉亭'),
    audience: 'elders',
    orderedOn: -3,
    times: [
      { day: 9, time: '14:30' },
      { day: 12, time: '09:30' },
    ],
    headCount: 20,
    note: '园子里常有人摆摊送鸡蛋，想请人来讲讲。',
  },
  {
    talk: 50,
    branch: b.eastBridge,
    place: placeNumber('桥东村社区新时代文明实践站'),
    audience: 'families',
    orderedOn: -3,
    times: [
      { day: 11, time: '15:30' },
      { day: 13, time: '15:30' },
    ],
    headCount: 25,
    note: '',
  },
]
