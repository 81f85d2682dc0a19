import type { FaultyRow } from '#app/modules/organisation/rules.ts'
import type { Role } from '#app/platform/context.ts'
import { type CsvRow, decode, readCsv, unreadable } from '#app/platform/csv.ts'
import { dayOf, yearsBetween } from '#app/platform/time.ts'

/** Why something about a person can't be done. Each is the key of its sentence. */
export type PeopleReason =
  | 'person_phone'
  | 'person.bornLater'
  | 'appointment_once'
  | 'appointment.endsBeforeStart'
  | 'guardian.notAdult'
  | 'guardian.ageUnknown'
  | 'guardian.ofAdult'
  | 'guardian_pkey'
  | 'guardian_check'
  | PersonFault

/** Every role there is, from the office to the youngest. */
export const roles = [
  'administrator',
  'office',
  'organiser',
  'secretary',
  'committee',
  'member',
  'volunteer',
  'youth',
  'guardian',
  'staff',
  'correspondent',
  'proofreader',
  'district',
] as const satisfies readonly Role[]

export function whyNotAdded(
  person: { bornOn?: string | undefined },
  now: Date,
): PeopleReason | null {
  return person.bornOn !== undefined && person.bornOn > dayOf(now) ? 'person.bornLater' : null
}

export function whyNotAppointed(term: {
  fromOn: string
  untilOn?: string | undefined
}): PeopleReason | null {
  return term.untilOn !== undefined && term.untilOn < term.fromOn
    ? 'appointment.endsBeforeStart'
    : null
}

const adult = 18

/** Why this person can't be the guardian of that child. */
export function whyNotGuardian(
  child: { bornOn: string | null },
  guardian: { bornOn: string | null },
  now: Date,
): PeopleReason | null {
  const today = dayOf(now)
  if (child.bornOn !== null && yearsBetween(child.bornOn, today) >= adult) return 'guardian.ofAdult'
  if (guardian.bornOn === null) return 'guardian.ageUnknown'
  return yearsBetween(guardian.bornOn, today) < adult ? 'guardian.notAdult' : null
}

/** The page of a list that an address asks for; the first for anything that is no page. */
export function pageOf(asked: string | null): number {
  return /^[1-9]\d{0,3}$/.test(asked ?? '') ? Number(asked) : 1
}

// Lists of people, as files bring them.

/** Why a row of a file of people is refused. Each is the key of its sentence. */
export type PersonFault =
  | 'people.nothing'
  | 'people.wrongHeads'
  | 'people.wrongFields'
  | 'people.unreadable'
  | 'people.unknownUnit'
  | 'people.unitTwice'
  | 'people.badRole'
  | 'people.badName'
  | 'people.badGender'
  | 'people.badDay'
  | 'people.badPhone'
  | 'people.phoneTwice'
  | 'people.phoneTaken'

const heads = ['unit', 'role', 'name', 'gender', 'born_on', 'phone', 'joined_party_on']

/** The roles that a list can give; who runs the office or the installation is named one by one. */
export const listedRoles = ['member', 'volunteer', 'youth', 'guardian', 'staff'] as const
export type ListedRole = (typeof listedRoles)[number]

// not a sentence: how lists write it
const genders: Record<string, 'f' | 'm'> = { f: 'f', m: 'm', 女: 'f', 男: 'm' }

export type ListedPerson = {
  row: number
  unit: string
  role: ListedRole | undefined
  person: {
    name: string
    gender: 'f' | 'm' | undefined
    bornOn: string | undefined
    phone: string | undefined
    joinedPartyOn: string | undefined
  }
}

/** Reads a file of people: its rows, and those that can't be read as one. */
export function readPeople(
  bytes: Uint8Array,
  today: string,
): { rows: ListedPerson[]; faulty: FaultyRow<PersonFault>[] } {
  const [first, ...rest] = readCsv(decode(bytes))
  const given = first?.fields.map((field) => field.trim().toLowerCase()).join()
  if (given !== heads.join()) return { rows: [], faulty: [{ row: 1, fault: 'people.wrongHeads' }] }
  if (rest.length === 0) return { rows: [], faulty: [{ row: 2, fault: 'people.nothing' }] }
  const rows = rest.map(personIn)
  const lastWith = new Map(rows.map(({ person, row }) => [person.phone, row]))
  const faulty = rows.flatMap((listed, at): FaultyRow<PersonFault>[] => {
    const { phone } = listed.person
    const again = phone !== undefined && lastWith.get(phone) !== listed.row
    const fault = faultOf(rest[at]!, listed, today) ?? (again ? 'people.phoneTwice' : null)
    return fault ? [{ row: listed.row, fault }] : []
  })
  return { rows, faulty }
}

function personIn({ number, fields }: CsvRow): ListedPerson {
  const [unit = '', role, name = '', gender = '', bornOn, phone = '', joinedPartyOn] = fields.map(
    (field) => field.trim(),
  )
  return {
    row: number,
    unit,
    role: (role || undefined) as ListedRole | undefined,
    person: {
      name,
      gender: genders[gender.toLowerCase()],
      bornOn: dayIn(bornOn),
      phone: phone.replace(/[\s-]/g, '') || undefined,
      joinedPartyOn: dayIn(joinedPartyOn),
    },
  }
}

/** A day as lists write it, 1948-03-02 or 1948/3/2; what is none stays as it is. */
function dayIn(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text ?? '') ?? []
  if (!year) return text || undefined
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}

function isDay(text: string | undefined, today: string): boolean {
  if (text === undefined) return true
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && dayOf(new Date(at)) === text && text <= today
}

function faultOf({ fields }: CsvRow, listed: ListedPerson, today: string): PersonFault | null {
  const { role, person } = listed
  const { name, gender, bornOn, phone, joinedPartyOn } = person
  if (fields.join().includes(unreadable)) return 'people.unreadable'
  if (fields.length !== heads.length) return 'people.wrongFields'
  if (role !== undefined && !listedRoles.includes(role)) return 'people.badRole'
  if (name.length === 0 || name.length > 60 || /\p{C}/u.test(name)) return 'people.badName'
  if (gender === undefined && fields[3]!.trim() !== '') return 'people.badGender'
  if (!isDay(bornOn, today) || !isDay(joinedPartyOn, today)) return 'people.badDay'
  return phone !== undefined && !/^1\d{10}$/.test(phone) ? 'people.badPhone' : null
}

/** The rows whose unit is not one of the street's, or whose phone someone here has. */
export function faultyHere(
  rows: readonly ListedPerson[],
  units: readonly { name: string }[],
  taken: ReadonlySet<string>,
): FaultyRow<PersonFault>[] {
  const times = new Map<string, number>()
  for (const { name } of units) times.set(name, (times.get(name) ?? 0) + 1)
  return rows.flatMap(({ row, unit, person: { phone } }): FaultyRow<PersonFault>[] => {
    const known = times.get(unit) ?? 0
    if (known !== 1) return [{ row, fault: known ? 'people.unitTwice' : 'people.unknownUnit' }]
    return phone && taken.has(phone) ? [{ row, fault: 'people.phoneTaken' }] : []
  })
}
