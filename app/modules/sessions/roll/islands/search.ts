import type { Tap } from './outbox.ts'
import { addLine, type Known, lineOf, type OnPage, part } from './parts.ts'

const mostFound = 12

/** Whether someone is meant by what was typed: a part of the name, its pinyin, the phone's last digits. */
function fits(typed: string, [, name, pinyin, tail]: Known): boolean {
  if (/^\d+$/.test(typed)) return tail !== null && tail.endsWith(typed.slice(-tail.length))
  return name.includes(typed) || pinyin.includes(typed)
}

/** Looks for someone on this phone: on the list, then among everyone else who may come. */
export function searching(at: OnPage, say: (what: Tap) => void): void {
  const field = part('typed') as HTMLInputElement
  const [list, others, nobody] = [part('list'), part('others'), part('nobody')]
  const show = () => {
    const typed = field.value.replace(/\s/g, '').toLowerCase()
    const found = typed === '' ? null : at.people.filter((person) => fits(typed, person))
    const ids = new Set(found?.map(([id]) => id))
    // Whoever was found and marked stands on the list from now on.
    for (const line of Array.from(others.children)) {
      if (line.querySelector('input:checked')) list.append(line)
      else line.remove()
    }
    for (const line of list.children)
      (line as HTMLElement).hidden = found !== null && !ids.has(idOf(line))
    for (const person of (found ?? []).slice(0, mostFound))
      if (person[0] !== at.callerId && !lineOf(person[0])) addLine(others, person, at)
    nobody.hidden = found === null || found.length > 0
    part('nobody-text').textContent = at.words.nobodyFound.replace('%', field.value.trim())
  }
  const clear = () => {
    field.value = ''
    show()
  }
  field.addEventListener('input', show)
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') field.blur()
    if (key === 'Escape') clear()
  })
  part('as-walk-in').addEventListener('click', () => {
    say({ kind: 'walk_in', words: field.value })
    clear()
  })
}

function idOf(line: Element): string {
  return line.querySelector('input')?.name.split('.')[1] ?? ''
}
