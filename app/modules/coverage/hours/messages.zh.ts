import type { OwnRequirement } from '#app/modules/seasons/requirements/rules.ts'
import type {
  HourDetails,
  HourRule,
  HourRuleSet,
  RequiredRole,
  StudyForm,
} from '#app/modules/seasons/rules.ts'
import type { HoursReason } from './rules.ts'

const forms = {
  centralised: '集中培训',
  branch: '支部学习',
  practice: '实践活动',
  visit: '送学上门',
  centralGroup: '中心组学习',
  online: '线上学习',
  selfStudy: '自学答题',
  test: '测试合格',
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
  tooShort: (d) => `${forms[d.form]}共 ${d.minutes} 分钟，不满 15 分钟不记学时`,
  unanswered: () => '自学要答完题才记学时',
  notCounted: (d) => `${forms[d.form]}不在这套办法的计算范围里`,
  elsewhere: () => '同一时间的另一场活动已经记了学时，一个人不重复记',
}

const roles = {
  member: '党员',
  secretary: '支部书记',
  committee: '班子成员',
} satisfies Record<RequiredRole, string>

/** How a person's requirement comes about. */
function whyAsked(asked: OwnRequirement): string {
  const parts = asked.parts.map(({ role, hours, months }) =>
    months === asked.months
      ? `${roles[role]} ${hours} 学时`
      : `${roles[role]} ${hours} 学时 × ${asked.months} 个月中的 ${months} 个月`,
  )
  const sum = `${parts.join(' + ') || '没有要完成的月份'} = ${asked.hours} 学时`
  return asked.exempt > 0 ? `${sum}（免修 ${asked.exempt} 个月）` : sum
}

export const zh = {
  reasons: {
    'hours.notHeld': '这场活动还没有办，不能记学时。',
    hours_twice: '同一时间在两处都有学时，请先定下算哪一场。',
    entry_corrected: '这一笔已经有一个更正在等，先把那个办完。',
    entry_oneself: '自己的学时要请别人补记、别人确认。',
    entry_same_person: '补记的人不能自己确认，请另一位同事看一下。',
    'entry.decided': '这一笔已经有人确认或退回了。',
    'entry.notCounting': '这一笔没有在计学时，不用更正。',
    'entry.otherPerson': '这一笔不是这位的，请再看一下。',
    'entry.outsideSeason': '这一天不在这个冬训季里，请换一天。',
    'entry.future': '还没到这一天，等办完了再补记。',
    'entry.unknownStrand': '这个冬训季没有这个板块，请重新选。',
    'entry.noAnswer': '退回时请写一句原因，补记的人好改。',
    overlap_oneself: '自己的事请别人来定。',
    'overlap.none': '这两场没有重叠，不用处理。',
    teaching_oneself: '自己讲的课，请别人确认。',
    'teaching.notSpeaker': '这场活动没有登记宣讲人。',
    'teaching.approved': '已经确认过了。',
  } satisfies Record<HoursReason, string>,
  done: {
    'entry.made': '记下了，等另一位同事确认后才算数。',
    'entry.confirmed': '确认了，学时已经算上。',
    'entry.refused': '退回了，不计学时。',
    'overlap.settled': '定好了，学时马上按这个算。',
    'teaching.approved': '确认了，学时马上按授课算。',
  },
  facts: {
    'hours.credited': '记了学时',
    'hours.recounted': '按新的办法重新算了学时',
    'entry.made': '补记了学时，等人确认',
    'entry.confirmed': '确认了补记的学时',
    'entry.refused': '退回了补记的学时',
    'overlap.settled': '定下了重叠的时间算哪一场',
    'teaching.approved': '确认了授课',
  },
  notices: {
    'entry.made': (d: { hours: number; what: string; person: string }) =>
      `${d.person}补记了 ${d.hours} 学时（${d.what}），请您看一下对不对。`,
    'entry.decided': (d: { hours: number; what: string; confirmed: boolean }) =>
      d.confirmed
        ? `给您补记的 ${d.hours} 学时（${d.what}）已经算上。`
        : `给您补记的 ${d.hours} 学时（${d.what}）被退回了，这一笔不算。`,
  },

  myHours: '我的学时',
  hoursOf: (name: string) => `${name}的学时`,
  whoSees:
    '只有您自己、您所在支部的负责人和街道办公室看得到。学时按办过的活动和点名自动记，不用申报。',
  keptFor: '只给本人、所在支部的负责人和街道办公室看，用来帮忙，不用来排名。',
  soFar: (season: string, hours: number) => `${season}：到现在有 ${hours} 学时。`,
  soFarOf: (season: string, hours: number, asked: number) =>
    `${season}：到现在有 ${hours} 学时，这一季要 ${asked} 学时。`,
  whyAsked,
  howAsked: '怎么算出来的',
  monthsRule: '每个月看 15 日那天的身份，不在季内的看最近的一天；合计取整到半个学时。',
  electives: (hours: number) => `超出要求的 ${hours} 学时记作选修。`,
  online: (hours: number, asked: number) =>
    `其中线上学习 ${hours} 学时，办法要求一年不少于 ${asked} 学时。`,
  hoursChart: '学时',
  byStrand: '各板块参加的场次',
  inAll: '合计',
  sessions: (count: number) => `${count} 场`,
  file: { what: '学了什么', why: '为什么是这么多' },
  fromSessions: '学时从哪里来',
  noHours: '这一季还没有学时。去听一场宣讲，或者参加一次活动，散场后这里就有了。',
  noHoursYet: '这一季还没有学时。',
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

  entries: '补记的学时',
  entriesLead: '不是街道办的活动，由一位同事补记、另一位确认。更正是新的一笔，旧的留着。',
  forms,
  who: '谁办的',
  entryStatus: { waiting: '等人确认', confirmed: '已算上', refused: '退回了' },
  replaced: '已被更正',
  enteredBy: (name: string) => `${name}补记`,
  decidedBy: {
    confirmed: (name: string) => `${name}确认`,
    refused: (name: string) => `${name}退回`,
  },
  answerWas: (answer: string) => `退回原因：${answer}`,
  enter: '补记学时',
  enterHint: '记下以后，要另一位同事确认才算数。',
  correct: '更正这一笔',
  correctHint: '填写正确的内容；不该记的，学时填 0。',
  enterHours: '学时',
  onDay: '哪一天',
  what: '学了什么',
  strand: '板块',
  form: '形式',
  reason: '为什么补记',
  reasonHint: '例如：在区里参加的培训，有会议通知。',
  saveEntry: '记下，等人确认',
  confirm: '确认',
  refuse: '退回',
  refuseReason: '退回的原因',

  toCoverage: '覆盖情况',
  toSettle: '等人来看的学时',
  toSettleLead: '补记的学时要第二个人确认；同一时间在两处点到的名，要有人定算哪一场。',
  nothingToSettle: '现在没有要确认的补记，也没有重叠的点名。',
  waitingEntries: '等第二个人确认的补记',
  overlaps: '同一时间在两处',
  overlapLead: '没有定之前，只算先记的那一场。',
  overlapOf: (name: string) => `${name}在两场活动的名单上`,
  overlapReason: '怎么知道的',
  overlapHint: '例如：问过本人，下午在活动室。',
  settle: '就算这一场',
  toPersonHours: '看学时',

  exemptions: '免修',
  exemptFrom: (from: string, until: string) => `${from}到${until}不要求学时`,
  exemptReason: (reason: string) => `原因：${reason}`,
  privateReason: '原因只有本人和街道办公室看得到。',
  noExemption: '没有免修。',
  exempt: '免修一段时间',
  fromOn: '从哪一天起',
  untilOn: '到哪一天止（含）',
  exemptWhy: '原因',
  saveExemption: '记下免修',
  lastDay: '改为到哪一天止',
  shorten: '提前结束',

  teachings: '等人确认的授课',
  approveTeaching: '确认授课',
  change: '换学时办法',
  changeLead: '选一套办法和从哪一天起，先看谁的学时会变、变多少；确认以后才换。',
  changeSet: '换成哪一套',
  changeFrom: '从哪一天的活动起',
  preview: '先看看会变什么',
  wouldChange: (people: number, sessions: number) =>
    `会有 ${people} 人的学时改变，涉及 ${sessions} 场活动。`,
  wouldNotChange: '没有人的学时会变。',
  shownFirst: (count: number) => `下面列出前 ${count} 人，按支部和姓名排。`,
  person: '姓名',
  branch: '支部',
  before: '现在',
  after: '换了以后',
  changeReason: '为什么换',
  saveChange: '换，并更正学时',
  past: '换过的办法',
  pastLine: (day: string, set: string, reason: string) => `${day}起按${set}：${reason}`,
  sets,
}
