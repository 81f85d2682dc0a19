import { type CsvRow, decode, readCsv, unreadable } from '#app/platform/csv.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { addDays, dayOf, instantAt, weekdayOf } from '#app/platform/time.ts'

export type UnitKind = Tables['unit']['kind']
export type VenueKind = Tables['venue']['kind']
export type OrganisationReason =
  | 'street.alreadyOpen'
  | 'street.notAStreet'
  | 'unit.closed'
  | 'unit.wrongParent'
  | 'unit.notACommunity'
  | 'unit_name'
  | 'venue_name'
  | 'venue.closedThen'
  | 'venue.homeStays'
  | 'venue.timeMissing'
  | 'venue_hours_order'
  | 'venue_hours_overlap'
  | DivisionFault

/** What a unit of each kind may stand under. */
const parents: Record<UnitKind, readonly UnitKind[]> = {
  district: [],
  street: ['district'],
  community: ['street'],
  branch: ['street', 'community', 'station', 'school'],
  station: ['street', 'community'],
  school: ['street', 'community'],
}

/** Why a division can't be opened as a street: only streets, towns and districts have an office. */
export function whyNotAStreet(
  division: { level: string },
  opened: object | undefined,
): OrganisationReason | null {
  if (opened) return 'street.alreadyOpen'
  return division.level === 'street' || division.level === 'district' ? null : 'street.notAStreet'
}

export function whyNotUnder(
  kind: UnitKind,
  parent: { kind: UnitKind; closedAt: Date | null },
): OrganisationReason | null {
  if (parent.closedAt) return 'unit.closed'
  return parents[kind].includes(parent.kind) ? null : 'unit.wrongParent'
}

type Standing = { id: string; kind: UnitKind; ancestors: readonly string[] }
export type UnitGroup<U, V> = { head: U; units: U[]; venues: V[] }

/** The tree as people think of it: the street's own units and venues, then those of each community. */
export function groupUnits<U extends Standing, V extends { ancestors: readonly string[] }>(
  top: U,
  units: readonly U[],
  venues: readonly V[],
): UnitGroup<U, V>[] {
  const heads = [top, ...units.filter(({ kind }) => kind === 'community')]
  const groups = new Map(
    heads.map((head): [string, UnitGroup<U, V>] => [head.id, { head, units: [], venues: [] }]),
  )
  const groupOf = ({ ancestors }: { ancestors: readonly string[] }) =>
    groups.get(ancestors[1] ?? '') ?? groups.get(top.id)!
  for (const unit of units) if (!groups.has(unit.id)) groupOf(unit).units.push(unit)
  for (const venue of venues) groupOf(venue).venues.push(venue)
  return [...groups.values()]
}

/** Only communities are drawn on the sketch; what stands under them lies where they lie. */
export function whyNotPlaced(unit: {
  kind: UnitKind
  closedAt: Date | null
}): OrganisationReason | null {
  if (unit.closedAt) return 'unit.closed'
  return unit.kind === 'community' ? null : 'unit.notACommunity'
}

/** A place on the street's own sketch, in kilometres from its south-western corner. */
export type Sketch = { x: number; y: number }

/** How long a way takes: these minutes at least, and so many more for each kilometre. */
export const way = { atLeast: 10, perKilometre: 5 }
const unknownWay = 30

/** The straight line between two places; null where one of them is not on the sketch yet. */
export function kilometresBetween(from: Sketch | null, to: Sketch | null): number | null {
  return from && to ? Math.hypot(from.x - to.x, from.y - to.y) : null
}

/** How many minutes the way takes, none within a place; half an hour where nobody knows. */
export function wayMinutes(from: Sketch | null, to: Sketch | null): number {
  const kilometres = kilometresBetween(from, to)
  if (kilometres === null) return unknownWay
  return kilometres === 0 ? 0 : Math.ceil(way.atLeast + way.perKilometre * kilometres)
}

export type DayHours = { fromTime: string; untilTime: string }
/** Hours of a weekday, 1 for Monday. */
export type WeekHours = DayHours & { weekday: number }

/** The hours of any day by those of the week; a week without any is open all day. */
export function hoursOfWeek(week: readonly WeekHours[]): (day: string) => readonly DayHours[] {
  const whole = [{ fromTime: '00:00', untilTime: '24:00' }]
  return (day) =>
    week.length === 0 ? whole : week.filter(({ weekday }) => weekday === weekdayOf(day))
}

/** What the hours of these days, both counted, come to: stretches in order that don't touch. */
export function openStretches(
  from: string,
  until: string,
  hoursOn: (day: string) => readonly DayHours[],
): Span[] {
  const open: Span[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const hours = hoursOn(day).toSorted((a, b) => (a.fromTime < b.fromTime ? -1 : 1))
    for (const { fromTime, untilTime } of hours) {
      const [start, end] = [instantAt(day, fromTime), instantAt(day, untilTime)]
      const last = open.at(-1)
      if (last && start <= last.end) last.end = end > last.end ? end : last.end
      else open.push({ start, end })
    }
  }
  return open
}

/** Whether a time lies within one of the stretches. */
export function liesWithin(stretches: readonly Span[], time: Span): boolean {
  return stretches.some(({ start, end }) => start <= time.start && time.end <= end)
}

/** Why a venue can't be used at a time, by the hours of its week. */
export function whyNotOpenThen(week: readonly WeekHours[], time: Span): OrganisationReason | null {
  const open = openStretches(dayOf(time.start), dayOf(time.end), hoursOfWeek(week))
  return liesWithin(open, time) ? null : 'venue.closedThen'
}

/** A span of a day, or of days, as it was typed. */
export type TypedSpan = { from?: string | undefined; until?: string | undefined }

/**
 * What is wrong with spans as they were typed, by field: half of one, an end before its beginning, or
 * two that overlap; of spans of days the last day counts too.
 */
export function faultsOfSpans<Reason extends string>(
  spans: readonly TypedSpan[],
  field: string,
  said: { missing: Reason; order: Reason; overlap: Reason },
  lastCounts = false,
): Record<string, Reason> {
  const isBefore = (a: string, b: string) => (lastCounts ? a <= b : a < b)
  const faults = spans.flatMap(({ from, until }, at): [string, Reason][] => {
    if (!from && !until) return []
    if (!from || !until) return [[`${field}.${at}.${from ? 'until' : 'from'}`, said.missing]]
    if (!isBefore(from, until)) return [[`${field}.${at}.until`, said.order]]
    const overlaps = spans
      .slice(0, at)
      .some(
        (other) =>
          other.from && other.until && isBefore(from, other.until) && isBefore(other.from, until),
      )
    return overlaps ? [[`${field}.${at}.from`, said.overlap]] : []
  })
  return Object.fromEntries(faults)
}

/** The hours of a week that were filled in, as they are stored. */
export function weekIn(hours: readonly (readonly TypedSpan[])[]): WeekHours[] {
  return hours.flatMap((spans, at) =>
    spans.flatMap(({ from, until }) =>
      from && until ? [{ weekday: at + 1, fromTime: from, untilTime: until }] : [],
    ),
  )
}

/** What is wrong with a venue's hours as they were typed, by field. */
export function faultsOfHours(
  hours: readonly (readonly TypedSpan[])[],
): Record<string, OrganisationReason> {
  const said = {
    missing: 'venue.timeMissing',
    order: 'venue_hours_order',
    overlap: 'venue_hours_overlap',
  } as const
  return Object.assign({}, ...hours.map((spans, day) => faultsOfSpans(spans, `hours.${day}`, said)))
}

// What a venue is like: how one gets in, and what is there.

export const venueKinds = [
  'hall',
  'station',
  'pavilion',
  'school',
  'home',
  'outdoors',
  'online',
] as const satisfies readonly VenueKind[]
export const entrances = ['level', 'ramp', 'steps', 'unknown'] as const
export const toilets = ['accessible', 'plain', 'none', 'unknown'] as const
export const equipment = [
  'projector',
  'screen',
  'microphone',
  'heating',
  'cooling',
  'kitchen',
  'stage',
  'piano',
] as const

export type Facilities = {
  entrance: (typeof entrances)[number]
  toilet: (typeof toilets)[number]
  hearingLoop: boolean
  lift: boolean
  equipment: string[]
}

/** What can be asked of a venue when one is looked for. */
export const venueWishes = ['noSteps', 'toilet', 'hearingLoop', 'lift', ...equipment] as const
export type VenueWish = (typeof venueWishes)[number]

/** Whether a venue is known to have what is wished; what nobody has said of it is not known. */
export function hasWished(venue: Facilities, wish: VenueWish): boolean {
  if (wish === 'noSteps') return venue.entrance === 'level' || venue.entrance === 'ramp'
  if (wish === 'toilet') return venue.toilet === 'accessible'
  if (wish === 'hearingLoop' || wish === 'lift') return venue[wish]
  return venue.equipment.includes(wish)
}

/** Whether a venue is of a kind and has everything that is wished. */
export function fitsWishes(
  venue: Facilities & { kind: VenueKind },
  kind: VenueKind | null,
  wishes: readonly VenueWish[],
): boolean {
  return (kind === null || venue.kind === kind) && wishes.every((wish) => hasWished(venue, wish))
}

/** What is worth saying of a venue to someone who thinks of coming, in the order of how much it matters. */
export function saidOf(venue: Facilities): (VenueWish | 'steps')[] {
  const has = venueWishes.filter((wish) => hasWished(venue, wish))
  return venue.entrance === 'steps' ? ['steps', ...has] : has
}

/** A home has a householder and limits of its own, so a venue neither becomes one nor stops being one. */
export function whyNotThisKind(before: VenueKind, after: VenueKind): OrganisationReason | null {
  return before !== after && (before === 'home' || after === 'home') ? 'venue.homeStays' : null
}

// Administrative divisions, as files bring them.

export type Level = Tables['division']['level']
export type Division = { code: string; name: string; level: Level; parentCode: string | null }

/** Why a row of a file of divisions is refused. Each is the key of its sentence. */
export type DivisionFault =
  | 'divisions.nothing'
  | 'divisions.wrongHeads'
  | 'divisions.wrongFields'
  | 'divisions.unreadable'
  | 'divisions.badLevel'
  | 'divisions.badCode'
  | 'divisions.badName'
  | 'divisions.repeatedCode'
  | 'divisions.unknownParent'
  | 'divisions.parentNotAbove'

export type DivisionRow = Division & { row: number }
export type FaultyRow<Fault extends string = DivisionFault> = { row: number; fault: Fault }

const heads = ['code', 'name', 'level', 'parent_code']

/** The levels from the topmost down, with how many digits the bureau's codes have at each. */
const digits = {
  province: 2,
  city: 4,
  district: 6,
  street: 9,
  community: 12,
} as const satisfies Record<Level, number>
export const levels = Object.keys(digits) as Level[]

/** Hearth is run for a province at most, so what a province or a city belongs to need not be there. */
const mayStandAlone: readonly Level[] = ['province', 'city']
const longestName = 60
// What a wrong encoding leaves in a name, and what no name is written with.
const notInNames = /[\p{C}\ufffd]/u

/** Reads a file of divisions: its rows, and those that can't be read as one. */
export function readDivisions(bytes: Uint8Array): { rows: DivisionRow[]; faulty: FaultyRow[] } {
  const [first, ...rest] = readCsv(decode(bytes))
  if (!first) return { rows: [], faulty: [{ row: 1, fault: 'divisions.nothing' }] }
  const fault = faultOfHeads(first)
  if (fault) return { rows: [], faulty: [{ row: first.number, fault }] }
  const rows: DivisionRow[] = []
  const faulty: FaultyRow[] = []
  const rowOfCode = new Set<string>()
  for (const row of rest) {
    const division = divisionIn(row)
    const wrong = faultOfRow(row) ?? (rowOfCode.has(division.code) ? repeated : null)
    rowOfCode.add(division.code)
    if (wrong) faulty.push({ row: row.number, fault: wrong })
    rows.push(division)
  }
  if (rest.length === 0) faulty.push({ row: 2, fault: 'divisions.nothing' })
  return { rows, faulty }
}

const repeated: DivisionFault = 'divisions.repeatedCode'

function faultOfHeads({ fields }: CsvRow): DivisionFault | null {
  if (fields.join().includes(unreadable)) return 'divisions.unreadable'
  const given = fields.map((field) => field.trim().toLowerCase())
  return given.join() === heads.join() ? null : 'divisions.wrongHeads'
}

function divisionIn({ number, fields }: CsvRow): DivisionRow {
  const [code = '', name = '', level = '', parentCode = ''] = fields.map((field) => field.trim())
  return { row: number, code, name, level: level as Level, parentCode: parentCode || null }
}

function faultOfRow(row: CsvRow): DivisionFault | null {
  const { code, name, level } = divisionIn(row)
  if (row.fields.join().includes(unreadable)) return 'divisions.unreadable'
  if (row.fields.length !== heads.length) return 'divisions.wrongFields'
  if (!levels.includes(level)) return 'divisions.badLevel'
  if (!/^\d+$/.test(code) || code.length !== digits[level]) return 'divisions.badCode'
  const named = name.length > 0 && name.length <= longestName && !notInNames.test(name)
  return named ? null : 'divisions.badName'
}

/** The rows whose parent is neither in the file nor known, or does not stand above them. */
export function faultyParents(
  rows: readonly DivisionRow[],
  known: readonly Pick<Division, 'code' | 'level'>[],
): FaultyRow[] {
  const levelOf = new Map([...known, ...rows].map(({ code, level }) => [code, level]))
  return rows.flatMap(({ row, level, parentCode }): FaultyRow[] => {
    const above = parentCode === null ? undefined : levelOf.get(parentCode)
    if (above === undefined)
      return mayStandAlone.includes(level) ? [] : [{ row, fault: 'divisions.unknownParent' }]
    const isAbove = levels.indexOf(above) < levels.indexOf(level)
    return isAbove ? [] : [{ row, fault: 'divisions.parentNotAbove' }]
  })
}

const mostFaultsSaid = 100

/** What is wrong with each row, by `row.12`, the first hundred; at most one thing a row. */
export function issuesOf<Fault extends string>(
  faulty: readonly FaultyRow<Fault>[],
): Record<string, Fault> {
  const first = new Map<number, Fault>()
  for (const { row, fault } of faulty) if (!first.has(row)) first.set(row, fault)
  const said = [...first].toSorted(([a], [b]) => a - b).slice(0, mostFaultsSaid)
  return Object.fromEntries(said.map(([row, fault]) => [`row.${row}`, fault]))
}

/** What a file brings that is not there yet or not the same, and how much of it is there already. */
export function compare(rows: readonly Division[], known: readonly Division[]) {
  const before = new Map(known.map((division) => [division.code, division]))
  const inFile = new Set(rows.map(({ code }) => code))
  const wanted = rows.map(({ code, name, level, parentCode }) => {
    const isThere = parentCode !== null && (inFile.has(parentCode) || before.has(parentCode))
    return { code, name, level, parentCode: isThere ? parentCode : null }
  })
  const added = wanted.filter(({ code }) => !before.has(code))
  const changed = wanted.filter(({ code, name, parentCode }) => {
    const old = before.get(code)
    return old !== undefined && (old.name !== name || old.parentCode !== parentCode)
  })
  return { added, changed, kept: wanted.length - added.length - changed.length }
}
