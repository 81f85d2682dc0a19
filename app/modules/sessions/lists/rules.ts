// not a sentence: what lists of sign-ups call their columns, and what stands in them
import { type CsvRow, unreadable } from '#app/platform/csv.ts'
import { bareHeading } from '#app/platform/sent-lists.ts'
import { answerKey, faultsOfAnswers, type Question } from '../questions/rules.ts'
import type { SeatReason } from '../seats/rules.ts'

/** Why a list of sign-ups, or a row of it, is refused. Each is the key of its sentence. */
export type ListReason =
  | 'signUps.nothing'
  | 'signUps.tooMany'
  | 'signUps.missingColumns'
  | 'signUps.columnTwice'
  | 'signUps.alreadyEntered'
  | 'signUps.hasFaults'
  | 'signUps.nobody'
  | RowFault

/** What is wrong with a row. */
export type RowFault =
  | 'signUps.unreadable'
  | 'signUps.noName'
  | 'signUps.nothingToFind'
  | 'signUps.badPhone'
  | 'signUps.phoneOfOther'
  | 'signUps.unknownUnit'
  | 'signUps.notFound'
  | 'signUps.several'
  | 'signUps.twice'
  | 'signUps.badAnswer'

const answers = ['q1', 'q2', 'q3', 'q4', 'q5'] as const

/** What a column of a list can be: who it is, and what they answer to the organiser's questions. */
export const listFields = ['name', 'phone', 'unit', ...answers] as const
export type ListField = (typeof listFields)[number]
export type ListColumns = readonly (ListField | null)[]

export const mostSignUps = 1000

const named = (words: string): readonly string[] => words.split(' ')
const names: Record<'name' | 'phone' | 'unit', readonly string[]> = {
  name: named('name 姓名 名字 报名人 参加人 参加人员'),
  phone: named(
    'phone mobile phoneorlastdigits lastdigits 手机 手机号 手机号码 电话 联系电话 联系方式 尾号 手机尾号 后四位 手机号或尾号',
  ),
  unit: named('unit branch community 单位 支部 党支部 所在支部 所在单位 社区 所在社区 村'),
}
const fieldOf = new Map(
  (['name', 'phone', 'unit'] as const).flatMap((field) =>
    names[field].map((name) => [name, field] as const),
  ),
)

type Asked = Pick<Question, 'position' | 'label' | 'labelEn'>

/** What a heading of a list means; a question's own words mean its answer. */
export function listFieldCalled(
  questions: readonly Asked[],
): (bare: string) => ListField | undefined {
  const asked = new Map(
    questions.flatMap(({ position, label, labelEn }) =>
      [label, labelEn]
        .filter((words) => words !== '')
        .map((words) => [unasked(bareHeading(words)), answerKey(position)] as const),
    ),
  )
  return (bare) => fieldOf.get(bare) ?? asked.get(unasked(bare))
}

/** A question as a column of it may be headed: without its mark. */
function unasked(bare: string): string {
  return bare.replace(/[?？。.]+$/, '')
}

/** Why a list can't be read with its columns so: a name alone says too little. */
export function whyNotReadable({ columns }: { columns: ListColumns }): ListReason | null {
  const chosen = columns.filter((field) => field !== null)
  if (new Set(chosen).size < chosen.length) return 'signUps.columnTwice'
  const found = chosen.includes('name') && (chosen.includes('phone') || chosen.includes('unit'))
  return found ? null : 'signUps.missingColumns'
}

/** Why a file is not kept as a list of sign-ups. */
export function whyNotKept(rows: readonly CsvRow[], headingsAt: number): ListReason | null {
  const count = rows.length - headingsAt - 1
  if (count < 1) return 'signUps.nothing'
  return count > mostSignUps ? 'signUps.tooMany' : null
}

/** Why a list can't be entered or changed: it is entered once. */
export function whyNotChanged(list: { doneAt: Date | null }): ListReason | null {
  return list.doneAt ? 'signUps.alreadyEntered' : null
}

/** Why a list isn't entered: nobody of it can be signed up, or some can't where it is to be all or none. */
export function whyNotEntered(
  list: { doneAt: Date | null },
  judged: readonly Judged[],
  whole: boolean,
): ListReason | null {
  const changed = whyNotChanged(list)
  if (changed) return changed
  if (whole && judged.some(({ is }) => is === 'faulty')) return 'signUps.hasFaults'
  return judged.some(({ is }) => is === 'new') ? null : 'signUps.nobody'
}

/** Someone of the street who may be meant by a row, as far as the sender may sign them up. */
export type Known = {
  id: string
  name: string
  phone: string | null
  unitIds: readonly string[]
  hasPlace: boolean
  /** Why a seat is nothing for them at all. */
  never: SeatReason | null
}

type Answer = { position: number; answer: string }

/** What becomes of a row: someone is signed up, has a place already, or there is a fault. */
export type Judged = { row: number; name: string; unit: string } & (
  | { is: 'new'; personId: string; answers: Answer[] }
  | { is: 'known' }
  | { is: 'faulty'; fault: RowFault | SeatReason }
)

export type Judging = {
  rows: readonly CsvRow[]
  headingsAt: number
  columns: ListColumns
  units: readonly { id: string; name: string }[]
  known: readonly Known[]
  questions: readonly Question[]
}

type Cells = (field: ListField) => string

/** What becomes of each row of a list, in its order. */
export function judge(given: Judging): Judged[] {
  const byName = Map.groupBy(given.known, ({ name }) => bareName(name))
  const met = new Set<string>()
  return given.rows.slice(given.headingsAt + 1).map((row): Judged => {
    const of: Cells = (field) => (row.fields[given.columns.indexOf(field)] ?? '').trim()
    const about = { row: row.number, name: of('name'), unit: of('unit') }
    try {
      if (row.fields.join().includes(unreadable)) fault('signUps.unreadable')
      const person = personIn(of, byName.get(bareName(about.name)) ?? [], given)
      if (met.has(person.id)) fault('signUps.twice')
      met.add(person.id)
      if (person.hasPlace) return { ...about, is: 'known' }
      if (person.never) return { ...about, is: 'faulty', fault: person.never }
      const said = answersIn(of, given.questions)
      return { ...about, is: 'new', personId: person.id, answers: said }
    } catch (error) {
      if (error instanceof Error && error.cause === ofRow)
        return { ...about, is: 'faulty', fault: error.message as RowFault }
      throw error
    }
  })
}

/** A name as it is compared: lists space the characters of short ones. */
export function bareName(name: string): string {
  return name.replace(/[\s·•]/g, '').toLowerCase()
}

const ofRow = Symbol('a row with a fault')

function fault(what: RowFault): never {
  throw new Error(what, { cause: ofRow })
}

/** Whom a row means: by the phone or its last digits, else by name and unit. */
function personIn(of: Cells, named: readonly Known[], { units, known }: Judging): Known {
  if (of('name') === '') fault('signUps.noName')
  const digits = digitsOf(of('phone'))
  if (digits !== '' && !/^\d{4,11}$/.test(digits)) fault('signUps.badPhone')
  if (digits.length === 11) {
    const owner = known.find(({ phone }) => phone === digits)
    if (owner && bareName(owner.name) !== bareName(of('name'))) fault('signUps.phoneOfOther')
  }
  const byPhone = named.filter(({ phone }) => digits !== '' && phone?.endsWith(digits))
  const unitNamed = units.filter(({ name }) => name === of('unit'))
  if (of('unit') !== '' && unitNamed.length === 0) fault('signUps.unknownUnit')
  const ofUnit = ({ unitIds }: Known) => unitNamed.some(({ id }) => unitIds.includes(id))
  if (byPhone.length > 0) return oneOf(byPhone.length > 1 ? byPhone.filter(ofUnit) : byPhone)
  if (of('unit') === '') fault(digits === '' ? 'signUps.nothingToFind' : 'signUps.notFound')
  // A number that nobody has may be a new one: the unit still says who it is, unless several do.
  return oneOf(named.filter(ofUnit))
}

function oneOf(people: readonly Known[]): Known {
  const [one, ...others] = people
  if (!one) return fault('signUps.notFound')
  return others.length > 0 ? fault('signUps.several') : one
}

/** The digits of a phone as lists write it, whole or its last ones. */
export function digitsOf(cell: string): string {
  return cell.replace(/[\s\-*＊.]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '')
}

const yes = ['是', '有', '要', '会', '对', 'yes', 'y', 'true', '1', '√', '✓']
const not = ['否', '不', '没有', '无', '不要', '不会', 'no', 'n', 'false', '0', '×']

function answersIn(of: Cells, questions: readonly Question[]): Answer[] {
  const said = questions.flatMap((question) => {
    const key = answerKey(question.position)
    const cell = of(key).slice(0, 200)
    return cell === '' ? [] : [{ question, key, answer: answerOf(question, cell) }]
  })
  const given = Object.fromEntries(said.map(({ key, answer }) => [key, answer]))
  // What is required is asked of people themselves; a list says what it knows.
  const asked = said.map(({ question }) => question)
  if (Object.keys(faultsOfAnswers(asked, given)).length > 0) fault('signUps.badAnswer')
  return said.map(({ question, answer }) => ({ position: question.position, answer }))
}

function answerOf({ kind, choices, choicesEn }: Question, cell: string): string {
  const bare = cell.toLowerCase()
  if (kind === 'yes_no' && yes.includes(bare)) return 'yes'
  if (kind === 'yes_no' && not.includes(bare)) return 'no'
  if (kind !== 'choice') return cell
  const at = choicesEn.findIndex((choice) => choice.toLowerCase() === bare)
  return choices[at] ?? cell
}
