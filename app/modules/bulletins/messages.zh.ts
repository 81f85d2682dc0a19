import type { BulletinReason, Figure, FigureName } from './rules.ts'

export type Draft = {
  season: string
  days: string
  strands: readonly string[]
  given: readonly { thing: string; token: string }[]
}

const figures: Record<FigureName, (thing: string) => string> = {
  sessionsHeld: () => '办过的活动（场）',
  peopleReached: () => '参加过的人（人）',
  attendances: () => '参加人次',
  branchesTakingPart: () => '参加的支部（个）',
  talksOnMenu: () => '菜单上的宣讲（个）',
  ordersHeld: () => '办完的点单（单）',
  thingsGivenOut: (thing) => `发出的${thing}`,
}

const counted: Record<FigureName, string> = {
  sessionsHeld: '这一季已经办过、召集人已经关闭的活动，一场算一个。',
  peopleReached: '点名到场的人，来几次都只算一次；没有留名的来宾不在内。',
  attendances: '每场点名到场的人数，加上没有留名的来宾。',
  branchesTakingPart: '有党员到过活动，或者点的宣讲已经办了的支部。',
  talksOnMenu: '这一季在菜单上的宣讲题目。',
  ordersHeld: '支部点了、宣讲人接了、已经讲完的单子。',
  thingsGivenOut: '召集人关闭活动时记下的件数，各场相加。',
}

export const zh = {
  reasons: {
    'bulletin.changedMeanwhile':
      '您写的时候，另一位已经保存过这篇简报。您写的都还在下面，请对照最新的内容合在一起，再保存一次。',
  } satisfies Record<BulletinReason, string>,
  done: {
    'bulletin.started': '初稿已经写好，请在这个基础上改成您自己的话。',
    'bulletin.saved': '已保存。',
  },
  facts: { 'bulletin.started': '起草了简报', 'bulletin.saved': '保存了简报' },
  notices: {},
  unknownFigure: (tokens: readonly string[]) =>
    `没有 ${tokens.join('、')} 这个数字，请从下面的列表里选。`,

  title: '简报',
  lead: '把这一季做过的事写下来。文中的数字都是查出来的，点开就能看到每一条记录。',
  none: '还没有简报。',
  noSeason: '先开一个冬训季，才有事可写。',
  number: (number: number) => `第 ${number} 期`,
  changed: (name: string, when: string) => `${name} 保存于 ${when}`,
  start: '起一篇简报',
  startHint: '系统按这一季的记录先写一份初稿，数字已经放好。',
  season: '冬训季',
  language: '用什么语言写',
  languages: { zh: '中文', en: '英文' },
  name: '标题',
  proposed: (season: string) => `${season}简报`,
  doStart: '写初稿',

  text: '正文',
  write: '修改',
  body: '正文',
  bodyHint: '一段一行。数字写成双花括号的样子，例如 {{sessionsHeld}}，显示时会换成当时的数。',
  writeHint: '写清楚谁、在哪里、做了什么。不用口号。',
  save: '保存',
  catalogue: '可以用的数字',
  catalogueHint: '把带双花括号的记号抄进正文就行；点开数字能看到每一条记录。',
  figure: (figure: Figure) => figures[figure.name](figure.thing ?? ''),
  counted: (figure: Figure) => counted[figure.name],
  now: '现在是',

  behind: (count: number) => `共 ${count} 条记录`,
  record: '记录',
  place: '单位或板块',
  when: '时间',
  pieces: '数量',
  noRecords: '还没有这样的记录。',

  /** A first draft of a season's records: plain sentences with live figures. */
  draft: ({ season, days, strands, given }: Draft) =>
    [
      `${season}从${days}，分${strands.join('、')}${strands.length}个板块。到目前，全街道办了{{sessionsHeld}}场活动，来了{{peopleReached}}人，合计{{attendances}}人次，有{{branchesTakingPart}}个支部参加。`,
      '宣讲菜单上有{{talksOnMenu}}个题目。支部看菜单点单，街道派单，宣讲人接单。到目前办完了{{ordersHeld}}单。',
      given.length > 0 &&
        `活动中发给居民的有：${given.map(({ thing, token }) => `${thing}${token}份`).join('、')}。`,
      '还没有参加的支部，街道会一个一个联系，请他们去附近的场次，走不开的送上门。',
    ]
      .filter(Boolean)
      .join('\n\n'),
}
