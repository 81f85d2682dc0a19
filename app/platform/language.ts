/** The languages of the interface; Chinese is the first, English is complete too. */
export type Language = 'zh' | 'en'

export const languages: readonly Language[] = ['zh', 'en']

/** One thing said in every language; a sentence missing in one of them does not compile. */
export type InLanguages<T> = Record<Language, T>
