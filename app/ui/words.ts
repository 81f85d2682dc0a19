import type { InLanguages } from '#app/platform/language.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** What the component set itself says; what a page says belongs to its module. */
export const words: InLanguages<Words> = { zh, en }

type Said<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Said<T[Key]> }

export type Words = Said<typeof zh>
