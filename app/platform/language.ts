/** The languages of the interface; Chinese is the first, English is complete too. */
export type Language = 'zh' | 'en'

export const languages: readonly Language[] = ['zh', 'en']

/** One thing said in every language; a sentence missing in one of them does not compile. */
export type InLanguages<T> = Record<Language, T>

/** A sentence that is looked up by its key; one that says a number is made from the case's details. */
// oxlint-disable-next-line no-explicit-any -- each sentence's own details are known to who wrote it
export type Sentence = string | ((details: any) => string)

/** The sentence of a key, with what the case brings; undefined where there is none. */
export function said(
  sentences: Readonly<Record<string, Sentence>>,
  key: string,
  details: Record<string, unknown> = {},
): string | undefined {
  const sentence = Object.hasOwn(sentences, key) ? sentences[key] : undefined
  return typeof sentence === 'function' ? sentence(details) : sentence
}

/** The title of a talk or session in a language; Chinese where it has no English one. */
export function titleIn(language: Language, thing: { title: string; titleEn: string }): string {
  return language === 'en' && thing.titleEn ? thing.titleEn : thing.title
}
