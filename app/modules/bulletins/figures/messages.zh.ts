import type { Figure, FigureName, Saying } from './rules.ts'

const names: Record<FigureName, (thing: string) => string> = {
  sessionsHeld: () => '办过的活动（场）',
  homeSessions: () => '办在家里的课（场）',
  pavilionClasses: () => '凉亭课堂（场）',
  exhibitionBoards: () => '展出的展板（块）',
  doorVisits: () => '送学上门（户次）',
  peopleReached: () => '参加过的人（人）',
  membersReached: () => '参加过的党员（人）',
  attendances: () => '参加人次',
  branchesTakingPart: () => '参加的支部（个）',
  ordersHeld: () => '办完的点单（单）',
  thingsGivenOut: (thing) => `发出的${thing}`,
  mattersPublished: () => '发布的微实事（件）',
  mattersClaimed: () => '认领的微实事（件）',
  mattersConfirmed: () => '居民确认办好的微实事（件）',
  branchesClaiming: () => '认领微实事的支部（个）',
  volunteersAt: (post) => `${post}排上班的人（人）`,
  youngVolunteers: (team) => `${team}的小志愿者（人）`,
  courseTakers: (title) => (title ? `学完《${title}》的人（人）` : '学完微课的人（人）'),
  talksOnMenu: () => '菜单上的宣讲（个）',
  speakersRegistered: (kind) =>
    kind ? `在册的${kinds[kind] ?? kind}（人）` : '在册的宣讲人（人）',
  age: (name) => `${name}的年龄（岁）`,
  partyYears: (name) => `${name}的党龄（年）`,
}

const kinds: Record<string, string> = {
  expert: '专家',
  veteran: '老党员',
  model: '先进人物',
  citizen: '百姓宣讲员',
}

const counted: Record<FigureName, string> = {
  sessionsHeld: '这段时间里办过、召集人已经收尾的活动，一场算一个。',
  homeSessions: '在居民家堂屋里办过的课。',
  pavilionClasses: '在凉亭里办过的课。',
  exhibitionBoards: '办过的展览里摆出的展板，各场相加。',
  doorVisits: '送学上门时见到了人的每一户，各趟相加。',
  peopleReached: '点名到场的人，来几次都只算一次；没有留名的来宾不在内。',
  membersReached: '点名到场的党员，来几次都只算一次。',
  attendances: '每场点名到场的人数，加上没有留名的来宾。',
  branchesTakingPart: '有党员到过活动，或者点的宣讲已经办了的支部。',
  ordersHeld: '支部点了、宣讲人接了、已经讲完的单子。',
  thingsGivenOut: '召集人收尾时记下的件数，各场相加。',
  mattersPublished: '街道发布出来让支部认领的微实事。',
  mattersClaimed: '有支部认领、没有退回也没有失效的微实事。',
  mattersConfirmed: '居民说已经办好的微实事。',
  branchesClaiming: '认领了微实事、没有退回的支部，认领几件都只算一个。',
  volunteersAt: '排在这个岗位班表上的人，排几个班都只算一个。',
  youngVolunteers: '这支队伍里的小志愿者，带队的大人不在内。',
  courseTakers: '答完全部小题的人，学几门都只算一个。',
  talksOnMenu: '这段时间在菜单上的宣讲题目。',
  speakersRegistered: '这段时间在宣讲人名册上的人。',
  age: '按出生日期算出的周岁。',
  partyYears: '从入党那天起满了多少年。',
}

/** How a number is said aloud by hand: what follows it in a sentence. */
const saidAs: Record<FigureName, (thing: string) => readonly string[]> = {
  sessionsHeld: () => ['场活动', '场宣讲'],
  homeSessions: () => ['场堂屋课堂'],
  pavilionClasses: () => ['场凉亭课堂', '次凉亭课堂'],
  exhibitionBoards: () => ['块展板'],
  doorVisits: () => ['户次'],
  peopleReached: () => [],
  membersReached: () => ['名党员', '位党员'],
  attendances: () => ['人次'],
  branchesTakingPart: () => ['个支部', '个党支部'],
  ordersHeld: () => ['张点单', '单'],
  thingsGivenOut: (thing) => ['副', '张', '份', '个', '本', '幅', ''].map((each) => each + thing),
  mattersPublished: () => ['件微实事', '项微实事'],
  mattersClaimed: () => ['件微实事', '项微实事'],
  mattersConfirmed: () => ['件微实事', '项微实事'],
  branchesClaiming: () => ['个支部', '个党支部'],
  volunteersAt: () => ['名志愿者', '位志愿者', '名工作人员和志愿者'],
  youngVolunteers: () => ['名小志愿者', '个小志愿者', '位小志愿者'],
  courseTakers: () => [],
  talksOnMenu: () => ['个题目'],
  speakersRegistered: () => ['位宣讲人', '名宣讲人'],
  age: () => ['岁'],
  partyYears: () => ['年党龄'],
}

const ways: Record<Saying['how'], (bound: number) => string> = {
  moreThan: (bound) => `${bound}余`,
  over: (bound) => `超过${bound}`,
  nearly: (bound) => `近${bound}`,
}

/** What a figure is called, with its days and unit where it has any. */
function nameOf({ name, thing, from, until, unit }: Figure): string {
  const days = [from && `从${from}`, until && `到${until}`].filter(Boolean).join('')
  const only = [unit, days].filter(Boolean).join('，')
  return names[name](thing ?? '') + (only && `，${only}`)
}

export const zh = {
  name: nameOf,
  counted: (figure: Figure): string => counted[figure.name],
  saidAs: (figure: Figure): readonly string[] => saidAs[figure.name](figure.thing ?? ''),
  /** A number in a sentence, as it is or in words that fit it. */
  say: (value: number, saying?: Saying): string =>
    saying ? ways[saying.how](saying.bound) : String(value),
  wordings: '也可以写成',

  behind: (count: number) => `共 ${count} 条记录`,
  frozen: (when: string) => `发布时（${when}）的数`,
  record: '记录',
  place: '单位',
  when: '时间',
  pieces: '数量',
  noRecords: '还没有这样的记录。',
  aChild: '一个孩子',
}
