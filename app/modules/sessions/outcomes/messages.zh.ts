import type { Tap, TapReason } from './rules.ts'

type Told = { title: string; titleEn: string; address?: string }
type Thanked = { title: string; titleEn: string; unit: string; headCount: number }

export const zh = {
  reasons: {
    'taps.alreadyAnswered': '您已经说过了，谢谢。说一次就够。',
    'taps.linkOver': '这个链接过了两周，不再收了，谢谢您点开。',
    'taps.askedInTheRoom': '这一场当时举手问过大家了，不用再答，谢谢。',
    'taps.nothingSaid': '四样都还没点，点一样也行。',
    'taps.notHeld': '这场活动还没有收尾，收尾以后再录。',
    'taps.moreThanCame': '比没有收到短信的人还多，请再数一数。收到短信的人在手机上答，不填纸条。',
    'taps.moreHands': '举手的比到场的人还多，请再数一数，或者把来客加上。',
    'taps.answeredByLink': '已经有人在手机上答过了。举手再数一遍，会把他们算两次。',
  } satisfies Record<TapReason, string>,
  done: { 'taps.counted': '记下了。满五份就会显示出来。' },
  facts: { 'taps.counted': '录入了大家怎么说' },
  notices: {
    'taps.asked': ({ title, address }: Told) =>
      `谢谢您来听“${title}”。听懂了吗，用得上吗？点四下就好，不记名，也不用登录${address ? `：${address}` : '。'}`,
    'session.hostThanked': ({ title, headCount }: Thanked) =>
      `谢谢您主办“${title}”，来了 ${headCount} 人。接下来可以加几张照片，也可以把它做成微课。`,
    'session.speakerThanked': ({ title, unit, headCount }: Thanked) =>
      `谢谢您给${unit}讲了“${title}”，来听的有 ${headCount} 人。`,
  },

  taps: {
    understood: '听得懂',
    worth_hearing: '愿意听',
    will_remember: '记得住',
    will_use: '用得上',
  } satisfies Record<Tap, string>,
  asks: {
    understood: '听懂了吗？',
    worth_hearing: '还愿意听这样的吗？',
    will_remember: '过些日子还记得住吗？',
    will_use: '用得上吗？',
  } satisfies Record<Tap, string>,
  yes: '是',
  no: '还差一点',

  title: '听完怎么样',
  lead: '点一点就好，不想答的可以空着。不记名，谁也不知道哪一份是您的。',
  send: '就这样',
  only: '这个链接只能答这一次，不用登录。',
  thanks: '收到了，谢谢您',
  thanksText: '说一次就够，不用再答。还有想说的，街道办公室都愿意听。',
  over: '这个链接已经过期',
  asked: '不用再答了',

  results: '大家怎么说',
  came: (came: number) => `来了 ${came} 人。每一样满五份才显示，以后每多五份更新一次。`,
  figures: '说“是”的',
  few: '还不满五份',
  said: (yes: number, answers: number, came: number) =>
    `${answers} 人里 ${yes} 人说是 · ${Math.round((100 * answers) / Math.max(1, came))}% 的人答了`,
  toType: '录入纸条和举手',
  ahead: '收尾以后，来的人会收到一条短信，点四下就好。没有手机的，可以先打印纸条。',
  note: '说的是这一讲，不是哪个人，不排名次。',

  typeTitle: '大家怎么说',
  typeLead: '纸条收回来，数一数填上；当场举手的也一样。有手机的人，收尾以后会收到一条短信。',
  waysDone: (links: number, answered: number) =>
    links === 0 ? '没有发短信。' : `短信问了 ${links} 人，${answered} 人答了。`,
  paper: '纸条',
  paperHint: '填的是一共多少张，写错了再填一次就是更正。',
  hands: '举手',
  handsHint: '当场问一句，数一数举起来的手。',
  yesCount: '是，几人',
  noCount: '还差一点，几人',
  tapYes: (tap: string) => `${tap}：是`,
  tapNo: (tap: string) => `${tap}：还差一点`,
  people: '人',
  keepPaper: '记下纸条',
  keepHands: '记下举手',
  toStrips: '打印纸条',
  back: '回到活动',

  strips: '纸条',
  stripsHint: '打印出来剪开，一人一条，打个勾，不写名字。收回来数一数录入。',
  stripsBack: '回到录入',
  stripLead: '打个勾就好，不写名字。',

  close: {
    title: '收尾',
    lead: '人数已按点名填好，其余的不填也行。',
    open: (count: number) => `名册上还有 ${count} 处没有看过`,
    openText: '有两个人记得不一样的，有名字没找到的。先看一眼再收尾，人数才准。',
    seeRoll: '去看名册',
    named: '点名到场',
    namedCount: (count: number) => `${count} 人`,
    toRoll: '去点名',
    guests: '没有名字的来客',
    guestsHint: '过路坐下来听的，数一数就行。',
    guestsCounted: (guests: number) => `点名时记了 ${guests} 位，不对就改。`,
    people: '人',
    given: '发了什么',
    givenHint: '对联、资料、小礼品。没发就空着。',
    givenCounted: '下面几样已经数好了。还发了别的，写在后面。',
    thingLine: (name: string, offered: number, given: number) =>
      `${name}：备 ${offered}，发 ${given}，剩 ${offered - given}`,
    thing: (line: number) => `第 ${line} 样`,
    more: '再写几样',
    pieces: '几份',
    note: '说了什么，记一笔',
    noteHint: '现场有什么值得记住的，一两句就好。',
    submit: '收尾，记下结果',
    photosLater: '照片收尾以后再加，不加也行。',
  },

  closing: '大家怎么说',
  closingHint: '当场举手数过的填在这里；没数就空着，有手机的人会收到一条短信。',
  byHands: '举手数过了',
  byStrips: '发了纸条，不发短信',
}
