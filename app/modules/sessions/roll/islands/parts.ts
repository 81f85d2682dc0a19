import type { zh } from '../messages.zh.ts'
import type { RollState } from '../rules.ts'

/** What the page says where the phone keeps the roll, in its reader's language; `%` stands for a number or a name. */
export type Words = typeof zh.phone

/** Someone who can be found on the phone: id, name, its pinyin, the phone's last digits, the unit. */
export type Known = readonly [
  id: string,
  name: string,
  pinyin: string,
  tail: string | null,
  unit: string | null,
]

/** What the server gave this page for the phone. */
export type OnPage = {
  sessionId: string
  path: string
  street: number
  /** For how long from now on, in milliseconds: the phone's clock may be wrong by days. */
  keepsFor: number
  roll: RollState | null
  people: readonly Known[]
  /** Who calls the roll, and has no mark here. */
  callerId: string | null
  words: Words
  /** Whether this is the copy that the worker kept, shown without asking the server. */
  isCopy: boolean
}

export function readPage(): OnPage | null {
  const root = document.querySelector<HTMLElement>('[data-roll]')
  if (!root) return null
  return { ...JSON.parse(root.dataset['roll']!), isCopy: 'copy' in root.dataset }
}

/** A part of the page by its name there. */
export function part(name: string): HTMLElement {
  return document.querySelector<HTMLElement>(
    name === 'roll' ? '[data-roll]' : `[data-part=${name}]`,
  )!
}

/** The line of a person on the page, if there is one. */
export function lineOf(personId: string): HTMLElement | null {
  const radio = document.querySelector(`[name$="${personId}.presence"]`)
  return radio && radio.closest<HTMLElement>('.roll-line')
}

/** A new line for someone who was not on the list, made like the others. */
export function addLine(
  to: HTMLElement,
  [id, name, , tail, unit]: Known,
  { people, words }: Pick<OnPage, 'people' | 'words'>,
): void {
  const line = part('line') as HTMLTemplateElement
  const made = line.content.firstElementChild!.cloneNode(true) as HTMLElement
  for (const radio of made.querySelectorAll('input')) radio.name = `marks.${id}.presence`
  made.querySelector('legend')!.textContent = name
  made.querySelector('b')!.textContent = name
  // Only what tells two people of one name apart.
  const shared = people.filter(([, other]) => other === name).length > 1
  const apart = shared ? [unit, tail && words.tail.replace('%', tail)] : []
  made.querySelector('small')!.textContent = apart.filter(Boolean).join(' · ')
  to.append(made)
}
