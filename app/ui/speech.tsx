import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type InLanguages, type Language, titleIn } from '#app/platform/language.ts'
import { words } from './words.ts'

/** How a page speaks to the person reading it. */
export type Speech = {
  language: Language
  /** Large-text mode, which holds on every page once chosen. */
  large: boolean
  /** The sentence for a reason that a rule gave. */
  reason(key: string): string
  /** What a fact says in the history of a thing. */
  fact(name: string): string
  /** The sentence of a notice. */
  notice(name: string, details: unknown): string
  /** What stands in a column as a code, in words. */
  code(table: string, column: string, value: string): string
}

const SpeechContext = createContext<Speech>({
  language: 'zh',
  large: false,
  reason: (key) => key,
  fact: (name) => name,
  notice: (name) => name,
  code: (_table, _column, value) => value,
})

/** Gives everything inside it the language, the text size and the sentences of one reader. */
export function Speaking(props: { speech: Speech; children: ComponentChildren }) {
  return <SpeechContext.Provider value={props.speech}>{props.children}</SpeechContext.Provider>
}

/** How to speak on this page. */
export function useSpeech(): Speech {
  return useContext(SpeechContext)
}

/** A module's sentences in the reader's language. */
export function useWords<W>(inLanguages: InLanguages<W>): W {
  return inLanguages[useContext(SpeechContext).language]
}

/** The component set's own sentences in the reader's language. */
export function useOwnWords() {
  return words[useContext(SpeechContext).language]
}

/** Says titles in the reader's language. */
export function useTitle(): (thing: { title: string; titleEn: string }) => string {
  const { language } = useContext(SpeechContext)
  return (thing) => titleIn(language, thing)
}
