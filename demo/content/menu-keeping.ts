import type { InLanguages } from '#app/platform/language.ts'
import type {
  AudienceCode,
  FormatCode,
  SpokenLanguage,
  StrandCode,
  TopicCode,
} from './vocabulary.ts'

// What the office did with the menu before the winter began: talks for a part of it, talks it had
// written otherwise at first, sheets that go with some, and one that isn't ready yet.

/** Talks for a part of the winter, in days from its first. */
export const seasonal: readonly { talk: number; from: number; until: number }[] = [
  { talk: 23, from: 0, until: 76 },
  { talk: 26, from: 60, until: 104 },
  { talk: 33, from: 20, until: 76 },
]

/** How a talk stood on the menu before, and what was changed. */
export const earlierVersions: readonly {
  talk: number
  minutes: number
  description: InLanguages<string>
  note: string
}[] = [
  {
    talk: 13,
    minutes: 90,
    description: {
      zh: '在社区看病，去医院住院，报销的办法不一样。黄志远讲起付线和报销比例，留半小时答问。',
      en: 'The local clinic and the hospital are reimbursed differently. Huang Zhiyuan explains what you pay first and what comes back, with half an hour for questions.',
    },
    note: '加了异地就医备案和三种白跑一趟的情形，短了半小时，多了一页大字表。',
  },
  {
    talk: 40,
    minutes: 30,
    description: {
      zh: '怎么看出一个人中了风，该打哪个电话，等车的时候做什么、不做什么。',
      en: 'How to tell that someone is having a stroke, which number to ring, and what to do and not to do while you wait.',
    },
    note: '练三步就够，改成十分钟，会前就能讲；加了贴冰箱的卡片。',
  },
  {
    talk: 55,
    minutes: 60,
    description: {
      zh: '字怎么调大，照片怎么发给孩子，来路不明的链接为什么不点。',
      en: 'Making the letters larger, sending a picture to the children, and why not to tap on links from nobody you know.',
    },
    note: '大家说太快了：分成三段慢慢来，加了半小时练手。',
  },
]

/** A sheet that goes with a talk: its heading and its lines. */
export const sheets: readonly { talk: number; title: string; lines: readonly string[] }[] = [
  {
    talk: 13,
    title: '医保一页看懂（大字表）',
    lines: [
      '一、在社区看：先用门诊账户，超过的按比例报。',
      '二、去医院住：先看起付线，再看报销比例。',
      '三、到外地住：先备案，再看病；手机上或社区窗口都能办。',
      '带什么：身份证或社保卡，老花镜。',
      '（样张，数字以当年公布的为准。）',
    ],
  },
  {
    talk: 40,
    title: '冰箱卡片：1、2、0',
    lines: [
      '1  看一张脸：歪不歪？',
      '2  举两只手：平不平？',
      '0  （聆）听说话：清不清？',
      '有一样不对，马上打 120，记住几点几分开始的。',
    ],
  },
  {
    talk: 23,
    title: '春联纸怎么裁、怎么折格',
    lines: [
      '一张四尺纸裁成七言联一副、横批一条。',
      '上下各留一寸，左右各留半寸。',
      '折七格：先对折，再三等分。',
      '墨里不加水，写好平放一刻钟。',
    ],
  },
]

/** A talk that the office is still preparing, because a branch had asked for such a one. */
export const beingPrepared: {
  title: InLanguages<string>
  description: InLanguages<string>
  strand: StrandCode
  topics: readonly TopicCode[]
  audiences: readonly AudienceCode[]
  formats: readonly FormatCode[]
  languages: readonly SpokenLanguage[]
  minutes: number
  /** The talk whose speakers would give this one too. */
  likeTalk: number
} = {
  title: { zh: '装一根扶手，少摔一跤', en: 'A Handrail Saves a Fall' },
  description: {
    zh: '卫生间、床边、楼梯口，扶手装多高、打在什么墙上、找谁来装。先讲道理，再看一根真的扶手怎么上墙。',
    en: 'In the bathroom, beside the bed, at the stairs: how high a rail goes, which walls hold it, and whom to ask. First the why, then a real rail goes up on a wall.',
  },
  strand: 'practice',
  topics: ['health', 'safety'],
  audiences: ['elders', 'carers'],
  formats: ['talk', 'workshop'],
  languages: ['mandarin', 'nantong'],
  minutes: 45,
  likeTalk: 43,
}
