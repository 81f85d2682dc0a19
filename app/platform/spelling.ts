import { syllablesOf, wordsOf } from './chinese.ts'
import { lookAlikes } from './look-alikes.words.ts'

// What someone may have meant whose words find nothing: a character that sounds or looks like the
// right one, a letter too many or too few. The words of what is there are all the dictionary there is.

/** What can be found: the words it is found by, and what it is called. */
export type Findable = { words: readonly string[]; phrases: readonly string[] }

type Guess = { text: string; cost: number }

const mostRuns = 6
const longestRun = 24
const mostGuesses = 12
const mostMeant = 3

/** What was probably meant by what was typed, the likeliest first; each finds something. */
export async function meantBy(typed: string, things: readonly Findable[]): Promise<string[]> {
  const runs = runsOf(typed)
  if (runs.length === 0) return []
  const book = await bookOf(things, runs)
  const guesses = runs.map((run) => guessesFor(run, book))
  const meant: string[] = []
  // What was typed, what is meant, and how that is spelled in letters: none of it is said once more.
  const said = new Set([runs.join(' ')])
  for (const { text } of together(guesses)) {
    if (said.has(text) || !finds(await wordsOf(text), things)) continue
    meant.push(text)
    said.add(text).add(book.soundsOf(text).join(''))
    if (meant.length === mostMeant) break
  }
  return meant
}

/** Chinese and Latin as they stand side by side: 防zhapian is two runs. */
function runsOf(typed: string): string[] {
  const runs = typed.toLowerCase().match(/\p{Script=Han}+|[a-z0-9]+/gu) ?? []
  return runs.slice(0, mostRuns).map((run) => run.slice(0, longestRun))
}

function finds(asked: readonly string[], things: readonly Findable[]): boolean {
  if (asked.length === 0) return false
  return things.some(({ words }) =>
    asked.every((each) => words.some((word) => word.startsWith(each))),
  )
}

/** The likeliest guesses at the whole, from the guesses at each run. */
function together(guesses: readonly (readonly Guess[])[]): Guess[] {
  let whole: Guess[] = [{ text: '', cost: 0 }]
  for (const choices of guesses) {
    whole = whole
      .flatMap((before) =>
        choices.map(({ text, cost }) => ({
          text: before.text === '' ? text : `${before.text} ${text}`,
          cost: before.cost + cost,
        })),
      )
      .toSorted((a, b) => a.cost - b.cost)
      .slice(0, mostGuesses)
  }
  return whole
}

type Spelled = { text: string; syllables: readonly string[] }
type Book = {
  /** Words of two characters and more. */
  words: readonly Spelled[]
  /** What things are called, run by run. */
  phrases: readonly Spelled[]
  latin: readonly string[]
  soundsOf(text: string): string[]
}

const isHan = /^\p{Script=Han}+$/u

async function bookOf(things: readonly Findable[], typed: readonly string[]): Promise<Book> {
  const all = new Set(things.flatMap(({ words }) => words))
  const han = [...all].filter((word) => isHan.test(word))
  const called = [...new Set(things.flatMap(({ phrases }) => phrases))]
  const runs = [...new Set(called.flatMap((phrase) => phrase.match(/\p{Script=Han}+/gu) ?? []))]
  const characters = [...new Set([...han, ...runs, ...typed].join(''))]
  const read = await syllablesOf(characters.join(''))
  const sounds = new Map(characters.map((character, at) => [character, read[at] ?? '']))
  const soundsOf = (text: string) => [...text].map((character) => sounds.get(character) ?? '')
  const spelled = (text: string): Spelled => ({ text, syllables: soundsOf(text) })
  return {
    words: han.filter((word) => word.length > 1).map(spelled),
    phrases: runs.map(spelled),
    latin: [...all].filter((word) => !isHan.test(word)),
    soundsOf,
  }
}

function guessesFor(run: string, book: Book): Guess[] {
  const guesses = isHan.test(run) ? hanGuesses(run, book) : latinGuesses(run, book)
  const best = new Map<string, number>([[run, 0]])
  for (const { text, cost } of guesses) {
    if (cost < (best.get(text) ?? Infinity)) best.set(text, cost)
  }
  return [...best]
    .map(([text, cost]) => ({ text, cost }))
    .toSorted((a, b) => a.cost - b.cost || b.text.length - a.text.length)
    .slice(0, mostGuesses)
}

const soundsAlike = 0.4
const soundsNear = 0.6

/** How far one character is from another: nothing, a little where it sounds or looks alike, else one. */
function characterCost(a: string, b: string, soundA: string, soundB: string): number {
  if (a === b) return 0
  if (soundA !== '' && soundA === soundB) return soundsAlike
  if (lookAlikes.some((group) => group.includes(a) && group.includes(b))) return soundsAlike
  return soundA !== '' && slurred(soundA) === slurred(soundB) ? soundsNear : 1
}

/** What many speak alike here: zh and z, n and ng, n and l. */
function slurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/ng$/, 'n')
    .replace(/^l/, 'n')
}

/** What may be wrong in so many characters: of two only one that sounds or looks alike, or both that sound alike. */
function mostWrong(length: number): number {
  return length < 3 ? 2 * soundsAlike : 0.4 * length
}

/** What each character left out of what was typed adds: the words around a wrong one may be found nowhere. */
const leftOut = 0.3

function hanGuesses(run: string, book: Book): Guess[] {
  const typed = { text: run, syllables: book.soundsOf(run) }
  const guesses: Guess[] = []
  for (const phrase of book.phrases) {
    for (const { part } of windows(phrase, run.length)) {
      const cost = substituted(typed, part)
      if (cost > 0 && cost <= mostWrong(run.length)) guesses.push({ text: part.text, cost })
    }
  }
  for (const word of book.words) {
    for (const { part, from } of windows(typed, word.text.length)) {
      const cost = substituted(part, word)
      if (cost > mostWrong(word.text.length)) continue
      const rest = run.length - word.text.length
      if (cost > 0) {
        const after = run.slice(from + word.text.length)
        guesses.push({ text: run.slice(0, from) + word.text + after, cost })
      }
      if (rest > 0) guesses.push({ text: word.text, cost: cost + leftOut * rest })
    }
  }
  return guesses
}

function* windows({ text, syllables }: Spelled, length: number) {
  for (let from = 0; length > 1 && from + length <= text.length; from += 1) {
    const to = from + length
    yield { from, part: { text: text.slice(from, to), syllables: syllables.slice(from, to) } }
  }
}

function substituted(a: Spelled, b: Spelled): number {
  let cost = 0
  for (let at = 0; at < a.text.length; at += 1)
    cost += characterCost(a.text[at]!, b.text[at]!, a.syllables[at]!, b.syllables[at]!)
  return cost
}

const leastLetters = 4
const longestSpelled = 6
/** Chinese words come before the same typed in letters. */
const stillLetters = 0.1

/** Up to one letter wrong in seven, two in more. */
function mostLetters(length: number): number {
  return length < 8 ? 1 : 2
}

function latinGuesses(run: string, book: Book): Guess[] {
  if (run.length < leastLetters) return []
  const most = mostLetters(run.length)
  const guesses: Guess[] = []
  const look = ({ text, syllables }: Spelled) => {
    const cost = lettersWrong(run, syllables.join(''), most).whole
    if (cost <= most) guesses.push({ text, cost })
  }
  for (const word of book.words) look(word)
  for (const phrase of book.phrases) {
    for (let length = 2; length <= longestSpelled; length += 1)
      for (const { part } of windows(phrase, length)) look(part)
  }
  for (const word of book.latin) {
    const { begun, length, whole } = lettersWrong(run, word, most)
    if (whole <= most) guesses.push({ text: word, cost: whole + stillLetters })
    else if (begun <= most)
      guesses.push({ text: word.slice(0, length), cost: begun + stillLetters })
  }
  return guesses
}

/**
 * How many letters are wrong, too many, too few or swapped: against the whole of a word, and against
 * the beginning of it that is nearest. Stops where more than the most are wrong.
 */
function lettersWrong(typed: string, word: string, most: number) {
  const far = { whole: Infinity, begun: Infinity, length: 0 }
  if (word.length + most < typed.length) return far
  const against = word.slice(0, typed.length + most)
  let [before, last]: [number[], number[]] = [
    [],
    Array.from({ length: against.length + 1 }, (_, at) => at),
  ]
  for (let at = 1; at <= typed.length; at += 1) {
    const row = [at]
    for (let to = 1; to <= against.length; to += 1) {
      const same = typed[at - 1] === against[to - 1]
      const swapped = typed[at - 1] === against[to - 2] && typed[at - 2] === against[to - 1]
      row[to] = Math.min(
        last[to]! + 1,
        row[to - 1]! + 1,
        last[to - 1]! + (same ? 0 : 1),
        swapped ? (before[to - 2] ?? Infinity) + 1 : Infinity,
      )
    }
    if (Math.min(...row) > most) return far
    ;[before, last] = [last, row]
  }
  const begun = Math.min(...last)
  return {
    whole: against.length === word.length ? last[word.length]! : Infinity,
    begun,
    length: last.lastIndexOf(begun),
  }
}
