// not a sentence: what lists of people call their columns, and what stands in them
import { type CsvRow, unreadable } from '#app/platform/csv.ts'
import { dayIn, phoneIn } from '#app/platform/sent-lists.ts'
import { dayOf } from '#app/platform/time.ts'

/** Why a list of people, or a row of it, is refused. Each is the key of its sentence. */
export type ImportReason =
  | 'people.nothing'
  | 'people.tooMany'
  | 'people.noNames'
  | 'people.noUnits'
  | 'people.columnTwice'
  | 'people.alreadyImported'
  | PersonFault

/** What is wrong with a row. */
export type PersonFault =
  | 'people.unreadable'
  | 'people.noUnit'
  | 'people.unknownUnit'
  | 'people.unitTwice'
  | 'people.badRole'
  | 'people.badName'
  | 'people.badGender'
  | 'people.badDay'
  | 'people.badPhone'
  | 'people.phoneTwice'
  | 'people.personTwice'
  | 'people.phoneTaken'

/** By what a person of the list was recognised. */
export type Likeness = 'people.knownByPhone' | 'people.knownByName'

/** What a column of a list can be. */
export const importFields = [
  'name',
  'unit',
  'role',
  'gender',
  'bornOn',
  'phone',
  'joinedPartyOn',
] as const
export type ImportField = (typeof importFields)[number]
/** What each column of a file is; null where it is not needed. */
export type Columns = readonly (ImportField | null)[]

/** The roles that a list can give; who runs the office or the installation is named one by one. */
export const listedRoles = ['member', 'volunteer', 'youth', 'guardian', 'staff'] as const
export type ListedRole = (typeof listedRoles)[number]

export const mostPeople = 5000

const names: Record<ImportField, readonly string[]> = {
  name: ['name', 'fullname', '姓名', '名字', '党员姓名', '人员姓名'],
  unit: [
    'unit',
    'branch',
    'organisation',
    '单位',
    '支部',
    '所在支部',
    '党支部',
    '所属支部',
    '所在单位',
    '组织',
    '所在党组织',
    '所在党支部',
  ],
  role: ['role', 'roles', '职务', '身份', '人员类别', '党员类别', '类别', '角色'],
  gender: ['gender', 'sex', '性别'],
  bornOn: [
    'bornon',
    'born',
    'birthday',
    'dateofbirth',
    '出生',
    '出生日期',
    '出生年月',
    '出生年月日',
    '生日',
  ],
  phone: [
    'phone',
    'mobile',
    'phonenumber',
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '联系电话',
    '联系方式',
    '电话号码',
  ],
  joinedPartyOn: [
    'joinedpartyon',
    'joined',
    'joinedthepartyon',
    '入党时间',
    '入党日期',
    '入党年月',
    '入党年月日',
  ],
}
const fieldOf = new Map(
  importFields.flatMap((field) => names[field].map((name) => [name, field] as const)),
)

/** What a heading means: as it was chosen before, else as it is called. */
export function fieldCalled(
  remembered: ReadonlyMap<string, string>,
): (bare: string) => ImportField | undefined {
  return (bare) => {
    const known = remembered.get(bare)
    return known === undefined ? fieldOf.get(bare) : importFields.find((each) => each === known)
  }
}

type Reading = { columns: Columns; unitId: string | null }

/** Why a list can't be read with its columns so. */
export function whyNotReadable({ columns, unitId }: Reading): ImportReason | null {
  const chosen = columns.filter((field) => field !== null)
  if (!chosen.includes('name')) return 'people.noNames'
  if (new Set(chosen).size < chosen.length) return 'people.columnTwice'
  return !chosen.includes('unit') && unitId === null ? 'people.noUnits' : null
}

export type ListedPerson = {
  name: string
  gender: 'f' | 'm' | undefined
  bornOn: string | undefined
  phone: string | undefined
  joinedPartyOn: string | undefined
}

/** Where people belong and what they are, where the list says nothing of it. */
export type Otherwise = { unitId: string | null; role: ListedRole | null }

type Listed = { row: number; unit: string; role: string; gender: string; person: ListedPerson }

const genders: Record<string, 'f' | 'm'> = {
  f: 'f',
  female: 'f',
  女: 'f',
  女性: 'f',
  m: 'm',
  male: 'm',
  男: 'm',
  男性: 'm',
}
const roleNames: Record<string, ListedRole> = {
  党员: 'member',
  正式党员: 'member',
  预备党员: 'member',
  中共党员: 'member',
  志愿者: 'volunteer',
  青少年: 'youth',
  小小志愿者: 'youth',
  青少年志愿者: 'youth',
  监护人: 'guardian',
  家长: 'guardian',
  工作人员: 'staff',
}

function listedIn({ number, fields }: CsvRow, columns: Columns): Listed {
  const of = (field: ImportField) => (fields[columns.indexOf(field)] ?? '').trim()
  const gender = of('gender')
  return {
    row: number,
    unit: of('unit'),
    role: of('role'),
    gender,
    person: {
      name: of('name').replace(/\s+/g, ' '),
      gender: genders[gender.toLowerCase()],
      bornOn: dayIn(of('bornOn')),
      phone: phoneIn(of('phone')),
      joinedPartyOn: dayIn(of('joinedPartyOn')),
    },
  }
}

/** Whom a list may mean, to look for them. */
export function namesAndPhonesIn(rows: readonly CsvRow[], columns: Columns) {
  const people = rows.map((row) => listedIn(row, columns).person)
  return {
    names: [...new Set(people.map(({ name }) => name))],
    phones: people.flatMap(({ phone }) => phone ?? []),
  }
}

function isDay(text: string | undefined, today: string): boolean {
  if (text === undefined) return true
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && dayOf(new Date(at)) === text && text <= today
}

function roleOf(listed: Listed, otherwise: Otherwise): ListedRole | null | undefined {
  if (listed.role === '') return otherwise.role
  const given = listed.role.toLowerCase()
  return listedRoles.find((role) => role === given) ?? roleNames[given]
}

type Unit = { id: string; name: string }
/** Someone of the street who may be meant by a row. */
export type Known = {
  id: string
  name: string
  bornOn: string | null
  phone: string | null
  unitIds: readonly string[]
}

/** What becomes of a row: someone new, someone already there, or a fault. */
export type Judged = { row: number; name: string; unit: string } & (
  | { is: 'new'; unitId: string; role: ListedRole | null; person: ListedPerson }
  | { is: 'known'; personId: string; by: Likeness }
  | { is: 'faulty'; fault: PersonFault }
)

export type Judging = {
  rows: readonly CsvRow[]
  headingsAt: number
  columns: Columns
  otherwise: Otherwise
  units: readonly Unit[]
  known: readonly Known[]
  today: string
}

/** What becomes of each row of a list, in its order. The same list again finds everyone there. */
export function judge(given: Judging): Judged[] {
  const placeOf = placesAmong(given.units, given.otherwise)
  const knownAs = recogniserOf(given.known)
  const repeated = repetitions()
  return given.rows.slice(given.headingsAt + 1).map((row): Judged => {
    const listed = listedIn(row, given.columns)
    const { person } = listed
    const place = placeOf(listed.unit)
    const about = { row: row.number, name: person.name, unit: place.name }
    const faulty = (fault: PersonFault): Judged => ({ ...about, is: 'faulty', fault })
    const fault = faultOf(row, listed, given.today)
    if (fault) return faulty(fault)
    if ('fault' in place) return faulty(place.fault)
    const known = knownAs(person, place.unitId)
    if (known === 'taken') return faulty('people.phoneTaken')
    const twice = repeated(person, place.unitId)
    if (twice) return faulty(twice)
    if (known) return { ...about, is: 'known', ...known }
    const role = roleOf(listed, given.otherwise)
    if (role === undefined) return faulty('people.badRole')
    return { ...about, is: 'new', unitId: place.unitId, role, person }
  })
}

type Place = { name: string } & ({ unitId: string } | { fault: PersonFault })

function placesAmong(units: readonly Unit[], otherwise: Otherwise): (named: string) => Place {
  const byName = Map.groupBy(units, ({ name }) => name)
  const usual = units.find(({ id }) => id === otherwise.unitId)
  return (name) => {
    if (name === '')
      return usual ? { name: usual.name, unitId: usual.id } : { name, fault: 'people.noUnit' }
    const [unit, another] = byName.get(name) ?? []
    if (!unit) return { name, fault: 'people.unknownUnit' }
    return another ? { name, fault: 'people.unitTwice' } : { name, unitId: unit.id }
  }
}

type Met = { personId: string; by: Likeness }

/** Whom a row means: whoever has its phone, else whoever has its name in its unit and no other age. */
function recogniserOf(known: readonly Known[]) {
  const byPhone = new Map(known.flatMap((each) => (each.phone ? [[each.phone, each]] : [])))
  const byPlace = Map.groupBy(
    known.flatMap((each) => each.unitIds.map((unitId) => ({ ...each, unitId }))),
    ({ name, unitId }) => `${name} ${unitId}`,
  )
  return (person: ListedPerson, unitId: string): Met | 'taken' | null => {
    const holder = person.phone === undefined ? undefined : byPhone.get(person.phone)
    if (holder && holder.name !== person.name) return 'taken'
    if (holder) return { personId: holder.id, by: 'people.knownByPhone' }
    const namesakes = byPlace.get(`${person.name} ${unitId}`) ?? []
    const same = namesakes.find(({ bornOn }) => mayBeOfOneAge(bornOn, person.bornOn))
    return same ? { personId: same.id, by: 'people.knownByName' } : null
  }
}

function mayBeOfOneAge(one: string | null | undefined, other: string | null | undefined): boolean {
  return !one || !other || one.slice(0, 4) === other.slice(0, 4)
}

function repetitions() {
  const phones = new Set<string>()
  const met = new Map<string, (string | undefined)[]>()
  return ({ name, phone, bornOn }: ListedPerson, unitId: string): PersonFault | null => {
    if (phone !== undefined && phones.has(phone)) return 'people.phoneTwice'
    if (phone !== undefined) phones.add(phone)
    const ages = met.get(`${name} ${unitId}`) ?? []
    met.set(`${name} ${unitId}`, [...ages, bornOn])
    return ages.some((age) => mayBeOfOneAge(age, bornOn)) ? 'people.personTwice' : null
  }
}

function faultOf({ fields }: CsvRow, listed: Listed, today: string): PersonFault | null {
  const { name, gender, bornOn, phone, joinedPartyOn } = listed.person
  if (fields.join().includes(unreadable)) return 'people.unreadable'
  if (name.length === 0 || name.length > 60 || /\p{C}/u.test(name)) return 'people.badName'
  if (gender === undefined && listed.gender !== '') return 'people.badGender'
  if (!isDay(bornOn, today) || !isDay(joinedPartyOn, today)) return 'people.badDay'
  return phone !== undefined && !/^1\d{10}$/.test(phone) ? 'people.badPhone' : null
}

/** Why a file is not kept as a list of people. */
export function whyNotKept(rows: readonly CsvRow[], headingsAt: number): ImportReason | null {
  const people = rows.length - headingsAt - 1
  if (people < 1) return 'people.nothing'
  return people > mostPeople ? 'people.tooMany' : null
}

/** Why the columns of a list can't be chosen so. */
export function whyNotChosen(list: { doneAt: Date | null }, as: Reading): ImportReason | null {
  return whyNotImported(list) ?? whyNotReadable(as)
}

/** Why a list can't be entered: it is entered once. */
export function whyNotImported(list: { doneAt: Date | null }): ImportReason | null {
  return list.doneAt ? 'people.alreadyImported' : null
}
