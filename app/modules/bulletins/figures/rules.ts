/** What each figure of the catalogue is asked with: of which thing, and whether of a unit. */
const catalogue = {
  sessionsHeld: { of: null, byUnit: true },
  homeSessions: { of: null, byUnit: true },
  pavilionClasses: { of: null, byUnit: true },
  exhibitionBoards: { of: null, byUnit: true },
  doorVisits: { of: null, byUnit: true },
  peopleReached: { of: null, byUnit: true },
  membersReached: { of: null, byUnit: true },
  attendances: { of: null, byUnit: true },
  branchesTakingPart: { of: null, byUnit: true },
  ordersHeld: { of: null, byUnit: true },
  thingsGivenOut: { of: 'thing', byUnit: true },
  mattersPublished: { of: null, byUnit: true },
  mattersClaimed: { of: null, byUnit: true },
  mattersConfirmed: { of: null, byUnit: true },
  branchesClaiming: { of: null, byUnit: true },
  volunteersAt: { of: 'post', byUnit: false },
  youngVolunteers: { of: 'team', byUnit: false },
  courseTakers: { of: 'course', byUnit: true },
  talksOnMenu: { of: null, byUnit: false },
  speakersRegistered: { of: 'kind', byUnit: true },
  age: { of: 'person', byUnit: false },
  partyYears: { of: 'person', byUnit: false },
} as const

export type FigureName = keyof typeof catalogue

/** The catalogue: what a bulletin can say in numbers. Each is a query of the street's records. */
export const figureNames = Object.keys(catalogue) as readonly FigureName[]

/** Of what a figure is counted one by one: a thing given out, a post, a team, a person. */
export type FigureOf = NonNullable<(typeof catalogue)[FigureName]['of']>

/** The figures that are counted one by one, with what they are counted of. */
export const countedOf: readonly [FigureName, FigureOf][] = figureNames.flatMap((name) => {
  const { of } = catalogue[name]
  return of === null ? [] : [[name, of]]
})

// Speakers of every kind together, and those who took any course, are figures too.
const alsoWithout: readonly FigureName[] = ['speakersRegistered', 'courseTakers']

/** The figures that can be asked without naming a thing. */
export const plainFigures: readonly FigureName[] = figureNames.filter(
  (name) => catalogue[name].of === null || alsoWithout.includes(name),
)

/** How a number is said: as it is, "more than 40", "over 100", "nearly 50". */
export type Saying = { how: 'moreThan' | 'over' | 'nearly'; bound: number }

/** A figure of the catalogue: of which thing, in which days and unit, and how it is said. */
export type Figure = {
  name: FigureName
  thing: string | null
  /** Days, both counted; without them the season's. */
  from?: string
  until?: string
  /** A unit by its name, with everything below it. */
  unit?: string
  saying?: Saying
}

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const ways = ['moreThan', 'over', 'nearly'] as const

/** Reads "thingsGivenOut:… | in:… | moreThan:40"; null for what the catalogue does not have. */
export function figureOf(written: string): Figure | null {
  const [first = '', ...options] = written.split('|').map((part) => part.trim())
  const [before, thing] = cutAtColon(first)
  const name = figureNames.find((known) => known === before)
  if (!name || !mayBeOf(name, thing)) return null
  const figure: Figure = { name, thing: thing === '' ? null : thing }
  return options.every((option) => takeOption(figure, option)) ? figure : null
}

function cutAtColon(part: string): [string, string] {
  const [before = '', ...after] = part.split(':')
  return [before.trim(), after.join(':').trim()]
}

function mayBeOf(name: FigureName, thing: string): boolean {
  if (thing === '') return plainFigures.includes(name)
  return catalogue[name].of !== null
}

/** Adds one option to a figure; false where the figure can't take it. */
function takeOption(figure: Figure, option: string): boolean {
  const [key, value] = cutAtColon(option)
  if ((key === 'from' || key === 'until') && figure[key] === undefined && day.test(value)) {
    figure[key] = value
    return true
  }
  if (key === 'in' && figure.unit === undefined && value !== '') {
    figure.unit = value
    return catalogue[figure.name].byUnit
  }
  const how = ways.find((way) => way === key)
  if (!how || figure.saying || !/^[1-9]\d{0,7}$/.test(value)) return false
  figure.saying = { how, bound: Number(value) }
  return true
}

/** A figure as it is written in addresses, whichever way it is said. */
export function writtenAs(figure: Figure): string {
  const { name, thing, from, until, unit } = figure
  return [
    thing === null ? name : `${name}:${thing}`,
    from !== undefined && `from:${from}`,
    until !== undefined && `until:${until}`,
    unit !== undefined && `in:${unit}`,
  ]
    .filter((part) => part !== false)
    .join('|')
}

/** A figure as it is written in a text. */
export function tokenOf(figure: Figure): string {
  const said = figure.saying ? `|${figure.saying.how}:${figure.saying.bound}` : ''
  return `{{${writtenAs(figure)}${said}}}`
}

const token = /\{\{([^{}]*)\}\}/g

/** The tokens of a text that the catalogue does not have, as they were written. */
export function unknownTokens(body: string): string[] {
  return [...body.matchAll(token)].filter(([, inside]) => !figureOf(inside!)).map(([all]) => all)
}

/** The figures of a text as they are said, in the order of the text. */
export function figuresSaid(body: string): Figure[] {
  return [...body.matchAll(token)]
    .map(([, inside]) => figureOf(inside!))
    .filter((figure) => figure !== null)
}

/** The figures of a text, each once however it is said. */
export function figuresIn(body: string): Figure[] {
  return onlyOnce(figuresSaid(body))
}

/** Figures each once, as they are counted. */
export function onlyOnce(figures: readonly Figure[]): Figure[] {
  return [...new Set(figures.map(writtenAs))].flatMap((written) => figureOf(written) ?? [])
}

/** A paragraph of a text: a heading or running words, with its figures in their places. */
export type Paragraph = { heading: boolean; parts: readonly (string | Figure)[] }

/** A text in paragraphs; one that begins with "#" is a heading. */
export function paragraphsOf(body: string): Paragraph[] {
  return linesOf(body).map((line) => {
    const heading = line.startsWith('#')
    return { heading, parts: partsOf(heading ? line.replace(/^#+\s*/, '') : line) }
  })
}

/** A text line by line, as paragraphs are counted. */
export function linesOf(body: string): string[] {
  return body
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function partsOf(paragraph: string): (string | Figure)[] {
  // Splitting by a pattern with a group gives the words at even places, the tokens at odd ones.
  return paragraph
    .split(token)
    .map((part, at) => (at % 2 === 0 ? part : (figureOf(part) ?? `{{${part}}}`)))
    .filter((part) => part !== '')
}

/** The step of a round number: of 40 ten, of 100 a hundred; 1 where it is not round. */
function stepOf(bound: number): number {
  let step = 1
  while (bound % (step * 10) === 0) step *= 10
  return step
}

/**
 * Whether a number may be said so. "More than 40" is true of 41 to 49, as 40余 is; "over" up to twice
 * as much; "nearly 50" from 45 on. The numbers to say it with are round.
 */
export function isTrue({ how, bound }: Saying, value: number): boolean {
  const step = stepOf(bound)
  if (step === 1) return false
  if (how === 'moreThan') return value > bound && value < bound + step
  if (how === 'over') return value > bound && value < bound * 2
  return value < bound && value >= bound * 0.9
}

/** Every other way to say a number, the closest first. */
export function sayingsOf(value: number): Saying[] {
  const steps = [10, 100, 1000, 10_000].filter((step) => step <= value * 2)
  const offered = steps.flatMap((step): Saying[] => {
    const below = Math.floor(value / step) * step
    return [
      { how: 'moreThan', bound: below },
      { how: 'over', bound: below },
      { how: 'nearly', bound: below + step },
    ]
  })
  const all = offered.filter((saying) => saying.bound > 0 && isTrue(saying, value))
  return [...new Map(all.map((saying) => [`${saying.how}${saying.bound}`, saying])).values()]
}
