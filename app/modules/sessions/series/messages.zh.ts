import type { SeriesDate, SeriesReason } from './rules.ts'

type Told = {
  title: string
  titleEn: string
  weekdays: number[]
  sessions: number
  reason: string
}

const names = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
const every = (weekdays: readonly number[]) =>
  weekdays.length === 7 ? '每天' : `每${weekdays.map((day) => names[day - 1]).join('、')}`

export const zh = {
  reasons: {
    'series.already': '这一场已经在一个系列里了。',
    'series.daysStay': '后面的各在原来的日子。要换日子，请选“只改这一场”。',
    'series.none': '这样选，一场也排不出来。请改一下哪几天，或者办到哪一天。',
    'series.noneReady': '还没有一场是备齐的。各场后面写着还缺什么。',
    'series.nothingLeft': '这一场和后面的都已经办过或取消了。',
    'series.nothingReady': '没有还没公布的场次。',
    'series.notThatDay': '有一天不在这个系列里，请重新看一遍再排。',
    'series.ofOrder': '这一场是点单来的，一单一场，不能自动再办。',
    'series.over': '这一场已经办过或取消了，请从还没办的一场开始。',
    'series.tooLong': '一个系列最长一年多一点，请把最后一天改早些。',
    'series.tooMany': '一次最多排 60 场，请少排一些，以后再接着排。',
    session_series_order: '最后一天要在第一场以后。',
    session_series_time_order: '结束要在开始之后，请改一下时间。',
  } satisfies Record<SeriesReason, string>,
  done: {
    'series.planned': '都记下了，还没有公布。看看每一场还缺什么。',
    'series.published': '备齐的都公布了。',
    'series.changed': '这一场和后面的都改好了，报了名的人都会知道。',
    'series.cancelled': '这一场和后面的都取消了，会告诉所有报名的人。',
  },
  facts: {
    'series.planned': '排了一个系列',
    'series.published': '公布了系列里备齐的场次',
    'series.changed': '改了系列里后面的场次',
    'series.cancelled': '取消了系列里后面的场次',
  },
  notices: {
    'series.published': (told: Told) =>
      `“${told.title}”${every(told.weekdays)}办，公布了 ${told.sessions} 场。`,
    'series.changed': (told: Told) =>
      `“${told.title}”（${every(told.weekdays)}）有 ${told.sessions} 场改了时间、场地或主办人。`,
    'series.cancelled': (told: Told) =>
      `“${told.title}”（${every(told.weekdays)}）有 ${told.sessions} 场取消了${told.reason ? `：${told.reason}` : ''}。`,
  },
  weekdays: names,
  every,
  newTitle: '每周再办',
  newLead: '时间、地点、座位和要准备的，都跟这一场一样。先看清楚是哪几天，再一起记下来。',
  which: '每周哪几天',
  untilOn: '办到哪一天',
  onHolidays: '遇到节假日',
  skip: '不办',
  hold: '照常办',
  look: '看看是哪几天',
  preview: (count: number) => `一共 ${count} 场`,
  previewLead: '打勾的那几天会排上，加上这一场。哪天不办，把勾去掉。现在还什么都没有记下。',
  notThen: (count: number) => `有 ${count} 天不办`,
  day: '日期',
  why: '说明',
  dates: '哪几天',
  whys: {
    first: () => '就是这一场',
    usual: () => '',
    madeUp: (name: string) => `这天调休上班（${name}）`,
    heldOnHoliday: (name: string) => `${name}，照常办`,
    holiday: (name: string) => name,
    unknownYear: (_: string, year: number) => `${year} 年的节假日还没有公布`,
    exception: () => '说好不办',
    outsideSeason: () => '不在本季之内',
    past: () => '已经过去',
  } satisfies Record<SeriesDate['why'], (name: string, year: number) => string>,
  takenBy: (title: string) => `场地已有“${title}”`,
  unknownYear: (year: number) => `${year} 年的节假日还不知道`,
  unknownYearText: '等国务院公布、管理员登记以后再排那一年的；或者选“照常办”。',
  make: (count: number) => `把 ${count} 场都记下来`,
  makeNone: '这样选，没有别的日子可以排。',
  again: '每周再办',
  title: '一个系列',
  lead: (every: string, from: string, until: string, first: string, last: string) =>
    `${every} ${from}–${until}，${first}到${last}`,
  holidays: { skip: '节假日不办', hold: '节假日照常' },
  exceptions: '说好不办的日子',
  sessions: '各场',
  when: '时间',
  where: '地点',
  status: '情况',
  taken: '已报名',
  takenOf: (taken: number, seats: number) => `${taken}/${seats}`,
  lacks: '还缺什么',
  publish: (count: number) => `公布备齐的 ${count} 场`,
  counts: (all: number, coming: number, held: number, cancelled: number) =>
    [
      `共 ${all} 场`,
      `还有 ${coming} 场没办`,
      `办了 ${held} 场`,
      ...(cancelled > 0 ? [`取消 ${cancelled} 场`] : []),
    ].join('，'),
  oneOf: (every: string) => `一个系列：${every}`,
  all: '看整个系列',
  previous: '上一场',
  next: '下一场',
  changeTitle: '改时间、地点',
  changeLead: '改好以后，报了名的人都会收到通知，手机日历也会跟着改。',
  whichOnes: '改哪些',
  onlyThis: '只改这一场',
  following: '这一场和后面的都改',
  followingHint: '后面的各在原来的日子，只换钟点、场地和主办人。',
  cancelTitle: '取消这一场和后面的',
  cancelHint: '每一场报了名的人都会收到通知，看到这个原因。',
  cancelWhy: '为什么取消',
  sameVenue: '还在原来的地方',
  sameHost: (name: string) => `还是${name}`,
  save: '改好，通知大家',
  saveDraft: '改好',
}
