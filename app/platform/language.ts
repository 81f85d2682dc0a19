/** The languages of the interface; Chinese is the first, English is complete too. */
export type Language = 'zh' | 'en'

export const languages: readonly Language[] = ['zh', 'en']

/** One thing said in every language; a sentence missing in one of them does not compile. */
export type InLanguages<T> = Record<Language, T>

/** The title of a talk or session in a language; Chinese where it has no English one. */
export function titleIn(language: Language, thing: { title: string; titleEn: string }): string {
  return language === 'en' && thing.titleEn ? thing.titleEn : thing.title
}
