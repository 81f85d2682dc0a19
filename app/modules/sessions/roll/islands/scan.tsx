// Reads codes where a host scans them: by the camera, from a photo, or from six digits. What was read
// is kept on this phone as a tap on the roll is, and sent with a network or later.

import { codeIn, digitsIn, type Named, spacedDigits } from '../../codes/rules.ts'
import { openCamera } from './camera.ts'
import { readPhoto } from './decode.ts'
import type { Kept, Outbox } from './outbox.ts'
import { buttonOf, type OnScanPage, part, readPage, signal } from './scan-parts.ts'
import { keptTaps, type Taps } from './taps.ts'

const page = readPage()
if (page) void begin(page)

async function begin(at: OnScanPage): Promise<void> {
  const taps = await keptTaps(at).catch(() => null)
  // Where a browser lets nothing be kept, the form below does it.
  if (!taps) return
  const found = finding(at, taps)
  part('scan').hidden = false
  openCamera(at.words, (text) => void found.code(text))
  part('photo').addEventListener('change', ({ target }) => {
    const field = target as HTMLInputElement
    const [photo] = field.files ?? []
    if (photo) void photographed(at, photo, found.code)
    field.value = ''
  })
  void keepPage().catch(() => {})
  document.querySelector('form#digits')?.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const field = form.querySelector<HTMLInputElement>('[name=digits]')!
    // Someone who signed up after this page was made is known to the server alone.
    if (found.digits(field.value) || !navigator.onLine) event.preventDefault()
    else return
    // What was said of the digits before is not true of these.
    form.querySelector('[role=alert]')?.remove()
    field.value = ''
  })
}

/** Has the roll's worker keep this page and the decoder, for a hall without a network. */
async function keepPage(): Promise<void> {
  await navigator.serviceWorker?.register('/service-worker.js')
  const registration = await navigator.serviceWorker?.ready
  registration?.active?.postMessage(location.pathname)
}

async function photographed(
  { words }: OnScanPage,
  photo: Blob,
  found: (text: string) => Promise<void>,
): Promise<void> {
  say(words.reading)
  try {
    const text = await readPhoto(photo)
    if (text === null) return no(words.reasons['rollCode.none']!)
    await found(text)
  } catch {
    no(words.unreadable)
  }
}

function say(...parts: (string | Node)[]): void {
  part('said').replaceChildren(...parts)
}

function no(sentence: string): void {
  signal(false)
  say(sentence)
}

/** What becomes of a code or of digits: a mark, a question to the host, or a word why not. */
function finding(at: OnScanPage, taps: Taps) {
  const { words, people } = at
  const lines = listing(at, taps)
  const mark = async (person: Named) => {
    const id = await taps.say({ kind: 'mark', personId: person.id, presence: 'came' })
    signal(true)
    say()
    lines.add(id, person)
  }
  const choose = (sentence: string, among: readonly Named[], label: (one: Named) => string) =>
    say(
      sentence,
      ...among.map((person) => buttonOf(label(person), () => void mark(person), 'main')),
    )
  const digits = (typed: string): boolean => {
    const wanted = digitsIn(typed)
    const same = people.filter(({ spoken }) => spoken !== null && spoken === wanted)
    const [one, ...others] = same
    if (!one) no(words.reasons['rollCode.noDigits']!)
    else if (others.length === 0) void mark(one)
    else choose(words.which.replace('%', spacedDigits(wanted!)), same, calledOf)
    return one !== undefined
  }
  const code = async (text: string): Promise<void> => {
    const token = codeIn(text)
    if (token === null) return no(words.reasons['rollCode.none']!)
    const hash = await hashOf(token)
    const known = people.find(({ codeHash }) => codeHash !== null && codeHash === hash)
    if (known) return mark(known)
    const told = await ask(at.sessionId, token)
    if (told === null) {
      const id = await taps.say({ kind: 'mark', code: token, presence: 'came' })
      signal(true)
      say(words.unknownYet)
      return lines.add(id, null)
    }
    const { person, reason } = told
    if (!person) return no(words.reasons[reason ?? 'rollCode.unknown']!)
    if (people.some(({ id }) => id === person.id)) return mark(person)
    signal(false)
    choose(`${calledOf(person)} · ${words.unexpected}`, [person], () => words.confirm)
  }
  return { code, digits }
}

function calledOf({ name, unitName }: Named): string {
  return [name, unitName].filter(Boolean).join(' · ')
}

/** A code as the server's list has it; null where a browser has no such arithmetic. */
async function hashOf(token: string): Promise<string | null> {
  const bytes = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(token))
  if (!bytes) return null
  const hex = [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').slice(0, 24)
}

type Told = { person: Named | null; reason: string | null }

/** Whose a code is that is not on the list; null without a network. */
async function ask(sessionId: string, token: string): Promise<Told | null> {
  try {
    const answer = await fetch(`/api/sessions/${sessionId}/codes/${token}`)
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

/** The people marked here, the latest first, each with how far the word has come. */
function listing({ words }: OnScanPage, taps: Taps) {
  const shown = new Map<string, { state: HTMLElement; undo: HTMLElement | null }>()
  const paint = (outbox: Outbox) => {
    for (const [id, { state, undo }] of shown) {
      const kept = outbox.kept.find(({ entry }) => entry.id === id)
      state.textContent = kept ? stateOf(kept, words) : words.same
      if (kept?.result === 'refused') undo?.remove()
    }
  }
  taps.watch(paint)
  return {
    add(id: string, person: Named | null) {
      const [line, who, state] = ['li', 'b', 'span'].map((tag) => document.createElement(tag))
      who!.textContent = person ? calledOf(person) : '—'
      const undo = person && buttonOf(words.undo, () => void takeBack(person), 'quiet')
      const takeBack = async (wrong: Named) => {
        undo?.remove()
        const undoneId = await taps.say({ kind: 'mark', personId: wrong.id, presence: 'absent' })
        shown.delete(id)
        shown.set(undoneId, { state: state!, undo: null })
        paint(taps.outbox())
      }
      line!.append(who!, state!, ...(undo ? [undo] : []))
      part('lines').prepend(line!)
      part('list').hidden = false
      shown.set(id, { state: state!, undo })
      paint(taps.outbox())
    },
  }
}

/** What is said of a word: what it says, and whether it has arrived and counts. */
function stateOf({ entry, state, result, personId }: Kept, words: OnScanPage['words']): string {
  const mark = entry.presence === 'absent' ? words.undone : words.came
  if (state === 'failed') return `${mark} · ${words.failed}`
  if (state !== 'sent') return `${mark} · ${words.waiting}`
  switch (result) {
    case 'same':
      return words.same
    case 'held':
      return `${mark} · ${words.held}`
    case 'disputed':
      return words.disputed
    case 'refused':
      return personId === null ? words.reasons['rollCode.unknown']! : words.oneself
    case 'late':
    case 'kept':
      return `${mark} · ${words.kept}`
    default:
      return `${mark} · ${words.sent}`
  }
}
