import { syllablesOf, wordsOf } from './chinese.ts'

const longestToken = 40
const mostWordsAsked = 8

/**
 * What a text can be found by: its words, each Chinese character, and from every character on the
 * pinyin and its initials, so that "zhapian", "fzp" and "fang zha pian" all find 防诈骗.
 */
async function tokensOf(text: string): Promise<string[]> {
  const tokens = new Set(await wordsOf(text))
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    const syllables = await syllablesOf(run)
    for (let at = 0; at < syllables.length; at += 1) {
      const rest = syllables.slice(at)
      tokens.add(run[at]!)
      tokens.add(rest.join('').slice(0, longestToken))
      tokens.add(
        rest
          .map((syllable) => syllable[0])
          .join('')
          .slice(0, longestToken),
      )
    }
  }
  tokens.delete('')
  return [...tokens]
}

/** A search document: what stands in the first text weighs most. */
export async function searchDocument(first: string, then: string): Promise<string> {
  const strong = (await tokensOf(first)).map((token) => `'${token}':1A`)
  const weak = (await wordsOf(then)).map((word) => `'${word}':1C`)
  return [...strong, ...weak].join(' ')
}

/** What was typed, as a tsquery that wants every word, each at least begun; null for nothing to look for. */
export async function searchQuery(typed: string): Promise<string | null> {
  const words = (await wordsOf(typed)).slice(0, mostWordsAsked)
  if (words.length === 0) return null
  return words.map((word) => `'${word}':*`).join(' & ')
}
