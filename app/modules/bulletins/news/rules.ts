import { type Figure, paragraphsOf, writtenAs } from '../figures/rules.ts'

/** A part of a published bulletin as it is read. */
export type ArticlePart =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** A paragraph about someone who does not wish to be told of any more. */
  | { kind: 'withheld' }
  | { kind: 'picture'; id: string }

export type Say = (value: number, saying?: Figure['saying']) => string

type Placed = { id: string; afterParagraph: number }

/** Whether words name one of these people. */
export function tellsOf(words: string, names: readonly string[]): boolean {
  return names.some((name) => words.includes(name))
}

/**
 * A bulletin as it is read: its figures as they were frozen, its pictures in their places, without
 * the paragraphs about anyone who has withdrawn their consent since.
 */
export function articleOf(
  body: string,
  values: ReadonlyMap<string, number>,
  say: Say,
  more: { pictures: readonly Placed[]; gone: readonly string[] },
): ArticlePart[] {
  const paragraphs = paragraphsOf(body)
  const last = paragraphs.length
  const picturesAt = (at: number): ArticlePart[] =>
    more.pictures
      .filter(({ afterParagraph }) => Math.min(afterParagraph, last) === at)
      .map(({ id }) => ({ kind: 'picture', id }))
  const parts = paragraphs.flatMap(({ heading, parts }, at): ArticlePart[] => {
    const text = parts
      .map((part) =>
        typeof part === 'string' ? part : say(values.get(writtenAs(part)) ?? 0, part.saying),
      )
      .join('')
    const names = parts.map((part) => (typeof part === 'string' ? part : (part.thing ?? '')))
    const about = names.some((words) => tellsOf(words, more.gone))
    const part: ArticlePart = about
      ? { kind: 'withheld' }
      : { kind: heading ? 'heading' : 'paragraph', text }
    return [part, ...picturesAt(at + 1)]
  })
  return [...picturesAt(0), ...parts]
}

/** The first sentence or two of an article, for lists and previews. */
export function summaryOf(parts: readonly ArticlePart[], most = 120): string {
  const first = parts.find((part) => part.kind === 'paragraph')
  const letters = [...(first?.kind === 'paragraph' ? first.text : '')]
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}

/** An article as plain text, a blank line between its parts. */
export function plainTextOf(
  title: string,
  parts: readonly ArticlePart[],
  words: { caption: (id: string) => string; withheld: string },
): string {
  const lines = parts.map((part) => {
    if (part.kind === 'picture') return words.caption(part.id)
    return part.kind === 'withheld' ? words.withheld : part.text
  })
  return `${[title, ...lines].join('\n\n')}\n`
}
