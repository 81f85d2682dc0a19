// The roll where the phone keeps it: a tap is written down here first and sent then, with a network or
// later. Without this script, or where the browser lets nothing be kept, the page is a form that posts.
import { changeKept, type KeptRoll, openStore, type Store, waits } from './kept.ts'
import { emptyOutbox, restored, type Tap, tap, withRoll } from './outbox.ts'
import { paint } from './paint.ts'
import { type OnPage, part, readPage } from './parts.ts'
import { searching } from './search.ts'
import { send } from './send.ts'

const soon = 1_200
const often = 30_000
const seldom = 60_000

const page = readPage()
if (page) void begin(page)

async function begin(at: OnPage): Promise<void> {
  try {
    const store = await openStore()
    const kept = await changeKept(store, at.sessionId, (roll) => opened(at, roll))
    takeOver(at, store, kept!)
  } catch {
    tell('notice', at.words.keepsNothing)
    part('notice').hidden = false
  }
}

/** What is kept of the roll so far, with what this page brings; a kept copy brings no sign-in. */
function opened(at: OnPage, roll: KeptRoll | undefined): KeptRoll {
  const { sessionId, path, street, isCopy } = at
  const until = isCopy && roll ? roll.until : Date.now() + at.keepsFor
  return {
    sessionId,
    version: 1,
    path,
    street,
    until,
    openedAt: Date.now(),
    leaving: isCopy && roll?.leaving === true,
    outbox: withRoll(restored(roll?.outbox ?? emptyOutbox(sessionId, null, null)), at.roll),
  }
}

function takeOver(at: OnPage, store: Store, first: KeptRoll): void {
  const plain = document.querySelectorAll<HTMLElement>('[data-plain], [data-roll] .sticky')
  for (const each of plain) each.hidden = true
  for (const name of ['notice', 'search', 'left', 'extras', 'strip']) part(name).hidden = false
  document.documentElement.classList.add('live-roll')
  const sender = sending(at, store, first)
  const say = (what: Tap) => {
    const made = { id: newId(), now: new Date() }
    changeKept(store, at.sessionId, (roll) => {
      const current = roll ?? opened(at, undefined)
      return { ...current, outbox: tap(current.outbox, what, made) }
    }).then(
      (roll) => sender.said(roll!),
      () => tell('notice', at.words.notWritten),
    )
  }
  searching(at, say)
  listen(say)
  offerInstalling()
  tappedBefore(say)
  sender.shown(first)
  void keepPage(at)
}

/** Sends on its own: soon after a tap, when there is a network again, when someone looks at the page. */
function sending(at: OnPage, store: Store, first: KeptRoll) {
  let roll = first
  let timer = 0
  let tries = 0
  let busy = false
  let reached = true
  const shown = (changed: KeptRoll) => {
    roll = changed
    paint(at, roll.outbox, { reached, busy })
  }
  const later = (wait: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void now(), wait)
  }
  const now = async () => {
    if (busy) return
    if (document.hidden && !waits(roll)) return
    busy = true
    shown(roll)
    const sent = await send(store, at.sessionId).catch(() => ({ roll, reached: false }))
    busy = false
    reached = sent.reached
    shown(sent.roll ?? roll)
    tries = reached ? 0 : tries + 1
    if (waits(roll)) void askForSync()
    if (reached) later(waits(roll) ? soon : often)
    else later(Math.min(seldom, 1_000 * 2 ** tries))
  }
  addEventListener('online', () => void now())
  document.addEventListener('visibilitychange', () => void now())
  // The worker has sent meanwhile.
  navigator.serviceWorker?.addEventListener('message', () => {
    void changeKept(store, at.sessionId, () => undefined).then((changed) => shown(changed ?? roll))
  })
  later(0)
  return {
    shown,
    said(changed: KeptRoll) {
      shown(changed)
      // A hall without a network is asked less and less often, but for the first tap.
      if (tries < 2) later(soon)
    },
  }
}

function listen(say: (what: Tap) => void): void {
  const root = part('roll')
  root.addEventListener('change', ({ target }) => sayMark(target as HTMLInputElement, say))
  root.addEventListener('submit', (event) => event.preventDefault())
  root.addEventListener('click', ({ target }) => {
    const does = (target as Element).closest<HTMLElement>('[data-does]')?.dataset['does']
    if (does === 'more') say({ kind: 'guests', guests: 1 })
    // There are no fewer guests than none.
    if (does === 'fewer' && part('guests').textContent !== '0') say({ kind: 'guests', guests: -1 })
    if (does === 'find') (part('typed') as HTMLInputElement).select()
    if (does === 'rest') restCame(say)
    if (does === 'walk_in' || does === 'note') sayWords(does, say)
  })
}

function sayMark({ name, value, type }: HTMLInputElement, say: (what: Tap) => void): void {
  const personId = name.split('.')[1]
  if (type === 'radio' && personId) say({ kind: 'mark', personId, presence: value as Presence })
}

/** What was tapped while the page was still loading counts; a browser's own memory of forms does not. */
function tappedBefore(say: (what: Tap) => void): void {
  for (const radio of part('roll').querySelectorAll<HTMLInputElement>('[type=radio]:checked'))
    if (!radio.defaultChecked) sayMark(radio, say)
  part('roll').querySelector('form')!.setAttribute('autocomplete', 'off')
}

function sayWords(kind: 'walk_in' | 'note', say: (what: Tap) => void): void {
  const field = part(kind).parentElement!.querySelector<HTMLInputElement>('input, textarea')!
  if (field.value.trim() === '') return field.focus()
  say({ kind, words: field.value })
  field.value = ''
}

function restCame(say: (what: Tap) => void): void {
  for (const line of part('list').querySelectorAll('.roll-line')) {
    const usual = line.querySelector<HTMLInputElement>('input[value=came]')!
    if (line.querySelector('input:checked')) continue
    usual.checked = true
    say({ kind: 'mark', personId: usual.name.split('.')[1]!, presence: 'came' })
  }
}

/** Has the worker keep this page, and says truthfully whether it does. */
async function keepPage({ path, words, isCopy }: OnPage): Promise<void> {
  void navigator.storage?.persist?.()
  const kept = isCopy || (await keptByWorker(path).catch(() => false))
  tell('notice', kept ? words.keeps : words.keepsNot)
  part('kept-until').hidden = !kept
}

async function keptByWorker(path: string): Promise<boolean> {
  if (!navigator.serviceWorker) return false
  await navigator.serviceWorker.register('/service-worker.js')
  const { active } = await navigator.serviceWorker.ready
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => resolve(data === true))
    port1.start()
    active!.postMessage(path, [port2])
  })
}

type Presence = Extract<Tap, { kind: 'mark' }>['presence']
type Offer = Event & { prompt(): void }

/** Says how to have the page at hand, where a browser offers that and it is not there yet. */
function offerInstalling(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    part('installing').hidden = false
    part('install').addEventListener('click', () => (event as Offer).prompt())
  })
  addEventListener('appinstalled', () => {
    part('installing').hidden = true
  })
  // Apple's browser has a menu for it instead.
  const { standalone } = navigator as { standalone?: boolean }
  part('by-hand').hidden = standalone !== false
}

type Syncing = { sync?: { register(tag: string): Promise<void> } }

/** Where a browser can, it wakes the worker when there is a network, also with the page closed. */
async function askForSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration()
  await (registration as Syncing | undefined)?.sync?.register('rolls').catch(() => {})
}

function tell(name: string, sentence: string): void {
  part(name).textContent = sentence
}

/** A UUIDv7 of the phone's own; `randomUUID` is younger than many phones here. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const now = Date.now()
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 2 ** (8 * (5 - at))) % 256
  bytes[6] = (bytes[6]! % 16) + 112
  bytes[8] = (bytes[8]! % 64) + 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
