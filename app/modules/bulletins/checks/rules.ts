import { yearsBetween } from '#app/platform/time.ts'
import {
  type Figure,
  figuresSaid,
  isTrue,
  linesOf,
  onlyOnce,
  plainFigures,
  writtenAs,
} from '../figures/rules.ts'

/** What stops a publication. Each is the key of its sentence. */
export const hardChecks = [
  'bulletin.phoneNumber',
  'bulletin.idNumber',
  'bulletin.minorNamed',
  'bulletin.toldWithoutConsent',
  'bulletin.minorTold',
  'bulletin.pictureUnsaid',
  'bulletin.pictureWithoutConsent',
  'bulletin.pictureOfMinor',
  'bulletin.wordingUntrue',
  'bulletin.unitUnknown',
] as const
export type HardCheck = (typeof hardChecks)[number]

export type CheckKind =
  | HardCheck
  | 'numberDiffers'
  | 'nothingCounted'
  | 'personNotEntered'
  | 'noSuchUnit'
  | 'noSuchDay'
  | 'wrongWeekday'
  | 'outsideSeason'
  | 'nothingThatDay'
  | 'houseWord'

/** One thing to look at: where it is (null: of a picture or of the whole), what was found, and what is so. */
export type Check = {
  kind: CheckKind
  paragraph: number | null
  found: string
  /** What the records say, or what the house says instead. */
  instead?: string
  names?: readonly string[]
  figure?: Figure
}

export function isHard(check: Check): check is Check & { kind: HardCheck } {
  return hardChecks.some((kind) => kind === check.kind)
}

/** How a language writes what is looked for; the sentences of the module bring it. */
export type Reads = {
  say: (value: number, saying?: Figure['saying']) => string
  saidAs: (figure: Figure) => readonly string[]
  /** Finds the day of a date, with `month`, `day` and perhaps `year` and `weekday` as groups. */
  date: RegExp
  month: (written: string) => number
  /** 0 is Sunday. */
  weekday: (written: string) => number
  weekdays: readonly string[]
  /** Finds what is written like a unit of the street, as the group `name`. */
  unit: RegExp
  /** Words before "community" that name none. */
  anyUnit: readonly string[]
  /** What may stand between a number and the word that it counts. */
  about: string
}

export type PersonNamed = { name: string; minors: number; grown: number }
export type Told = { name: string; minor: boolean; consented: boolean }
export type PictureShown = {
  caption: string
  alternative: string
  people: 'unsaid' | 'nobody' | 'named'
  minors: readonly string[]
  unasked: readonly string[]
}

/** What the records say about a text. */
export type Known = {
  values: ReadonlyMap<string, number>
  unknownUnits: readonly string[]
  /** People of the street whose names stand in the text. */
  named: readonly PersonNamed[]
  told: readonly Told[]
  pictures: readonly PictureShown[]
  units: readonly string[]
  season: { startsOn: string; endsOn: string }
  /** The days on which a session was held. */
  heldOn: ReadonlySet<string>
  houseWords: readonly { word: string; instead: string }[]
}

type Line = { paragraph: number | null; text: string }

/** Everything to look at in a bulletin, what stops its publication first. */
export function checksOf(
  bulletin: { title: string; body: string },
  known: Known,
  reads: Reads,
): Check[] {
  const lines: Line[] = [
    { paragraph: null, text: bulletin.title },
    ...linesOf(bulletin.body).map((text, at) => ({ paragraph: at + 1, text })),
    ...known.pictures.flatMap(({ caption, alternative }) => [
      { paragraph: null, text: caption },
      { paragraph: null, text: alternative },
    ]),
  ]
  const plain = lines.map(({ paragraph, text }) => ({
    paragraph,
    text: text.replace(/\{\{[^{}]*\}\}/g, '\u0000'),
  }))
  const checks = [
    ...plain.flatMap(privateNumbers),
    ...lines.flatMap((line) => figureChecks(line, known, reads)),
    ...plain.flatMap((line) => names(line, known)),
    ...consents(known),
    ...typedNumbers(plain, bulletin.body, known, reads),
    ...plain.flatMap((line) => units(line, known, reads)),
    ...plain.flatMap((line) => dates(line, known, reads)),
    ...plain.flatMap((line) => houseWords(line, known)),
  ]
  return [...checks.filter(isHard), ...checks.filter((check) => !isHard(check))]
}

// An ID number first: the digits of a phone may stand within it.
const idNumber = /(?<![\d])\d{17}[\dXx](?![\dA-Za-z])/g
const phoneNumber = /(?<!\d)(?:1\d{2}[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?!\d)/g

function privateNumbers({ paragraph, text }: Line): Check[] {
  const ids = [...text.matchAll(idNumber)].map(([found]) => found)
  const phones = [...text.replace(idNumber, ' ').matchAll(phoneNumber)].map(([found]) => found)
  return [
    ...ids.map((found): Check => ({ kind: 'bulletin.idNumber', paragraph, found })),
    ...phones.map((found): Check => ({ kind: 'bulletin.phoneNumber', paragraph, found })),
  ]
}

type FiguresKnown = Pick<Known, 'values' | 'unknownUnits'>

/** What is wrong with the figures of a text alone. */
export function figureChecksOf(
  body: string,
  known: FiguresKnown,
  reads: Pick<Reads, 'say'>,
): Check[] {
  return linesOf(body).flatMap((text, at) =>
    figureChecks({ paragraph: at + 1, text }, known, reads),
  )
}

/** Whether each figure's words are true of it, and its unit is one. */
function figureChecks(
  { paragraph, text }: Line,
  known: FiguresKnown,
  reads: Pick<Reads, 'say'>,
): Check[] {
  return figuresSaid(text).flatMap((figure): Check[] => {
    const { unit, saying } = figure
    if (unit !== undefined && known.unknownUnits.includes(unit))
      return [{ kind: 'bulletin.unitUnknown', paragraph, found: unit }]
    const value = known.values.get(writtenAs(figure)) ?? 0
    if (saying && !isTrue(saying, value)) {
      const found = reads.say(value, saying)
      return [{ kind: 'bulletin.wordingUntrue', paragraph, found, instead: String(value), figure }]
    }
    return value === 0 ? [{ kind: 'nothingCounted', paragraph, found: '0', figure }] : []
  })
}

/** Names of people of the street: a minor's stops the bulletin, a grown-up's asks for their consent. */
function names({ paragraph, text }: Line, { named, told }: Known): Check[] {
  return named
    .filter(({ name }) => text.includes(name) && !told.some((one) => one.name === name))
    .map(({ name, minors, grown }) => ({
      kind: minors > 0 && grown === 0 ? 'bulletin.minorNamed' : 'personNotEntered',
      paragraph,
      found: name,
    }))
}

function consents({ told, pictures }: Known): Check[] {
  const whole = (kind: CheckKind, found: string): Check => ({ kind, paragraph: null, found })
  return [
    ...told.filter(({ minor }) => minor).map(({ name }) => whole('bulletin.minorTold', name)),
    ...told
      .filter(({ minor, consented }) => !minor && !consented)
      .map(({ name }) => whole('bulletin.toldWithoutConsent', name)),
    ...pictures.flatMap(({ caption, people, minors, unasked }) => {
      if (people === 'unsaid') return [whole('bulletin.pictureUnsaid', caption)]
      if (minors.length > 0) return [whole('bulletin.pictureOfMinor', caption)]
      if (unasked.length === 0) return []
      return [{ ...whole('bulletin.pictureWithoutConsent', caption), names: unasked }]
    }),
  ]
}

/** Numbers typed by hand before a word that a figure counts, where the figure says another. */
function typedNumbers(
  lines: readonly Line[],
  body: string,
  { values }: Known,
  reads: Reads,
): Check[] {
  const used = onlyOnce(figuresSaid(body))
  const season = plainFigures.map((name): Figure => ({ name, thing: null }))
  const byPhrase = Map.groupBy(
    [...used, ...season].flatMap((figure) =>
      reads.saidAs(figure).map((phrase) => ({ phrase, figure })),
    ),
    ({ phrase }) => phrase,
  )
  const found = [...byPhrase].flatMap(([phrase, entries]) => {
    const inText = entries.filter(({ figure }) => used.includes(figure))
    const compared = (inText.length > 0 ? inText : entries).map(({ figure }) => figure)
    return lines.flatMap((line) => numbersBefore(line, phrase, compared, values, reads))
  })
  // A shorter phrase finds the same number again.
  return [...new Map(found.map((check) => [`${check.paragraph} ${check.found}`, check])).values()]
}

function numbersBefore(
  { paragraph, text }: Line,
  phrase: string,
  compared: readonly Figure[],
  values: ReadonlyMap<string, number>,
  reads: Reads,
): Check[] {
  const pattern = new RegExp(`(?<![\\d.])(\\d{1,7})(${reads.about})${escaped(phrase)}`, 'g')
  return [...text.matchAll(pattern)].flatMap(([all, digits, about]): Check[] => {
    const typed = Number(digits)
    const says = compared.map((figure) => values.get(writtenAs(figure)) ?? 0)
    const fits = (value: number) =>
      value === typed || (about?.trim() !== '' && isTrue({ how: 'moreThan', bound: typed }, value))
    if (says.some(fits)) return []
    return [
      {
        kind: 'numberDiffers',
        paragraph,
        found: all,
        instead: String(says[0]),
        figure: compared[0]!,
      },
    ]
  })
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** What is written like a unit and is none of the street's. */
function units({ paragraph, text }: Line, { units }: Known, reads: Reads): Check[] {
  return [...text.matchAll(reads.unit)].flatMap((match): Check[] => {
    const name = match.groups?.['name'] ?? match[0]
    // What stands before a name in a sentence is caught with it.
    const known = units.some((unit) => name.endsWith(unit) || unit.endsWith(name))
    const general = reads.anyUnit.some((word) => match[0].includes(word))
    return known || general ? [] : [{ kind: 'noSuchUnit', paragraph, found: name }]
  })
}

/** Dates that do not exist, have another weekday, lie outside the season, or have no record. */
function dates({ paragraph, text }: Line, { season, heldOn }: Known, reads: Reads): Check[] {
  return [...text.matchAll(reads.date)].flatMap((match): Check[] => {
    const { year, month = '', day = '', weekday } = match.groups ?? {}
    const found = match[0].trim()
    const on = dayWritten(year, reads.month(month), Number(day), season)
    if (on === null) return [{ kind: 'noSuchDay', paragraph, found }]
    const falls = new Date(`${on}T00:00:00Z`).getUTCDay()
    if (weekday && reads.weekday(weekday) !== falls)
      return [{ kind: 'wrongWeekday', paragraph, found, instead: reads.weekdays[falls]! }]
    if (on < season.startsOn || on > season.endsOn)
      return [{ kind: 'outsideSeason', paragraph, found }]
    const known = heldOn.has(on) || on === season.startsOn || on === season.endsOn
    return known ? [] : [{ kind: 'nothingThatDay', paragraph, found }]
  })
}

/** The day that is meant: of the year that is written, else the season's year in which it lies. */
function dayWritten(
  year: string | undefined,
  month: number,
  day: number,
  { startsOn, endsOn }: Known['season'],
): string | null {
  const years = year ? [year] : [startsOn.slice(0, 4), endsOn.slice(0, 4)]
  const two = (number: number) => String(number).padStart(2, '0')
  const days = years
    .map((each) => `${each}-${two(month)}-${two(day)}`)
    .filter((each) => isDay(each))
  return days.find((each) => each >= startsOn && each <= endsOn) ?? days[0] ?? null
}

function isDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written)
}

function houseWords({ paragraph, text }: Line, { houseWords }: Known): Check[] {
  return houseWords
    .filter(({ word }) => text.includes(word))
    .map(({ word, instead }) => ({ kind: 'houseWord', paragraph, found: word, instead }))
}

const grownAt = 18

/** Whether someone is a minor on a day; where no birthday is known, whether a guardian is named. */
export function isMinorOn(
  person: { bornOn: string | null; hasGuardian: boolean },
  day: string,
): boolean {
  return person.bornOn === null ? person.hasGuardian : yearsBetween(person.bornOn, day) < grownAt
}
