import type { HourDetails, HourRule, HourRuleSet, StudyForm } from '#app/modules/seasons/rules.ts'
import type { CoverageReason } from './rules.ts'

const forms = {
  centralised: '集中培训',
  branch: '支部学习',
  practice: '实践活动',
  centralGroup: '中心组学习',
  online: '线上学习',
  test: '测试',
} satisfies Record<StudyForm, string>

const sets = {
  'A-2021-10': '办法 A，2021 年 10 月版',
  'B-2026-01': '办法 B，2026 年 1 月版',
  'C-2026-01': '办法 C，2026 年 1 月版',
} satisfies Record<HourRuleSet, string>

const lines: Record<HourRule, (details: HourDetails) => string> = {
  fullDay: (d) => `${forms[d.form]}一天记 ${d.gives} 学时，共 ${d.minutes} 分钟`,
  halfDay: (d) => `${forms[d.form]}半天记 ${d.gives} 学时，共 ${d.minutes} 分钟`,
  hourly: (d) => `${forms[d.form]}每小时记 1 学时，共 ${d.minutes} 分钟`,
  session: (d) => `${forms[d.form]}一次记 ${d.gives} 学时`,
  length: (d) => `${forms[d.form]} ${d.minutes} 分钟，记 ${d.gives} 学时`,
  absent: () => '没有到场，不记学时',
  notCounted: (d) => `${forms[d.form]}不在这套办法的计算范围里`,
}

export const zh = {
  reasons: {
    'hours.notHeld': '这场活动还没有办，不能记学时。',
  } satisfies Record<CoverageReason, string>,
  done: {},
  facts: { 'hours.credited': '记了学时' },
  notices: {},

  myHours: '我的学时',
  onlyYou: '这一页只有您自己看得到。学时按办过的活动和点名自动记，不用申报。',
  soFar: (season: string, hours: number) => `${season}：到现在有 ${hours} 学时。`,
  soFarOf: (season: string, hours: number, asked: number) =>
    `${season}：到现在有 ${hours} 学时，这一季要 ${asked} 学时。`,
  hoursChart: '学时',
  byStrand: '各板块参加的场次',
  inAll: '合计',
  sessions: (count: number) => `${count} 场`,
  fromSessions: '学时从哪里来',
  noHours: '这一季还没有学时。去听一场宣讲，或者参加一次活动，散场后这里就有了。',
  toSessions: '看最近的活动',
  noSeason: '还没有开过冬训季。',
  hours: (hours: number) => `${hours} 学时`,
  /** Why a session gave so many hours. */
  because: (hours: number, rule: HourRule, details: HourDetails) =>
    [
      `${hours} 学时：${lines[rule](details)}`,
      details.presence === 'left_early' && '；提前离开，按一半时间计',
      details.times > 1 && `；主讲，按 ${details.times} 倍计`,
      `（${sets[details.set]}）。`,
    ]
      .filter(Boolean)
      .join(''),
  earlier: (when: string, hours: number) => `${when}更正，原来记的是 ${hours} 学时。`,
  ifWrong: '觉得记得不对，请告诉活动的召集人或街道办公室，他们会查点名记录。',

  coverage: '覆盖情况',
  coverageLead: '哪些支部已经有人参加，哪些还没有。先看还没有的，一个一个帮。',
  branchesReached: '个支部已有人参加',
  membersReached: '名党员参加过',
  of: (part: number, whole: number) => `${part} / ${whole}`,
  how: '支部有一名党员到过这一季办的活动，或者支部点的宣讲已经办了，就算覆盖到。',
  notReached: '还没有覆盖到的支部',
  branchCount: (count: number) => `共 ${count} 个支部`,
  allReached: '每个支部都有人参加过了。',
  branch: '支部',
  community: '社区',
  underStreet: '街道直属',
  members: '党员',
  suggestion: '可以这样做',
  seatsAt: (title: string, free: number) => `去听《${title}》，还有 ${free} 个座位`,
  orderTalk: '帮他们点一场宣讲',
  map: '各社区',
  mapCaption: '每个社区参加过的党员和党员总数',
  branchesMapCaption: '每个支部参加过的党员和党员总数',
  branchesReachedOf: (community: string, reached: number, all: number) =>
    `${community}：${all} 个支部，${reached} 个已有人参加`,
  branchesOf: (community: string) => `${community}的支部`,
  reachedColumn: '参加过 / 党员',
  ordersHeld: '办过的点单',
  noBranches: '您管的范围里还没有支部。',
  toSeasons: '去看冬训季',
}
