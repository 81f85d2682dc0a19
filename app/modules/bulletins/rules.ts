export type BulletinReason = 'bulletin.changedMeanwhile'

/** The catalogue: what a bulletin can say in numbers. Each is a query of the season's records. */
export const figureNames = [
  'sessionsHeld',
  'peopleReached',
  'attendances',
  'branchesTakingPart',
  'talksOnMenu',
  'ordersHeld',
  'thingsGivenOut',
] as const
export type FigureName = (typeof figureNames)[number]

/** A figure of the catalogue; what was given out is counted thing by thing. */
export type Figure = { name: FigureName; thing: string | null }

/** Reads "sessionsHeld" or "thingsGivenOut:…"; null for what the catalogue does not have. */
export function figureOf(written: string): Figure | null {
  const [before, ...after] = written.split(':')
  const name = figureNames.find((known) => known === before?.trim())
  const thing = after.join(':').trim()
  if (!name || (name === 'thingsGivenOut') !== (thing !== '')) return null
  return { name, thing: thing === '' ? null : thing }
}

/** A figure as it is written between the braces and in addresses. */
export function writtenAs(figure: Figure): string {
  return figure.thing === null ? figure.name : `${figure.name}:${figure.thing}`
}

/** A figure as it is written in a text. */
export function tokenOf(figure: Figure): string {
  return `{{${writtenAs(figure)}}}`
}

const token = /\{\{([^{}]*)\}\}/g

/** The tokens of a text that the catalogue does not have, as they were written. */
export function unknownTokens(body: string): string[] {
  return [...body.matchAll(token)].filter(([, inside]) => !figureOf(inside!)).map(([all]) => all)
}

/** The figures of a text, each once. */
export function figuresIn(body: string): Figure[] {
  const figures = [...body.matchAll(token)]
    .map(([, inside]) => figureOf(inside!))
    .filter((figure) => figure !== null)
  return onlyOnce(figures)
}

export function onlyOnce(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [writtenAs(figure), figure])).values()]
}

/** A text in paragraphs, each a row of words and figures in their order. */
export function paragraphsOf(body: string): (string | Figure)[][] {
  return body
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(partsOf)
}

function partsOf(paragraph: string): (string | Figure)[] {
  // Splitting by a pattern with a group gives the words at even places, the tokens at odd ones.
  return paragraph
    .split(token)
    .map((part, at) => (at % 2 === 0 ? part : (figureOf(part) ?? `{{${part}}}`)))
    .filter((part) => part !== '')
}

/** Why a text can't be saved: someone else has saved since it was opened. */
export function whyNotSaved(bulletin: { version: number }, opened: number): BulletinReason | null {
  return bulletin.version === opened ? null : 'bulletin.changedMeanwhile'
}
