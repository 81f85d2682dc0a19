import { allKept, changeKept, openStore, waits } from './kept.ts'

const cacheName = 'rolls-1'

/** The kept copy of a roll's page; in the language and text size in which it was last shown. */
export async function copyOf(path: string): Promise<Response | undefined> {
  return (await caches.open(cacheName)).match(path)
}

/** Keeps a page of a roll with what it needs; the page comes last, so that it never stands without them. */
export async function keepPage(path: string, shown?: Response): Promise<boolean> {
  const answer = shown ?? (await fetch(path))
  if (!answer.ok || answer.redirected) return false
  const page = await answer.text()
  // A roll that was closed meanwhile is not one to keep.
  if (!/data-(roll|scan)=/.test(page)) return false
  const cache = await caches.open(cacheName)
  await keepAssets(cache, page)
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  // Shown from here, the page says so: it is no sign that anyone is still signed in.
  const copy = page.replace('data-roll=', 'data-copy data-roll=')
  await cache.put(path, new Response(copy, { headers }))
  return true
}

const named = /(?:\/assets\/|["'`]\.\/)([\w-]+\.(?:js|css|wasm))/g

/** The styles and scripts that a text names, and what these load themselves. */
async function keepAssets(cache: Cache, text: string): Promise<void> {
  for (const [, name] of text.matchAll(named)) {
    const path = `/assets/${name}`
    if (await cache.match(path)) continue
    await cache.add(path)
    const added = await cache.match(path)
    if (!path.endsWith('.wasm')) await keepAssets(cache, await added!.text())
  }
}

/**
 * Removes what need not be kept any longer: a roll whose time is over, or which its host has signed out
 * of. One with words that wait stays until they are sent.
 */
export async function tidy(now: number): Promise<void> {
  const store = await openStore()
  const cache = await caches.open(cacheName)
  const rolls = await allKept(store)
  for (const { sessionId, path } of rolls) {
    const left = await changeKept(store, sessionId, (roll) =>
      roll && (roll.leaving || roll.until < now) && !waits(roll) ? null : undefined,
    )
    if (left !== null) continue
    await cache.delete(path)
    await cache.delete(`${path}/scan`)
  }
  if ((await allKept(store)).length === 0) await caches.delete(cacheName)
}
