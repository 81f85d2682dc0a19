import type { HourRuleSet, RequiredRole, SeasonReason, usualStrands } from './rules.ts'

export const zh = {
  reasons: {
    season_overlap: '这段时间和另一个冬训季重叠，请换一下日期。',
    'season.endsBeforeStart': '结束的日子要在开始的日子之后，请再看一下。',
    'season.noStrand': '至少要有一个板块，请填上板块的名称。',
    'season.strandTwice': '同一个板块写了两次，请留一个。',
    'season.roleTwice': '同一类人的要求写了两次，请留一个。',
    'season.outside': '这一天不在这个冬训季里，请换一天。',
    'season.sameRules': '这一天已经按这套办法算，不用换。',
  } satisfies Record<SeasonReason, string>,
  done: {
    'season.opened': '冬训季开好了。',
    'hourRules.changed': '办法换好了，学时正在一场一场更正。',
  },
  facts: { 'season.opened': '开启了冬训季', 'hourRules.changed': '换了学时办法' },
  notices: {},

  title: '冬训季',
  lead: '每个冬训季的日期、板块，和对大家的学习要求。',
  none: '还没有开过冬训季。开了以后，支部才能点单，活动才能排进日程。',
  open: '开一个冬训季',
  phase: { coming: '还没开始', running: '进行中', over: '已结束' },

  opensOn: (day: string) => `${day}开季`,
  closesOn: (day: string) => `${day}收官`,
  dayOf: (day: number, days: number) => `第 ${day} 天，共 ${days} 天`,
  picture: '时间',
  strands: '板块',
  requirement: '学习要求',
  requirementOf: (season: string) => `${season}的学习要求`,
  noRequirement: '这个冬训季没有设学时要求。',
  hourRules: '学时办法',
  role: '对象',
  roles: {
    member: '党员',
    secretary: '支部书记',
    committee: '班子成员',
  } satisfies Record<RequiredRole, string>,
  hours: '学时',
  sessions: '场次',
  atLeast: (count: number) => (count === 0 ? '不限' : `至少 ${count}`),
  changeRequirement: '改要求',
  changeHourRules: '换学时办法',
  toCoverage: '看覆盖情况',
  toOrders: '看点单',
  toCalendar: '看日程',

  newTitle: '开一个冬训季',
  newLead: '板块和要求已经先填好，有上一季就照上一季，可以改。开季以后，支部就能点单。',
  name: '名称',
  nameHint: '例如：2022年冬训',
  nameEn: '英文名称',
  startsOn: '开始日期',
  endsOn: '结束日期',
  usualStrands: {
    pioneer: '先锋领训',
    arts: '文艺助训',
    practice: '实践促训',
  } satisfies Record<(typeof usualStrands)[number], string>,
  strandsHint: '名称留空的板块不会开。',
  strandNumber: (number: number) => `板块 ${number}`,
  strandNumberEn: (number: number) => `板块 ${number} 的英文名称`,
  requirementHint:
    '党员每年不少于 32 学时，支部书记和班子成员不少于 56 学时；这里填这一季要完成的部分。',
  eachStrand: '每个板块至少参加的场次',
  sets: {
    'A-2021-10': [
      '办法 A（2021 年 10 月版）',
      '集中培训一天 8 学时、半天 4 学时；支部学习每小时 1 学时；实践活动半天 4 学时。不结转。',
    ],
    'B-2026-01': [
      '办法 B（2026 年 1 月版）',
      '一天 6 学时、半天 3 学时；中心组学习每次 3 学时；授课按 5 倍计。',
    ],
    'C-2026-01': [
      '办法 C（2026 年 1 月版）',
      '只计线上学习：30 分钟及以上 1 学时，15 到 30 分钟 0.5 学时，15 分钟以内 0.25 学时；测试合格 0.5 学时。',
    ],
  } satisfies Record<HourRuleSet, [name: string, counts: string]>,
  save: '开季',
}
