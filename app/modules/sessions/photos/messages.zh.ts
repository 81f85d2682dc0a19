import type { PhotoReason, PhotoState } from './rules.ts'

type Told = { title: string; titleEn: string }

export const zh = {
  reasons: {
    'photo.tooMany': '一场活动最多放五张照片。先拿掉一张，再放这一张。',
    'photo.notYet': '活动开始以后才能放照片。',
    'photo.whoIsOnIt': '请说一说认得出谁；认不出人的，勾“认不出是谁”。',
    'photo.nobodyOrSome': '既勾了“认不出是谁”，又选了人，请只留一样。',
    'photo.isDown': '这张照片已经撤下，不能再放出来。',
  } satisfies Record<PhotoReason, string>,
  done: {
    'photo.added': '照片收好了，请说一说上面认得出谁。',
    'photo.peopleNamed': '记下了。照片上的人会收到通知，都同意了别人才看得到。',
    'photo.removed': '照片拿掉了。',
    'photo.paperKept': '纸面同意存好了。',
  },
  facts: {
    'photo.added': '加了一张照片',
    'photo.peopleNamed': '说明了照片上有谁',
    'photo.removed': '拿掉了一张照片',
    'photo.takenDown': '撤下了一张照片',
  },
  notices: {
    'photo.asked': ({ title }: Told) =>
      `“${title}”的一张照片上有您。给不给别人看，由您说了算，请点开看看。`,
    'photo.isDown': ({ title }: Told) => `“${title}”的一张照片上有人撤回了同意，照片已经撤下。`,
  },

  title: '照片',
  lead: '最多五张，不放也行。认得出的人都同意了，登录的人才看得到；有孩子的照片不给别人看。',
  stripped: '照片里记着的地点、手机型号会自动去掉。',
  back: '回到活动',
  none: '还没有照片，不放也行。',
  count: (count: number) => `${count} 张，最多五张`,
  add: '加一张照片',
  file: '照片文件',
  caption: '照片上是什么（可以不写）',
  captionHint: '例如：徐老师写春联。看不见的人会听到这一句。',
  doAdd: '放上去',
  plain: (position: number) => `第 ${position} 张照片`,
  states: {
    down: '已撤下',
    unsaid: '还没说有谁',
    minor: '有孩子，不给别人看',
    waiting: '等同意',
    shown: '登录的人看得到',
  } satisfies Record<PhotoState, string>,
  sayWho: '说一说上面有谁',
  who: '认得出谁',
  find: '按姓名、拼音或手机尾号找人，再勾选',
  notFound: '没有找到。换个写法试试。',
  nobody: '认不出是谁',
  keep: '记下',
  remove: '拿掉这张照片',
  consents: '谁同意了',
  person: '人',
  agreed: '同意了吗',
  minor: '孩子，不问',
  consented: '已同意',
  notConsented: '还没有同意',
  paper: '存了本人签的纸面同意',
  gone: '有一位已经注销，不能再问，所以这张不给别人看。',
  toList: '这一场的照片',

  asked: '照片上有您',
  askedLead:
    '同意了，登录的人在这场活动的页面上看得到。同意不同意都可以，以后随时能撤回，照片马上撤下。',
  agree: '同意给别人看',
  withdraw: '撤回同意',
  youAgreed: '您已经同意。',
  isDown: '这张照片已经撤下，别人看不到了。',

  section: '照片',
  manage: '加照片、看谁同意了',
  noneShown: '还没有能给大家看的照片，不放也行。',
}
