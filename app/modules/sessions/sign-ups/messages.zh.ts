import { sayMoment, sayNearDay, sayTime } from '#app/ui/dates.ts'

/** A deadline as it is said: "今天 15:20 以前". */
function by(until: Date, now: Date): string {
  return `${sayNearDay(until, 'zh', now)} ${sayTime(until)} 以前`
}

const andZh = (names: readonly string[]) =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join('、')}和${names[names.length - 1]}`

export const zh = {
  reasons: { 'signUp.timeMissing': '请把日期和钟点都填上，或者都不填。' },
  done: {
    'signUp.somePlaced': '座位不够，没有坐下的已经排进候补。',
    'signUp.listed': '勾上的都报好了。',
  },
  facts: {},
  notices: {},

  you: '您',
  ownSeat: '您自己的座位',
  and: andZh,
  cardFull: (waiting: number) => (waiting === 0 ? '已满，可以候补' : `已满，${waiting} 人在等`),
  cardOpens: (at: Date, now: Date) => `${sayMoment(at, 'zh', now)} 开始报名`,
  cardInLine: '在候补',
  cardClosed: '报名已截止',

  opens: (at: Date, now: Date) => `${sayMoment(at, 'zh', now)} 开始报名。`,
  closes: (at: Date, now: Date) => `报名到 ${sayMoment(at, 'zh', now)} 为止。`,
  waiting: '候补',
  waitingCount: (people: number) => (people === 0 ? '没有人在等' : `${people} 人在等`),

  whoGoes: '谁去',
  whoGoesHint: '一起报的坐在同一场，候补时也不分开。',
  has: { seat: '已经有座位', place: '已经在候补' },
  signUp: '我要报名',
  signUpThem: '报名',
  queue: '排候补',
  full: (waiting: number) =>
    waiting === 0
      ? '座位满了。可以排候补，有人不来就先问您。'
      : `座位满了，前面有 ${waiting} 人在等。可以排候补，轮到了会问您。`,
  childrensLeft: '剩下的座位留给孩子。大人可以排候补。',
  fewLeft: (free: number) => `还有 ${free} 个座位。一起去的人比这多，就排候补，凑齐了一起坐。`,
  seated: (names: string) => `${names}已报名`,
  seatedText: '时间到了直接来就好。临时有事，取消一下，座位马上给等着的人。',
  giveBack: '不去了，取消报名',
  giveBackFor: (name: string) => `取消${name}的报名`,
  cantCome: '今天来不了',
  cantComeFor: (name: string) => `${name}今天来不了`,
  cantComeText: '今天就开始了。来不了请按一下，不用说原因。',

  inLine: (position: number) => `在候补，排在第 ${position} 位`,
  lineFor: (names: string) => `候补的是：${names}。`,
  why: {
    'line.full': (ahead: number) =>
      ahead === 0
        ? '座位都有人了。有人不来，先问您。'
        : `座位都有人了，您前面还有 ${ahead} 人。有人不来，按先后来问。`,
    'line.childSeatsLeft': () => '剩下的座位留给孩子，大人的座位空出来就来问您。',
    'line.tooFewLeft': (_ahead: number, free: number, size: number) =>
      `您这一行 ${size} 人要坐在一起，现在空着 ${free} 个，还差 ${size - free} 个。凑齐了就来问您。`,
    'line.othersFirst': (ahead: number) =>
      ahead === 0 ? '有座位了，马上来问您。' : `前面 ${ahead} 人先来，空着的座位先问他们。`,
  },
  noNight: '晚上九点到早上八点不来打扰。',
  theirPlace: (position: number) => `在候补，第 ${position} 位`,
  leave: '不等了',

  offered: (seats: number) =>
    seats === 1 ? '有座位了，给您留着' : `有 ${seats} 个座位了，给您留着`,
  offeredFor: (names: string) => `给${names}。`,
  offerUntil: (until: Date, now: Date) => `请在${by(until, now)}说一声，过了时间就问下一位。`,
  accept: '要，我来',
  acceptFor: '要，我们来',
  decline: '让给别人',

  clash: (who: string, title: string) => `同一时间${who}还有“${title}”，看看去哪一场。`,
  answers: '主办人想知道',
  answersForAll: '勾上的几位都按这个记，报好以后可以各改各的。只有办活动的人看得到，半年后删掉。',
  yes: '是',
  no: '否',
  myAnswers: '我的回答',
  answersOf: (name: string) => `${name}的回答`,
  saveAnswers: '保存回答',
  asksOnly: '只有办活动的人看得到，半年后删掉。',

  branchTitle: '为单位报名',
  branchLead: '勾上要去的人，一次报好；名字还没定，就先留几个座位。',
  toBranch: '为单位的人报名',
  branchUnit: '哪个单位',
  showUnit: '看这个单位',
  findMember: '按姓名、拼音或手机尾号找',
  noMembers: '这个单位还没有登记的人。',
  nobodyFound: '没有找到。换个写法试试，手机尾号至少写四位。',
  members: (total: number) => `共 ${total} 人`,
  tick: '勾上要去的人',
  tickHint: '座位够就坐下，不够的按先后排候补。',
  signUpTicked: '给勾上的人报名',
  nameTicked: (held: number) => `坐到留着的座位上（${held} 个）`,
  memberClash: (title: string) => `同一时间有“${title}”`,
  hold: '先留座位，名字以后再定',
  held: (seats: number) => `现在给这个单位留着 ${seats} 个。`,
  heldNone: '现在没有给这个单位留座位。',
  heldWaiting: (seats: number) => `有 ${seats} 个在候补。`,
  holdSeats: '一共要留几个',
  holdHint: '用不完的改少些，座位就给别人；填 0 全部退回。',
  seatsUnit: '个',
  holdIt: '留好',
  freeSeats: (free: number, seats: number, waiting: number) =>
    [free === 0 ? `${seats} 个座位已满` : `还有 ${free} 个座位`, waiting > 0 && `${waiting} 人在等`]
      .filter(Boolean)
      .join(' · '),

  pageTitle: '报名的人',
  toPage: '报名的人、候补、座位',
  back: '这场活动',
  seats: '座位',
  taken: '有名字的',
  unnamed: '先留着的',
  offeredSeats: '正在问的',
  freeOf: '空着的',
  inLineNow: '在候补的',
  ofChildren: (taken: number, seats: number) => `其中孩子的 ${taken} / ${seats}`,
  answersTitle: '报名时的回答',
  noAnswers: '还没有人回答。',
  names: '有座位的人',
  noNames: '还没有人报名。',
  name: '姓名',
  unit: '单位',
  seat: '座位',
  seatKinds: { open: '谁都可以', child: '孩子的' },
  withThem: '一起来的',
  madeBy: '谁报的',
  oneself: '本人',
  madeAt: '什么时候',
  signOff: '取消',
  heldBy: '先留着、还没有名字的',
  heldSeats: '几个',
  line: '候补',
  lineNone: '没有人在等。',
  position: '第几位',
  who: '谁',
  size: '几人',
  since: '什么时候来的',
  standing: '到哪一步',
  waits: '在等',
  asked: (until: Date, now: Date) => `正在问，等到${by(until, now)}`,
  unnamedFor: (unit: string, seats: number) => `${unit}，${seats} 个不记名的座位`,
  fill: '不按先后，先让人坐下',
  fillWhy: '为什么不按先后',
  fillWhyHint: '会记在经过里，例如：轮椅，家人约好了车。',
  fillIt: '让他坐下',
  takeOut: '不等了',
  settings: '座位、时间、要问的',
  deal: '改座位',
  dealSeats: '一共几个',
  dealChild: '其中留给孩子',
  dealIt: '改好座位',
  timesTitle: '从什么时候到什么时候报名',
  timesHint: '不填就是公布以后马上能报，到开始为止。',
  opensAt: '开始报名',
  closesAt: '报名截止',
  saveTimes: '保存时间',
  toQuestions: '报名时问什么',
  toQuestionsHint: (count: number) => (count === 0 ? '还没有问什么。' : `现在问 ${count} 句。`),

  offerTitle: '有座位了',
  offerLead: '您在等的活动有座位了：',
  yourChildren: (count: number) => (count === 1 ? '您的孩子' : `您的 ${count} 个孩子`),
  forWhom: '给谁',
  howMany: '几个座位',
  seatsCount: (seats: number) => `${seats} 个`,
  until: '等到什么时候',
  untilSaid: (until: Date, now: Date) => by(until, now),
  offerFree: '不来就按“让给别人”，不用理由，座位马上问下一位。',
  offerOnly: '这个链接只能答复这一次，不用登录。',
  link: {
    seated: '好，座位是您的了',
    declined: '记下了，座位让给别人',
    lapsed: '这一次的时间过了',
    left: '已经不在候补里了',
    waiting: '这个座位又被收回了',
    cancelled: '这场活动已经取消',
    over: '这场活动已经开始或结束',
  },
  linkText: {
    seated: '到时候直接来就好。临时来不了，登录以后在活动页取消一下。',
    declined: '没有关系。想来别的，看看还有哪些活动。',
    lapsed: '座位已经问下一位了。还想来，可以在活动页重新排候补。',
    left: '不用再答复。还想来，可以在活动页重新报名。',
    waiting: '不好意思。您还排在候补里，有座位再来问您。',
    cancelled: '不用再答复，也不用来了。不好意思。',
    over: '不用再答复了。下次再来。',
  },
  toSession: '看这场活动',
}
