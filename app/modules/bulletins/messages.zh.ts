import { zh as checks } from './checks/messages.zh.ts'
import { type Check, type HardCheck, hardChecks } from './checks/rules.ts'
import type { FigureName } from './figures/rules.ts'
import type { Veteran } from './quotes/queries.ts'
import type { BulletinReason, Change, Reading, Status } from './rules.ts'

type Counts = (name: FigureName, thing?: string) => string
export type Draft = {
  season: string
  days: string
  strands: readonly string[]
  veterans: readonly Veteran[]
  choices: readonly { of: string; thing: string; place: string | null }[]
  exactly: Counts
  loosely: Counts
}

const hard = Object.fromEntries(
  hardChecks.map((kind) => [kind, (details: Check) => checks.check({ ...details, kind })]),
) as Record<HardCheck, (details: Check) => string>

const steps: Record<Reading, string> = {
  first: '一审',
  second: '二审',
  third: '三审',
  proof: '校对',
}

const statuses: Record<Status, string> = {
  draft: '在写',
  first: '等一审',
  second: '等二审',
  third: '等三审',
  proof: '等校对',
  ready: '等发布',
  published: '已发布',
}

/** A paragraph of a draft, as pieces that may be left out. */
type Pieces = (string | false)[]

/** A first draft of a season's records: plain sentences with live figures, for the writer to change. */
function draft(season: Draft): string {
  const opened = opening(season)
  const parts = [
    opened,
    ...aboutVeterans(season),
    ...brought(season),
    ...used(season),
    ...coming(season),
  ]
  return parts
    .map((part) => part.filter(Boolean).join(''))
    .filter(Boolean)
    .join('\n\n')
}

function opening({ season, days, strands, exactly }: Draft): Pieces {
  return [
    `${season}从${days}，分${strands.join('、')}${strands.length}个板块。`,
    exactly('sessionsHeld') &&
      `到目前，全街道办了${exactly('sessionsHeld')}场活动，来了${exactly('peopleReached')}人，合计${exactly('attendances')}人次，有${exactly('branchesTakingPart')}个支部参加。`,
  ]
}

function aboutVeterans({ veterans, exactly }: Draft): Pieces[] {
  return [
    [veterans.length > 0 && '# 请老党员讲'],
    ...veterans.map(({ name, bornOn, joinedPartyOn, course, heldOn }) => [
      bornOn !== null && `{{age:${name}|until:${heldOn}}}岁的`,
      `老党员${name}`,
      joinedPartyOn !== null && `有{{partyYears:${name}|until:${heldOn}}}年党龄。`,
      '党员、社区工作者和孩子们来到堂屋里，听这一路是怎么走过来的。',
      course !== null && `这一堂课做成了十分钟以内的微课《${course}》。`,
      course !== null &&
        exactly('courseTakers', course) &&
        `学完的有${exactly('courseTakers', course)}人。`,
    ]),
  ]
}

function brought({ choices, exactly, loosely }: Draft): Pieces[] {
  const things = choices.filter(({ of }) => of === 'thing')
  return [
    [(exactly('pavilionClasses') || exactly('doorVisits') || things.length > 0) && '# 送到身边'],
    [
      exactly('pavilionClasses') && `凉亭课堂办了${exactly('pavilionClasses')}场。`,
      exactly('doorVisits') && `走不开的人，课送上门，共${exactly('doorVisits')}户次。`,
      exactly('exhibitionBoards') && `展览摆出${exactly('exhibitionBoards')}块展板。`,
    ],
    [
      things.length > 0 &&
        `活动中送给居民的有：${things.map(({ thing, place }) => `${place ? `在${place}，` : ''}${thing}${loosely('thingsGivenOut', thing)}`).join('；')}。`,
    ],
  ]
}

function used({ choices, exactly, loosely }: Draft): Pieces[] {
  const posts = choices.filter(({ of }) => of === 'post')
  const teams = choices.filter(({ of }) => of === 'team')
  const claimed = exactly('mattersClaimed')
  return [
    [claimed && '# 办在实处'],
    [
      claimed &&
        `街道发布了${exactly('mattersPublished')}件微实事，${loosely('branchesClaiming')}个支部认领了${claimed}件。`,
      exactly('mattersConfirmed') && `居民已经确认办好的有${exactly('mattersConfirmed')}件。`,
    ],
    posts.map(
      ({ thing }) =>
        exactly('volunteersAt', thing) &&
        `“${thing}”的班表上有${exactly('volunteersAt', thing)}人。`,
    ),
    teams.map(
      ({ thing }) =>
        exactly('youngVolunteers', thing) &&
        `${thing}有${exactly('youngVolunteers', thing)}名小志愿者，由大人带着一起做。`,
    ),
  ]
}

function coming({ exactly }: Draft): Pieces[] {
  return [
    ['# 接下来'],
    [
      exactly('speakersRegistered', 'expert') &&
        `专家库里已有${exactly('speakersRegistered', 'expert')}位专家。`,
      exactly('speakersRegistered', 'citizen') &&
        `百姓宣讲队已有${exactly('speakersRegistered', 'citizen')}位宣讲员。`,
      exactly('talksOnMenu') &&
        `宣讲菜单上有${exactly('talksOnMenu')}个题目，支部看菜单点单，街道派单，宣讲人接单。`,
      exactly('ordersHeld') && `到目前办完了${exactly('ordersHeld')}单。`,
      '还没有参加的支部，街道会一个一个联系，请他们去附近的场次，走不开的送上门。',
    ],
  ]
}

export const zh = {
  reasons: {
    'bulletin.changedMeanwhile':
      '您看的这一版之后，又有人保存过。您写的都还在下面，请对照最新的内容，再做一次。',
    'bulletin.isPublished': '这一期已经发布，不能再改。有错请发更正。',
    'bulletin.notDraft': '稿子正在审，要改请先改正文，或请审稿的人退回。',
    'bulletin.notItsTurn': '现在不是这一步，请看看轮到谁。',
    'bulletin.notReady': '三审和校对都通过了才能发布。',
    'bulletin.notPublished': '还没有发布，直接改就可以。',
    written_by_a_reader: '审过这一期的人不能再写这一期。请告诉撰稿的人怎么改。',
    read_by_a_writer: '写过这一期的人不能审这一期，请别的同事来审。',
    step_by_same_person: '您已经审过这一稿，下一审请别的同事来。',
    step_taken: '这一审刚刚有人审过了。',
    bulletin_person_name: '这一期里已经有一位同名的人，请先把其中一位移出。',
    picture_with_someone_unasked: '刚刚有人改了照片上的人，请再看一次。',
    ...hard,
  } satisfies Record<BulletinReason | HardCheck | 'bulletin_person_name', unknown> &
    Record<string, unknown>,
  done: {
    'bulletin.started': '初稿已经写好，请在这个基础上改成您自己的话。',
    'bulletin.saved': '已保存。',
    'bulletin.handedIn': '已交上去，等一审。',
    'bulletin.approved': '已通过。',
    'bulletin.sentBack': '已退回，撰稿的人会看到您的意见。',
    'bulletin.commentedOn': '意见已记下。',
    'bulletin.published': '已发布。',
    'bulletin.correctionStarted': '更正稿已起好，改好后同样要过三审和校对。',
    'bulletin.personTold': '已登记，本人会收到通知，同意后才能发布。',
    'bulletin.personLeftOut': '已移出。',
  },
  facts: {
    'bulletin.started': '起草了简报',
    'bulletin.saved': '保存了简报',
    'bulletin.handedIn': '交了稿',
    'bulletin.approved': '审稿通过',
    'bulletin.sentBack': '退回了稿子',
    'bulletin.commentedOn': '写了意见',
    'bulletin.published': '发布了简报',
    'bulletin.correctionStarted': '起草了更正',
    'bulletin.personTold': '登记了写到的人',
    'bulletin.personLeftOut': '移出了写到的人',
  },
  notices: {
    'bulletin.waits': (details: { title: string; step: Reading }) =>
      `简报《${details.title}》等您${steps[details.step]}。`,
    'bulletin.cameBack': (details: { title: string; words: string }) =>
      `简报《${details.title}》退回来了：${details.words}`,
    'bulletin.isReady': (details: { title: string }) =>
      `简报《${details.title}》三审和校对都通过了，可以发布。`,
    'bulletin.isOut': (details: { title: string }) => `简报《${details.title}》已经发布。`,
    'bulletin.asksToTell': (details: { title: string }) =>
      `街道的简报《${details.title}》想写您的事，请您看看同不同意。`,
  },

  title: '简报',
  lead: '把这一季做过的事写下来。文中的数字都是查出来的，点开就能看到每一条记录。',
  none: '还没有简报。',
  noSeason: '先开一个冬训季，才有事可写。',
  number: (number: number) => `第 ${number} 期`,
  changed: (name: string, when: string) => `${name} 保存于 ${when}`,
  published: (when: string) => `${when} 发布`,
  start: '起一篇简报',
  startHint: '系统按这一季的记录先写一份初稿，数字已经放好。',
  season: '冬训季',
  language: '用什么语言写',
  languages: { zh: '中文', en: '英文' },
  name: '标题',
  proposed: (season: string) => `${season}简报`,
  doStart: '写初稿',
  statuses,
  houseWords: '用词表',
  waitsForYou: '等您来',

  text: '正文',
  write: '修改',
  body: '正文',
  bodyHint:
    '一段一行，“#”开头的是小标题。数字写成双花括号的样子，例如 {{sessionsHeld}}；写成 {{sessionsHeld|moreThan:40}} 就显示“40余”，后面还可以加 |from:2022-01-01|until:2022-01-31 和 |in:费桥村。',
  writeHint: '写清楚谁、在哪里、做了什么。不用口号。',
  beginsAnew: '稿子正在审：保存以后要从一审重新审起。',
  save: '保存',
  catalogue: '可以用的数字',
  catalogueOfOne: (figures: number) => `一样东西、一门课、一个人的数字 ${figures} 个`,
  catalogueHint: '把带双花括号的记号抄进正文就行；点开数字能看到每一条记录。',
  now: '现在是',

  way: '走到哪一步',
  steps,
  handIn: '交稿',
  handInHint: '交上去以后，由三位没有写过这一期的同事依次审稿，再校对。',
  waitsFor: (names: readonly string[]) =>
    names.length > 0
      ? `现在轮到：${names.join('、')}`
      : '现在没有人能审：还需要一位没有写过、没有审过的同事。',
  approved: (name: string, when: string) => `${name} ${when} 通过`,
  decide: (step: Reading) => `您的${steps[step]}`,
  decideHint: (version: number) => `您看的是第 ${version} 稿。`,
  approve: '通过',
  sendBack: '退回',
  where: '哪一段',
  whole: '全文',
  paragraph: (number: number) => `第 ${number} 段`,
  say: '要改什么',
  publish: '发布',
  publishHint: '发布以后，每个数字连同它的记录一起定下来，谁都能在街道的公开页面看到。',
  comments: '意见',
  commented: (name: string, where: string, version: number) =>
    `${name} · ${where} · 第 ${version} 稿`,
  comment: '写一条意见',
  doComment: '记下意见',
  versions: '各稿对照',
  version: (number: number) => `第 ${number} 稿`,
  compare: (from: number, until: number) => `第 ${from} 稿到第 ${until} 稿`,
  kinds: { same: '没变', added: '新加', removed: '删去' } satisfies Record<Change['kind'], string>,
  compareWith: '和哪一稿比',
  doCompare: '对照',
  noVersions: '只有一稿，还没有可以对照的。',
  onPage: '看公开页面',
  takeAway: '拿去用',
  forms: { docx: 'Word 文档', txt: '纯文字', html: '贴到公众号的网页' },
  correct: '发更正',
  correctHint: '已发布的不改。更正另写一篇，同样过三审和校对，发布后和原文放在一起。',
  corrects: '更正的是',
  pictures: '照片',
  people: '写到的人',
  peopleHint: '写了谁的事，就在这里登记。本人同意了才能发布；年龄和党龄的数字也从这里来。',
  peopleNone: '还没有登记。',
  consent: '同意',
  paper: '存了本人签的纸面同意',
  consented: '已同意',
  notConsented: '还没有同意',
  isMinor: '未成年，不能写',
  leaveOut: '移出',
  findPerson: '按姓名找',
  find: '找',
  tellOf: '登记',
  unit: '单位',
  notFound: '没有找到这个名字。',

  draft,
  /** The beginning of a correction, for the correspondent to go on with. */
  correction: ({ number, title }: { number: number; title: string }) => ({
    title: `更正：${title}`,
    body: `第 ${number} 期《${title}》里有一处不对，特此更正。\n\n原文是：\n\n应当是：`,
  }),
}
