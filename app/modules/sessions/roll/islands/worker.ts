// The worker behind the rolls that were opened on this phone: without a network it shows the page that
// was kept, and it sends what waits when there is one again. It keeps nothing else of the site.
import { copyOf, keepPage, tidy } from './copies.ts'
import { allKept, changeKept, openStore } from './kept.ts'
import { sendAll } from './send.ts'

/** What a worker's global scope has that a window's has not; the types of one program are for one of them. */
type Later = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Later & { request: Request; respondWith(answer: Promise<Response>): void }
type Told = Later & { data: unknown; ports: readonly MessagePort[] }
type Client = { postMessage(message: string, handedOver: Transferable[]): void }
type Scope = {
  addEventListener(name: 'install' | 'activate' | 'sync', does: (event: Later) => void): void
  addEventListener(name: 'fetch', does: (event: Fetching) => void): void
  addEventListener(name: 'message', does: (event: Told) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void>; matchAll(): Promise<readonly Client[]> }
}
const scope = self as unknown as Scope

/** A roll, and the page beside it where codes are scanned. */
const ofRoll = /^\/sessions\/[\da-f-]{36}\/roll(\/scan)?$/
/** How long a weak network may take before the kept page is shown; the answer still renews it. */
const patience = 4_000

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()))
scope.addEventListener('activate', (event) =>
  event.waitUntil(scope.clients.claim().then(() => tidy(Date.now()))),
)
// The browser wakes the worker when there is a network again, also without an open page.
scope.addEventListener('sync', (event) => event.waitUntil(sendAndTell(true)))
scope.addEventListener('message', (event) => {
  const path = event.data
  if (typeof path !== 'string' || !ofRoll.test(path)) return
  const answer = (kept: boolean) => event.ports[0]?.postMessage(kept)
  // Where the network is gone meanwhile, an earlier copy is one too.
  const either = keepPage(path).catch(async () => (await copyOf(path)) !== undefined)
  event.waitUntil(either.then(answer, () => answer(false)))
})
scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (origin !== location.origin) return
  if (method === 'GET' && pathname.startsWith('/assets/')) return event.respondWith(asset(event))
  if (mode !== 'navigate') return
  if (method === 'POST' && pathname === '/sign-out') return event.respondWith(signOut(event))
  if (method !== 'GET') return
  if (ofRoll.test(pathname)) return event.respondWith(rollPage(event, pathname))
  if (pathname === '/') event.respondWith(fetch(event.request).catch(lastRoll))
})

async function asset({ request }: Fetching): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function rollPage(event: Fetching, path: string): Promise<Response> {
  const kept = await copyOf(path)
  const asked = fetch(event.request).then((answer) => {
    event.waitUntil(renewed(path, answer.clone(), kept !== undefined))
    return answer
  })
  if (!kept) return asked
  event.waitUntil(asked.catch(() => {}))
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept), patience)
  })
  // A server in trouble is no reason to leave a hall without its list.
  const usable = asked.then((answer) => (answer.status < 500 ? answer : kept))
  return Promise.race([usable.catch(() => kept), late])
}

/** A page that the server has shown anew takes the kept one's place; sent elsewhere, one is signed out. */
async function renewed(path: string, answer: Response, keeps: boolean): Promise<void> {
  if (answer.type === 'opaqueredirect' || answer.status === 403) await leave()
  else if (keeps && answer.ok) await keepPage(path, answer)
  await sendAndTell(false)
}

async function signOut(event: Fetching): Promise<Response> {
  const answer = await fetch(event.request)
  event.waitUntil(leave().then(() => sendAndTell(false)))
  return answer
}

/** Nobody is signed in any more: the names go as soon as nothing waits to be sent. */
async function leave(): Promise<void> {
  const store = await openStore()
  for (const { sessionId } of await allKept(store))
    await changeKept(store, sessionId, (roll) => roll && { ...roll, leaving: true })
  await tidy(Date.now())
}

/** Without a network the program opens at the roll that was opened last. */
async function lastRoll(): Promise<Response> {
  const [first, ...others] = await allKept(await openStore())
  const last = others.reduce((a, b) => (a && a.openedAt > b.openedAt ? a : b), first)
  return last ? Response.redirect(last.path) : Response.error()
}

/** Sends what waits and tells open pages; in a sync, an error makes the browser try again later. */
async function sendAndTell(again: boolean): Promise<void> {
  const waits = await sendAll(await openStore())
  await tidy(Date.now())
  for (const client of await scope.clients.matchAll()) client.postMessage('sent', [])
  if (again && waits) throw new Error('some of it waits still')
}
