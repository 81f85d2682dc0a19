// What a phone keeps of the rolls that were opened on it, for the page and the worker alike.
import type { Outbox } from './outbox.ts'

/** A roll that was opened on this phone. A word stands in its outbox before it counts as said. */
export type KeptRoll = {
  sessionId: string
  /** Of the shape of what is kept, for a later program that keeps another. */
  version: 1
  path: string
  /** Whose roll it is, for a phone that nobody is signed in on. */
  street: number
  outbox: Outbox
  /** When nothing of it is kept any more, unless something waits. */
  until: number
  openedAt: number
  /** Nobody is signed in any more: it goes as soon as nothing waits. */
  leaving: boolean
}

export type Store = IDBDatabase

/** Fails where the browser lets nothing be kept. */
export function openStore(): Promise<Store> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open('hearth-rolls', 1)
    asked.addEventListener('upgradeneeded', () => {
      asked.result.createObjectStore('rolls', { keyPath: 'sessionId' })
    })
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error))
  })
}

export function allKept(store: Store): Promise<KeptRoll[]> {
  return new Promise((resolve, reject) => {
    const asked = store.transaction('rolls').objectStore('rolls').getAll()
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error))
  })
}

/**
 * Changes one roll as it stands now, whoever else keeps it open: null forgets it, undefined leaves it.
 * Done when it stands on the disk, since a battery may die the next moment.
 */
export function changeKept(
  store: Store,
  sessionId: string,
  change: (kept: KeptRoll | undefined) => KeptRoll | null | undefined,
): Promise<KeptRoll | null | undefined> {
  return new Promise((resolve, reject) => {
    const within = store.transaction('rolls', 'readwrite', { durability: 'strict' })
    const rolls = within.objectStore('rolls')
    let changed: KeptRoll | null | undefined
    const asked = rolls.get(sessionId)
    asked.addEventListener('success', () => {
      const before: KeptRoll | undefined = asked.result
      changed = change(before)
      if (changed) rolls.put(changed)
      else if (changed === null) rolls.delete(sessionId)
      else changed = before
      // At once, before the page may be gone; old kernels do it a little later by themselves.
      within.commit?.()
    })
    within.addEventListener('complete', () => resolve(changed))
    within.addEventListener('error', () => reject(within.error))
    within.addEventListener('abort', () => reject(within.error))
  })
}

export function waits({ outbox }: KeptRoll): boolean {
  return outbox.kept.some(({ state }) => state !== 'sent')
}
