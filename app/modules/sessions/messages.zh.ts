import type { Audience, Format, SpokenLanguage } from '#app/modules/talks/menu/rules.ts'
import { saySpan } from '#app/ui/dates.ts'
import type { Part } from './queries.ts'
import type { FacetName, Presence, SessionReason, SessionStatus } from './rules.ts'

type Told = {
  title: string
  titleEn: string
  start: string
  end: string
  venue: string
  unit: string
  speaker: string | null
  /** For whom a seat was taken, where that is not the one who reads. */
  person?: string
  reason?: string
}

function when(told: Told): string {
  return saySpan(new Date(told.start), new Date(told.end), 'zh', new Date(told.start))
}

export const zh = {
  reasons: {
    'session.alreadyScheduled': '这一讲已经排好了活动。',
    'session.alreadySignedUp': '已经报过名了，座位还留着。',
    'session.cancelled': '这场活动已经取消了。',
    'session.closed': '这场活动已经收尾，不能再改。',
    'session.full': '座位刚刚满了。可以看看别的活动，或者请主办单位帮忙。',
    'session.needsGuardian': '未满 18 周岁，请监护人或社区工作者帮忙报名。',
    'session.notAccepted': '宣讲人没有接这一单，或者已经退回，不能排活动。',
    'session.noRoll': '还没有点名。请先点名，或者填上没有名字的来客人数。',
    'session.notSignedUp': '没有报过名，不用取消。',
    'session.notStarted': '活动还没有开始，开始后才能收尾。',
    'session.rollTooEarly': '点名从活动当天开始。',
    'session.started': '活动已经开始，请直接到现场，由主办人点名。',
    'session.venueTooSmall': '这个场地坐不下点单时说的人数，请换一个大一些的。',
    'roll.oneself': '自己的到场请由另一位工作人员来记。请先去掉自己这一行，再保存。',
    venue_taken: '这个场地这个时间已经有另一场活动，请换一个场地。',
  } satisfies Record<SessionReason, string>,
  done: {
    'session.signedUp': '已报名，座位给您留着。',
    'session.signedUpFor': '已代为报名。',
    'session.signedOff': '已取消报名，座位让给了别人。',
    'session.cancelled': '活动已取消，会告诉所有报名的人。',
    'session.closed': '活动已收尾，结果已记下。',
    'session.scheduled': '活动已排好，会告诉有关的人。',
    'roll.called': '点名已保存。',
    'roll.unchanged': '和上次保存的一样，没有改动。',
  },
  facts: {
    'session.scheduled': '排好了活动',
    'session.clashed': '排活动时场地已被占用',
    'session.cancelled': '取消了活动',
    'session.closed': '收了尾',
    'person.signedUp': '报了名',
    'person.signedOff': '取消了报名',
    'roll.called': '保存了点名',
  },
  notices: {
    'session.scheduled': (told: Told) =>
      `“${told.title}”排好了：${when(told)}，${told.venue}（${told.unit}）。`,
    'session.clashed': (told: Told) =>
      `“${told.title}”（${when(told)}）的场地${told.venue}已被占用，请换一个场地。`,
    'session.cancelled': (told: Told) =>
      `“${told.title}”（${when(told)}，${told.venue}）取消了${told.reason ? `：${told.reason}` : ''}。`,
    'session.reminder': (told: Told) =>
      `明天有活动：“${told.title}”，${when(told)}，${told.venue}。`,
    'person.signedUp': (told: Told) =>
      `已给${told.person ?? '您'}报名“${told.title}”：${when(told)}，${told.venue}。`,
  },
  formats: {
    talk: '宣讲',
    pavilion: '凉亭课堂',
    home: '堂屋课堂',
    door: '送学上门',
    exhibition: '展览',
    workshop: '动手课堂',
    performance: '演出',
  } satisfies Record<Format, string>,
  audiences: {
    elders: '老年人',
    members: '党员',
    youth: '青少年',
    families: '家庭',
    workers: '在职职工',
    newcomers: '新市民',
    carers: '照护家人的人',
    staff: '社区工作者',
  } satisfies Record<Audience, string>,
  languages: {
    mandarin: '普通话',
    nantong: '南通话',
    rugao: '如皋话',
    qihai: '启海话',
    tongdong: '通东话',
  } satisfies Record<SpokenLanguage, string>,
  statuses: {
    draft: '筹备中',
    scheduled: '已排好',
    held: '已举办',
    cancelled: '已取消',
  } satisfies Record<SessionStatus, string>,
  parts: {
    hosting: '我主办',
    speaking: '我宣讲',
    signedUp: '已报名',
    child: '孩子参加',
    branch: '本支部',
  } satisfies Record<Part, string>,
  presences: {
    came: '来了',
    left_early: '早退',
    visited: '上门见到',
    absent: '没来',
  } satisfies Record<Presence, string>,
  /** As they stand beside a name. */
  shortPresences: { left_early: '早退', absent: '没来' },
  facets: {
    strand: '板块',
    community: '社区',
    week: '什么时候',
  } satisfies Record<FacetName, string>,
  weeks: { this: '七天之内', next: '再下一周', later: '更晚' },

  file: {
    number: '编号',
    title: '题目',
    start: '开始',
    end: '结束',
    seats: '座位',
    taken: '已报名',
    presence: '到场',
    notMarked: '还没有记',
  },
  list: {
    title: '可以参加的活动',
    lead: '挑一场去听听，不用打卡，不计名次。',
    none: '按这样选，现在没有能报名的活动。',
    all: '看全部',
    full: (count: number) => `另有 ${count} 场已经满员`,
    showFull: '也看看满员的',
    toCalendar: '看日程',
    seatsLeft: (count: number) => (count === 0 ? '已满' : `还有 ${count} 个座位`),
    clashed: '这些讲座还缺场地',
    clashedLead: '宣讲人已经接单，但场地被别的活动占了。换一个场地，活动马上排好。',
    otherVenue: '换到哪里',
    venueChoice: (name: string, unit: string, seats: number) => `${name}（${unit}，${seats} 座）`,
    schedule: '排好这场活动',
  },

  session: {
    number: (number: number) => `第 ${number} 场`,
    when: '时间',
    where: '地点',
    by: '主办',
    host: '主办人',
    speaker: '宣讲人',
    forWhom: '给谁听',
    language: '用什么话讲',
    seats: '座位',
    seatsLeft: (left: number, seats: number) =>
      left > 0 ? `还有 ${left} 个，共 ${seats} 个` : `${seats} 个座位已满`,
    open: '谁都可以来，座位坐满为止。',
    signUp: '我要报名',
    signedUp: '您已报名',
    signedUpText: '时间到了直接来就好。临时有事，取消一下，座位可以给别人。',
    signOff: '不去了，取消报名',
    signInFirst: '登录后报名',
    clash: (title: string) => `同一时间您还有“${title}”，请看一看去哪一场。`,
    children: '我的孩子',
    signUpChild: (name: string) => `给${name}报名`,
    signOffChild: (name: string) => `取消${name}的报名`,
    calendarFile: '放进手机日历',
    calledOff: '这场活动已取消',
    youHost: '主办人要做的事',
    callRoll: '点名',
    close: '收尾',
    seeRoll: '看点名',
    cancel: '取消活动',
    cancelTitle: '取消这场活动',
    cancelHint: '原因会告诉报名的人、宣讲人和主办人。',
    cancelWhy: '为什么取消',
    names: '报名的人',
    namesCount: (count: number) => `共 ${count} 人`,
    name: '姓名',
    unit: '单位',
    noNames: '还没有人报名。',
    signUpOther: '替别人报名',
    signUpOtherHint: '打电话来的、不用手机的，都可以在这里替他报上。',
    find: '按姓名、拼音或手机尾号找',
    findButton: '找人',
    nobodyFound: '没有找到。换个写法试试，手机尾号至少写四位。',
    signUpThem: '替他报名',
    signOffThem: '替他取消',
    history: '经过',
    outcome: '结果',
    headCount: '到场人数',
    headCountOf: (named: number, guests: number) =>
      `${named + guests} 人（点名 ${named}，来客 ${guests}）`,
    given: '发了什么',
    pieces: (thing: string, pieces: number) => `${thing} ${pieces} 份`,
    note: '记一笔',
    toOrder: '看这一单',
    back: '全部活动',
  },

  roll: {
    title: '点名',
    lead: '点姓名就是“来了”。没点的人不会被记。',
    saved: (came: number, early: number, absent: number) =>
      `已保存：来了 ${came} 人，早退 ${early} 人，没来 ${absent} 人`,
    nothingSaved: '还没有保存过',
    unmarked: (count: number) => `还有 ${count} 人没点`,
    expected: '名单',
    found: '找到的人',
    save: '保存点名',
    restCame: '其余都来了',
    tail: (digits: string) => `尾号 ${digits}`,
    find: '加一个人',
    findHint: '姓名、拼音或手机尾号（至少四位）。已经点的会一起保存。',
    findButton: '保存并找人',
    branch: '把本支部的人都列出来',
    nobodyExpected: '还没有人报名。找人加上，或者列出本支部的人。',
    nobodyFound: (typed: string) =>
      `没有找到“${typed}”。换个写法试试，或者算作来客，收尾时填人数。`,
    oneself: '您自己的到场，请另一位工作人员来记。',
    earlier: (presence: string, who: string) => `先前：${presence}（${who}）`,
    toClose: '去收尾',
    kept: '这场活动已取消，点过的名留在这里。',
  },

  close: {
    title: '收尾',
    lead: '人数已按点名填好，其余的不填也行。',
    named: '点名到场',
    namedCount: (count: number) => `${count} 人`,
    toRoll: '去点名',
    guests: '没有名字的来客',
    guestsHint: '过路坐下来听的，数一数就行。',
    people: '人',
    given: '发了什么',
    givenHint: '对联、资料、小礼品。没发就空着。',
    thing: (line: number) => `第 ${line} 样`,
    more: '再写几样',
    pieces: '几份',
    note: '记一笔',
    noteHint: '现场有什么值得记住的，一两句就好。',
    submit: '收尾，记下结果',
  },

  calendar: {
    title: '日程',
    mine: '我的',
    street: '全街道',
    of: (name: string) => `${name}的日程`,
    next: '接下来',
    nothing: '接下来没有安排。可以看看有什么活动能参加。',
    toSessions: '看能参加的活动',
    file: '下载日历文件',
    fileHint: '可以放进手机或电脑的日历。已取消的也会标明。',
    calendarName: (name: string) => `薪火 · ${name}`,
    cancelled: '已取消',
    fileText: (unit: string, speaker: string | null) =>
      speaker ? `主办：${unit}\n宣讲人：${speaker}` : `主办：${unit}`,
  },
}
