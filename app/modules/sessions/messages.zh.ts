import type { Audience, SpokenLanguage } from '#app/modules/talks/menu/rules.ts'
import { saySpan } from '#app/ui/dates.ts'
import type { FacetName, SessionFormat, SessionReason, SessionStatus } from './rules.ts'

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
  /** What is said at the door, one's own first of all without a name. */
  door?: { name: string | null; digits: string }[]
}

function atDoor({ door = [] }: Told): string {
  const said = door.map(({ name, digits }) => (name === null ? digits : `${name} ${digits}`))
  return said.length > 0 ? `到场可报六位数：${said.join('，')}。` : ''
}

/** A session as it is now, and what of it was otherwise before. */
export type Changed = Told & {
  was: { start?: string; end?: string; venue?: string; host?: string; hostNow?: string }
}

function before({ was, start }: Changed): string {
  const parts = [
    was.start && was.end && saySpan(new Date(was.start), new Date(was.end), 'zh', new Date(start)),
    was.venue,
  ].filter(Boolean)
  const host = was.host ? `；主办人由${was.host}换成${was.hostNow ?? ''}` : ''
  return `${parts.length > 0 ? `（原来是${parts.join('，')}）` : ''}${host}`
}

function when(told: Told): string {
  return saySpan(new Date(told.start), new Date(told.end), 'zh', new Date(told.start))
}

/** What takes a venue, where it is known. */
export type Taken = { title?: string; titleEn?: string; start?: Date | string; end?: Date | string }

function at({ start = '', end = '' }: Taken): string {
  return saySpan(new Date(start), new Date(end), 'zh', new Date(start))
}

export const zh = {
  reasons: {
    'session.alreadyScheduled': '这一讲已经排好了活动。',
    'session.cancelled': '这场活动已经取消了。',
    'session.closed': '这场活动已经收尾，不能再改。',
    'session.notAccepted': '宣讲人没有接这一单，或者已经退回，不能排活动。',
    'session.noRoll': '还没有点名。请先点名，或者填上没有名字的来客人数。',
    'session.begun': '这场活动已经开始，不能再改时间和地点。',
    'session.notBookedThen': '借的东西那个时间没有借好，请先把借的时间改好，或者不借。',
    'session.nothingChanged': '和原来一样，没有要改的。',
    'session.timePromised': '这一场的时间是和宣讲人约好的。要换时间，请取消后重新派单。',
    'session.notStarted': '活动还没有开始，开始后才能收尾。',
    'session.venueTooSmall': '这个场地坐不下点单时说的人数，请换一个大一些的。',
    'session.alreadyPublished': '这场活动已经公布了。',
    'session.draft': '这场活动还在筹备，公布以后才能办这一步。',
    'session.endsBeforeStart': '结束要在开始之后，请改一下时间。',
    'session.moreChildSeats': '留给孩子的座位比总数还多，请改一下。',
    'session.moreSeatsThanVenue': '这个场地坐不下这么多人，请减少座位或换一个场地。',
    'session.needsResource': '需要借的还没有借好，借好以后再公布。',
    'session.needsVenue':
      '请选一个场地。只有送学上门不用场地；线上直播，先到“场地”里添一个线上的。',
    'session.needsVisitor': '请选好由谁上门。',
    'session.noBoards': '展览还没有展板，请先写上一块。',
    'session.noCourse': '还没有选好看哪一门微课。',
    'session.noStream': '还没有填直播的网址。',
    'session.notAStream': '只有线上直播才要网址。',
    'session.notAViewing': '只有一起看微课才要选微课。',
    'session.notOnline': '线上的场地只用来直播，别的形式请选一处地方。',
    session_course_known: '这门微课已经不在了，请另选一门。',
    'session.noVisits': '还没有选好去看望谁，请先列名单。',
    'session.notAHome': '堂屋课堂请选一处家里的场地。',
    'session.notAPavilion': '凉亭课堂请选凉亭或户外的场地。',
    'session.outsideSeason': '这个时间不在本季之内，请看一下本季的日期。',
    'session.timePast': '这个时间已经过去了，请改到以后。',
    'session.unknownStrand': '这个板块不在本季里，请重新选。',
    child_seats_within: '留给孩子的座位比总数还多，请改一下。',
    given_out_within_offered: '发的比备的还多，请先改备了多少。',
    'home.noConsent': '主人还没有同意在家里办，请先请主人同意。',
    'home.notEntered': '还不知道这处家里最多坐几位、什么时候方便，请先登记。',
    'home.outsideHours': '这个时间主人不方便，请看一下他说的钟点。',
    'home.tooManyGuests': '客人比主人能接待的多，请减少座位。',
    venue_taken: (taken: Taken) =>
      taken.title === undefined
        ? '这个场地这个时间已经有另一场活动，请换一个场地。'
        : `这个场地${at(taken)}已经有“${taken.title}”，请换一个时间或场地。`,
  } satisfies Record<SessionReason, string | ((taken: Taken) => string)>,
  done: {
    'session.cancelled': '活动已取消，会告诉所有报名的人。',
    'session.closed': '活动已收尾，结果已记下。',
    'session.scheduled': '活动已排好，会告诉有关的人。',
    'session.planned': '已记下，还没有公布。看看还缺什么。',
    'session.changed': '改好了，报了名的人都会知道。',
    'session.courseChosen': '选好了一起看的微课。',
    'session.streamShared': '直播的网址记下了，开始前半小时给报了名的人看。',
  },
  facts: {
    'session.scheduled': '排好了活动',
    'session.speakerChanged': '换了一位宣讲人',
    'session.planned': '筹备了活动',
    'session.changed': '改了时间、地点或主办人',
    'session.courseChosen': '选了一起看的微课',
    'session.streamShared': '写了直播的网址',
    'session.clashed': '排活动时场地已被占用',
    'session.cancelled': '取消了活动',
    'session.closed': '收了尾',
  },
  notices: {
    'session.scheduled': (told: Told) =>
      `“${told.title}”排好了：${when(told)}，${told.venue}（${told.unit}）。`,
    'session.clashed': (told: Told) =>
      `“${told.title}”（${when(told)}）的场地${told.venue}已被占用，请换一个场地。`,
    'session.cancelled': (told: Told) =>
      `“${told.title}”（${when(told)}，${told.venue}）取消了${told.reason ? `：${told.reason}` : ''}。`,
    'session.changed': (told: Changed) =>
      `“${told.title}”有变动，现在是${when(told)}，${told.venue}${before(told)}。`,
    'session.reminder': (told: Told) =>
      `明天有活动：“${told.title}”，${when(told)}，${told.venue}。${atDoor(told)}`,
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
    viewing: '一起看微课',
    stream: '线上直播',
  } satisfies Record<SessionFormat, string>,
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
  },
  signedUp: '已报名',
  list: {
    title: '可以参加的活动',
    lead: '挑一场去听听，不用打卡，不计名次。',
    none: '按这样选，现在没有能报名的活动。',
    all: '看全部',
    full: (count: number) => `另有 ${count} 场已经满员`,
    showFull: '也看看满员的',
    toVenues: '场地',
    toResources: '街道能借的',
    toHomes: '开门接待的人家',
    toCalendar: '看日程',
    seatsLeft: (count: number) => (count === 0 ? '已满' : `还有 ${count} 个座位`),
    plan: '办一场活动',
    drafts: '还在筹备的',
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
    signInFirst: '登录后报名',
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
    name: '姓名',
    unit: '单位',
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
    draft: '这场活动还在筹备',
    draftText: '只有办活动的人看得到。备齐了就公布，大家才能报名。',
    toPlan: '看备齐了没有',
    prepare: '准备',
    toKnow: '来之前请知道',
    childSeats: (left: number, seats: number) => `其中 ${seats} 个留给孩子，还有 ${left} 个`,
    boards: '看什么',
    guided: '有人带着看，一块一块讲。',
    free: '随到随看，想看多久看多久。',
    things: '备了什么',
    thingLine: (name: string, offered: number, given: number) =>
      `${name}：备 ${offered}，已发 ${given}，还有 ${offered - given}`,
    givenOf: (thing: string, pieces: number, offered: number) =>
      `${thing}：备 ${offered}，发 ${pieces}，剩 ${offered - pieces}`,
    doorToDoor: '上门，不用报名。想请人来家里坐坐，告诉社区就行。',
    visitor: '谁上门',
    courses: '做成的微课',
    makeCourse: '把这一场做成微课',
    toRound: '上门名单',
    access: '方便',
    change: '改时间、地点',
    courseShown: '看的微课',
    stream: '直播',
    watchStream: '去看直播',
    streamLater: '起，网址会显示在这里。',
    streamForSeated: '报了名的人，开始前半小时能在这里看到网址。',
    streamOver: '直播已经结束。',
  },

  plan: {
    newTitle: '办一场活动',
    newLead: '不经点单，由街道自己办。先记下来，备齐了再公布。',
    title: '题目',
    titleEn: '题目（英文）',
    strand: '板块',
    format: '形式',
    formatHint: '凉亭课堂在户外；送学上门没有场地，要选由谁去；展览要有展板；堂屋课堂要主人同意。',
    audience: '给谁',
    language: '用什么话',
    unit: '哪个单位办',
    venue: '场地',
    noVenue: '没有场地（送学上门）',
    venueChoice: (name: string, unit: string, seats: number) => `${name}（${unit}，${seats} 座）`,
    host: '主办人',
    oneself: '我自己',
    when: '什么时候',
    seats: '座位',
    childSeats: '其中留给孩子',
    childSeatsHint: '这些座位大人不能报。',
    people: '个',
    toKnow: '来之前请知道',
    toKnowHint: '例如：外面冷，多穿一件；下雨改到活动室。',
    inEnglish: (label: string) => `${label}（英文）`,
    guided: '展览有人带着看',
    needs: '要借什么',
    needsHint: '没借到，活动就不能公布。',
    round: '送学上门',
    visitor: '由谁上门',
    minutesEach: '每家大约几分钟',
    leaves: '留下什么',
    leavesHint: '例如：大字讲义。',
    watching: '一起看微课、线上直播',
    course: '看哪一门微课',
    noCourse: '以后再选',
    courseHint: '选好了才能公布。',
    saveCourse: '就看这一门',
    streamUrl: '直播的网址',
    streamHint: '以 https:// 开头。只给报了名的人看，开始前半小时才显示。',
    saveStream: '记下网址',
    again: '这一场以后每周还要办',
    findVenue: '按设备和进出方便找场地',
    submit: '记下来',
    pageTitle: '准备这场活动',
    publish: '公布，开始报名',
    published: '已经公布',
    booked: '借好了',
    notBooked: '还没有借',
    bookThis: (name: string) => `借${name}`,
    takenBy: (name: string, unit: string) => `${name}：那时${unit}已经借了`,
    noneToLend: '街道没有登记这一样。',
    chooseNeeds: '写下要借什么',
    saveNeeds: '保存要借的',
    deal: '改座位',
    boards: '展板',
    addBoard: '加一块展板',
    boardTitle: '展板题目',
    boardAbout: '上面讲什么',
    removeBoard: (title: string) => `撤下“${title}”`,
    things: '备来发的',
    thing: '东西',
    offered: '备了多少',
    offer: '记下备了多少',
    offerHint: '写错了，同一样再写一次就是更正。',
    gaveOne: (name: string) => `发出一份${name}`,
    gaveTen: (name: string) => `发出十份${name}`,
    tookOne: (name: string) => `多记了，退一份${name}`,
    doors: '看望谁',
    doorsHint: '下面是行动不便、登记在册的人。打勾的就去，写上门牌好找。',
    noDoors: '这一带没有登记行动不便的人。可以在“人员”里登记。',
    place: (name: string) => `${name}家门牌`,
    saveDoors: '保存名单',
    home: '主人家',
    homeLimits: (name: string, guests: number, from: string, until: string) =>
      `${name}家，最多 ${guests} 位客人，${from}—${until}`,
    consented: '主人同意了',
    notConsented: '主人还没有同意',
    toHomes: '去登记',
  },
}
