// not a sentence: what lists of speakers call their columns, and what stands in them
import { faultsOfSpans, type WeekHours, weekIn } from '#app/modules/organisation/rules.ts'
import { type CsvRow, unreadable } from '#app/platform/csv.ts'
import { dayIn, phoneIn } from '#app/platform/sent-lists.ts'
import { dayOf } from '#app/platform/time.ts'

/** Why a list of speakers, or a row of it, is refused. Each is the key of its sentence. */
export type ListReason =
  | 'speakers.nothing'
  | 'speakers.tooMany'
  | 'speakers.missingColumns'
  | 'speakers.columnTwice'
  | 'speakers.alreadyEntered'
  | RowFault

/** What is wrong with a row. */
export type RowFault =
  | 'speakers.unreadable'
  | 'speakers.badName'
  | 'speakers.badPhone'
  | 'speakers.noPhone'
  | 'speakers.phoneTaken'
  | 'speakers.twice'
  | 'speakers.unknownCommunity'
  | 'speakers.badKind'
  | 'speakers.noAbout'
  | 'speakers.unknownLanguage'
  | 'speakers.unknownTopic'
  | 'speakers.unknownAudience'
  | 'speakers.unknownFormat'
  | 'speakers.badLength'
  | 'speakers.badHours'
  | 'speakers.hoursOverlap'
  | 'speakers.badDay'
  | 'speakers.badNumber'

/** What a column of a list can be. */
export const listFields = [
  'name',
  'phone',
  'community',
  'kind',
  'about',
  'languages',
  'topics',
  'audiences',
  'formats',
  'lengths',
  'hours',
  'away',
  'weeklyLimit',
  'mostGuests',
  'rangeKm',
  'equipment',
  'conditions',
  'vettedUntil',
] as const
export type ListField = (typeof listFields)[number]
export type ListColumns = readonly (ListField | null)[]

/** What every list has to have. */
const needed = ['name', 'phone', 'community', 'about', 'languages'] as const

export const mostSpeakers = 1000

const names: Record<ListField, readonly string[]> = {
  name: ['name', '姓名', '名字', '宣讲人'],
  phone: ['phone', 'mobile', '手机', '手机号', '手机号码', '电话', '联系电话', '联系方式'],
  community: ['community', 'unit', '社区', '所在社区', '村', '单位', '所在单位'],
  kind: ['kind', 'type', '类别', '身份', '类型'],
  about: ['about', '介绍', '简介', '个人简介'],
  languages: ['languages', 'language', 'speaks', '会讲的话', '语言', '方言', '讲什么话'],
  topics: ['topics', 'topic', '主题', '讲的主题', '题目方向', '擅长'],
  audiences: ['audiences', 'audience', 'speaksto', '讲给谁听', '对象', '听众'],
  formats: ['formats', 'format', '形式', '愿意怎样讲'],
  lengths: ['lengths', 'length', 'minutes', 'howlong', '时长', '讲多长', '分钟'],
  hours: ['hours', 'times', 'everyweek', '每周', '能来的时间', '时间', '空闲时间'],
  away: ['away', '来不了的日子', '不能来的日子'],
  weeklyLimit: ['weeklylimit', 'mosttalksaweek', '一周最多几场', '每周最多'],
  mostGuests: ['mostguests', 'largestaudience', '最多听众', '最多几人'],
  rangeKm: ['rangekm', 'range', 'howfartheygo', '愿意走多远', '公里'],
  equipment: ['equipment', 'whathastobethere', '要准备的东西', '设备'],
  conditions: ['conditions', 'toknowbeforeasking', '邀请前须知', '须知', '备注'],
  vettedUntil: ['vetteduntil', '有效到', '了解有效期'],
}
const fieldOf = new Map(
  listFields.flatMap((field) => names[field].map((name) => [name, field] as const)),
)

/** What a heading of a list of speakers means. */
export function listFieldCalled(bare: string): ListField | undefined {
  return fieldOf.get(bare)
}

type Reading = { columns: ListColumns }

/** Why a list can't be read with its columns so. */
export function whyNotReadable({ columns }: Reading): ListReason | null {
  const chosen = columns.filter((field) => field !== null)
  if (!needed.every((field) => chosen.includes(field))) return 'speakers.missingColumns'
  return new Set(chosen).size < chosen.length ? 'speakers.columnTwice' : null
}

/** Why a file is not kept as a list of speakers. */
export function whyNotKept(rows: readonly CsvRow[], headingsAt: number): ListReason | null {
  const count = rows.length - headingsAt - 1
  if (count < 1) return 'speakers.nothing'
  return count > mostSpeakers ? 'speakers.tooMany' : null
}

/** Why a list can't be entered or changed: it is entered once. */
export function whyNotEntered(list: { doneAt: Date | null }): ListReason | null {
  return list.doneAt ? 'speakers.alreadyEntered' : null
}

/** A code with all it is called. */
export type Word = { code: string; called: readonly string[] }
/** What the cells of a list may say. */
export type Vocabulary = Record<'kinds' | 'languages' | 'topics' | 'audiences' | 'formats', Word[]>

/** Someone of the street who may be meant by a row. */
export type Known = { id: string; name: string; phone: string; speaks: boolean }

/** A speaker as a row says it. */
export type ListedSpeaker = {
  name: string
  phone: string
  unitId: string
  personId: string | null
  kind: string
  about: string
  languages: string[]
  topics: { code: string; strength: number }[]
  audiences: string[]
  formats: string[]
  lengths: number[]
  hours: WeekHours[]
  away: { fromOn: string; untilOn: string }[]
  weeklyLimit: number | null
  mostGuests: number | null
  rangeKm: number | null
  equipment: string
  conditions: string
  vettedUntil: string | null
}

/** What becomes of a row: a new speaker, one already there, or a fault. */
export type Judged = { row: number; name: string; community: string } & (
  | { is: 'new'; speaker: ListedSpeaker }
  | { is: 'known' }
  | { is: 'faulty'; fault: RowFault }
)

export type Judging = {
  rows: readonly CsvRow[]
  headingsAt: number
  columns: ListColumns
  units: readonly { id: string; name: string }[]
  known: readonly Known[]
  vocabulary: Vocabulary
}

/** What becomes of each row of a list, in its order. The same list again finds everyone there. */
export function judge(given: Judging): Judged[] {
  const unitOf = new Map(given.units.map(({ id, name }) => [name, id]))
  const byPhone = new Map(given.known.map((each) => [each.phone, each]))
  const met = new Set<string>()
  return given.rows.slice(given.headingsAt + 1).map((row): Judged => {
    const of = (field: ListField) => (row.fields[given.columns.indexOf(field)] ?? '').trim()
    const about = { row: row.number, name: of('name'), community: of('community') }
    try {
      if (row.fields.join().includes(unreadable)) fault('speakers.unreadable')
      const phone = phoneIn(of('phone')) ?? fault('speakers.noPhone')
      if (!/^1\d{10}$/.test(phone)) fault('speakers.badPhone')
      const who = byPhone.get(phone)
      if (who && who.name !== about.name) fault('speakers.phoneTaken')
      if (met.has(phone)) fault('speakers.twice')
      met.add(phone)
      if (who?.speaks) return { ...about, is: 'known' }
      const unitId = unitOf.get(about.community) ?? fault('speakers.unknownCommunity')
      const said = speakerIn(of, given.vocabulary)
      const personId = who?.id ?? null
      return { ...about, is: 'new', speaker: { ...said, phone, unitId, personId } }
    } catch (error) {
      if (error instanceof Error && error.cause === ofRow)
        return { ...about, is: 'faulty', fault: error.message as RowFault }
      throw error
    }
  })
}

const ofRow = Symbol('a row with a fault')

function fault(what: RowFault): never {
  throw new Error(what, { cause: ofRow })
}

type Cells = (field: ListField) => string

function speakerIn(of: Cells, words: Vocabulary) {
  const name = of('name').replace(/\s+/g, ' ')
  if (name.length === 0 || name.length > 60 || /\p{C}/u.test(name)) fault('speakers.badName')
  const about = of('about')
  if (about.length === 0 || about.length > 1000) fault('speakers.noAbout')
  const languages = codesIn(of('languages'), words.languages, 'speakers.unknownLanguage')
  if (languages.length === 0) fault('speakers.unknownLanguage')
  return {
    name,
    about,
    languages,
    kind: of('kind') === '' ? 'citizen' : codeOf(of('kind'), words.kinds, 'speakers.badKind'),
    topics: topicsIn(of('topics'), words.topics),
    audiences: codesIn(of('audiences'), words.audiences, 'speakers.unknownAudience'),
    formats: codesIn(of('formats'), words.formats, 'speakers.unknownFormat'),
    lengths: partsOf(of('lengths')).map(lengthIn),
    hours: hoursIn(of('hours')),
    away: awayIn(of('away')),
    weeklyLimit: numberIn(of('weeklyLimit'), 1, 14),
    mostGuests: numberIn(of('mostGuests'), 1, 500),
    rangeKm: numberIn(of('rangeKm'), 0, 200),
    equipment: of('equipment').slice(0, 200),
    conditions: of('conditions').slice(0, 300),
    vettedUntil: of('vettedUntil') === '' ? null : dayOfCell(of('vettedUntil')),
  }
}

function partsOf(cell: string): string[] {
  const parts = cell.split(/[、,，;；|·\n]+/).map((part) => part.trim())
  return parts.filter((part) => part !== '')
}

function codeOf(said: string, words: readonly Word[], unknown: RowFault): string {
  const bare = said.toLowerCase()
  const word = words.find(
    ({ code, called }) => code === bare || called.some((name) => name.toLowerCase() === bare),
  )
  return word?.code ?? fault(unknown)
}

function codesIn(cell: string, words: readonly Word[], unknown: RowFault): string[] {
  return [...new Set(partsOf(cell).map((part) => codeOf(part, words, unknown)))]
}

const usualStrength = 2

/** Topics with how well, as in 防诈骗3、健康 or Fraud (3), Health; without a figure it is "well". */
function topicsIn(cell: string, words: readonly Word[]): ListedSpeaker['topics'] {
  const said = partsOf(cell).map((part) => {
    const [, topic = part, strength] = /^(.*?)\s*[(（:：×x*]?\s*([123])\s*[)）]?$/.exec(part) ?? []
    const code = codeOf(topic.trim(), words, 'speakers.unknownTopic')
    return [code, { code, strength: strength ? Number(strength) : usualStrength }] as const
  })
  return [...new Map(said).values()]
}

function lengthIn(part: string): number {
  const minutes = Number(/^(\d+)/.exec(part)?.[1])
  return [10, 30, 60].includes(minutes) ? minutes : fault('speakers.badLength')
}

function numberIn(cell: string, least: number, most: number): number | null {
  if (cell === '') return null
  const number = Number(/^\d+/.exec(cell)?.[0] ?? Number.NaN)
  return number >= least && number <= most ? number : fault('speakers.badNumber')
}

function dayOfCell(cell: string): string {
  const day = dayIn(cell) ?? ''
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && dayOf(new Date(at)) === day ? day : fault('speakers.badDay')
}

function awayIn(cell: string): ListedSpeaker['away'] {
  const away = partsOf(cell).map((part) => {
    const [from = '', until = from] = part.split(/\s*(?:至|到|~|–|—|\bto\b)\s*/)
    return { fromOn: dayOfCell(from), untilOn: dayOfCell(until) }
  })
  const said = away.map(({ fromOn, untilOn }) => ({ from: fromOn, until: untilOn }))
  const [first] = Object.values(faultsOfSpans(said, 'away', saidOfTimes, true))
  return first ? fault(first === 'speakers.badHours' ? 'speakers.badDay' : first) : away
}

const saidOfTimes = {
  missing: 'speakers.badHours',
  order: 'speakers.badHours',
  overlap: 'speakers.hoursOverlap',
} as const
const weekdays = ['一', '二', '三', '四', '五', '六', '日']
const shortDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const weekday = /(?:周|星期|礼拜)?([一二三四五六日天])|\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*/gi
const clock = String.raw`(\d{1,2})[:：](\d{2})`
const span = new RegExp(String.raw`${clock}\s*(?:-|–|—|~|至|到|\bto\b)\s*${clock}`, 'gi')

/** The hours of a week as lists write them: 周一、周三 9:00-11:30；周五 14:00-16:00. */
function hoursIn(cell: string): WeekHours[] {
  const week = Array.from({ length: 7 }, (): { from: string; until: string }[] => [])
  const parts = cell.split(/[;；\n]+/).filter((part) => part.trim() !== '')
  for (const part of parts) {
    const spans = [...part.matchAll(span)].map(([, hour, minute, toHour, toMinute]) => ({
      from: timeIn(hour!, minute!),
      until: timeIn(toHour!, toMinute!),
    }))
    const days = daysIn(part.slice(0, part.search(/\d/)))
    if (spans.length === 0 || days.length === 0) fault('speakers.badHours')
    for (const day of days) week[day]!.push(...spans)
  }
  const faults = week.flatMap((spans) => Object.values(faultsOfSpans(spans, 'day', saidOfTimes)))
  return faults[0] ? fault(faults[0]) : weekIn(week)
}

function daysIn(text: string): number[] {
  if (/每天|天天|daily|every\s*day/i.test(text)) return [...weekdays.keys()]
  const met = [...text.matchAll(weekday)].map(([, zh, en]) =>
    zh ? weekdays.indexOf(zh === '天' ? '日' : zh) : shortDays.indexOf(en!.toLowerCase()),
  )
  const [first, last] = met
  const isStretch = met.length === 2 && /[至到~–—-]/.test(text) && first! < last!
  return isStretch ? [...weekdays.keys()].slice(first, last! + 1) : met
}

function timeIn(hour: string, minute: string): string {
  const time = `${hour.padStart(2, '0')}:${minute}`
  return time < '24:00' && minute < '60' ? time : fault('speakers.badHours')
}
