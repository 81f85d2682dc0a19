// Chinese text has no spaces and is often typed as pinyin. The dictionaries weigh some 90 MB, so
// they are loaded when first needed: a program that only shows pages never pays for them.

const han = /\p{Script=Han}/u
const hanRuns = /\p{Script=Han}+/gu

type Cutter = (text: string) => string[]
let cutter: Promise<Cutter> | undefined
let reader: Promise<(text: string, surname: boolean) => string[]> | undefined

async function loadCutter(): Promise<Cutter> {
  const [{ Jieba }, { dict }] = await Promise.all([
    import('@node-rs/jieba'),
    import('@node-rs/jieba/dict.js'),
  ])
  const jieba = Jieba.withDict(dict)
  return (text) => jieba.cutForSearch(text, true)
}

async function loadReader() {
  const { pinyin } = await import('pinyin-pro')
  return (text: string, surname: boolean) =>
    pinyin(text, { toneType: 'none', type: 'array', surname: surname ? 'head' : 'off' })
}

/** The words of a text: Chinese cut by dictionary, Latin in lower case, signs left out. */
export async function wordsOf(text: string): Promise<string[]> {
  const latin = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const chinese = text.match(hanRuns) ?? []
  if (chinese.length === 0) return latin
  const cut = await (cutter ??= loadCutter())
  return [...chinese.flatMap(cut).filter((word) => han.test(word)), ...latin]
}

/** The pinyin of a text, a syllable a character, without tones: 防诈骗 is fang, zha, pian. */
export async function syllablesOf(text: string): Promise<string[]> {
  return (await (reader ??= loadReader()))(text, false).map((syllable) => syllable.toLowerCase())
}

/** A name as it is typed on a Latin keyboard, whole and by initials: 顾大明 is "gudaming gdm". */
export async function nameInPinyin(name: string): Promise<string> {
  const syllables = (await (reader ??= loadReader()))(name, true)
  return `${syllables.join('')} ${syllables.map((syllable) => syllable[0]).join('')}`.toLowerCase()
}
