import { changeKept, type KeptRoll, openStore, waits } from './kept.ts'
import { emptyOutbox, type Outbox, type Tap, tap } from './outbox.ts'
import type { OnScanPage } from './scan-parts.ts'
import { send } from './send.ts'

const keptFor = 72 * 60 * 60 * 1000
const soon = 300
const often = 15_000

/** The roll as this phone keeps it, told of what is scanned. */
export type Taps = {
  /** Keeps a tap and gives its id; done when it stands on the disk. */
  say(what: Tap): Promise<string>
  outbox(): Outbox
  watch(changed: (outbox: Outbox) => void): void
}

type OpenedFrom = Pick<OnScanPage, 'sessionId' | 'path' | 'street'>

/** Opens what this phone keeps of a session's roll; fails where the browser lets nothing be kept. */
export async function keptTaps(at: OpenedFrom): Promise<Taps> {
  const { sessionId } = at
  const store = await openStore()
  const watching: ((outbox: Outbox) => void)[] = []
  let kept = (await changeKept(store, sessionId, (roll) => roll ?? newRoll(at)))!
  let timer = 0
  const shown = (roll: KeptRoll) => {
    kept = roll
    for (const changed of watching) changed(roll.outbox)
  }
  const later = (wait: number) => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void now(), wait)
  }
  const now = async () => {
    if (!waits(kept)) return
    const { roll } = await send(store, sessionId).catch(() => ({ roll: undefined }))
    if (roll) shown(roll)
    if (waits(kept)) later(often)
  }
  addEventListener('online', () => later(0))
  later(soon)
  return {
    async say(what) {
      const id = newId()
      const change = (roll = newRoll(at)) => ({
        ...roll,
        outbox: tap(roll.outbox, what, { id, now: new Date() }),
      })
      shown((await changeKept(store, sessionId, change))!)
      later(soon)
      return id
    },
    outbox: () => kept.outbox,
    watch: (changed) => watching.push(changed),
  }
}

/** A roll that was not opened on this phone before: the sign-in stands for it. */
function newRoll({ sessionId, path, street }: OpenedFrom): KeptRoll {
  return {
    sessionId,
    version: 1,
    path,
    street,
    outbox: emptyOutbox(sessionId, null, null),
    until: Date.now() + keptFor,
    openedAt: Date.now(),
    leaving: false,
  }
}

/** A random id; `randomUUID` is younger than many phones here. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! % 16) + 64
  bytes[8] = (bytes[8]! % 64) + 128
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
