import { readdir, statfs } from 'node:fs/promises'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import type { Context as Exchange, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { inStreet } from '../database/connection.ts'
import { fromOurOwnPages } from '../http/origin.ts'
import { languageOf, originOf, type Site } from '../http/site.tsx'
import { readToken } from '../http/token.ts'
import { newId } from '../ids.ts'
import { said } from '../language.ts'
import { uploadsFolder } from './uploads.ts'

const path = '/uploads'
/** Ten minutes of film as a phone takes it, with room to spare. */
const mostBytes = 600_000_000
/** What one person may have sent, or announced, that no form has used yet: it goes after two days. */
const mostWaiting = 2 * mostBytes
/** What a disk is left for everything else. */
const leastFree = 500_000_000

/**
 * Takes large files in pieces, by the tus protocol: a cut costs the piece that was on its way, and
 * whoever began an upload goes on with it, on another day too. A form then sends its id.
 */
export function addUploads(app: Hono, site: Site): void {
  const locker = new MemoryLocker()
  const stores = new Map<number, FileStore>()
  const storeOf = (street: number) => {
    const directory = uploadsFolder(site.database.files, street)
    const store = stores.get(street) ?? new FileStore({ directory })
    stores.set(street, store)
    return store
  }
  const answer = async (c: Exchange): Promise<Response> => {
    const { method } = c.req
    if (method === 'GET') return c.notFound()
    const fromUs = method === 'HEAD' || fromOurOwnPages(c.req.raw.headers, originOf(site, c))
    if (!fromUs) return refusal(site, c, 'foreignOrigin', 403)
    const sender = await senderOf(site, c)
    if (!sender) return refusal(site, c, 'upload.signedOut', 401)
    const store = storeOf(sender.street)
    const id = c.req.param('uploadId')
    if (id !== undefined && !(await isTheirs(store, id, sender.personId)))
      return refusal(site, c, 'file.unfinished', 404)
    if (method === 'POST' && !(await hasRoom(store, Number(c.req.header('upload-length')))))
      return refusal(site, c, 'file.noRoom', 507)
    const wanted = Number(c.req.header('upload-length')) || mostBytes
    if (method === 'POST' && (await waiting(store, sender.personId)) + wanted > mostWaiting)
      return refusal(site, c, 'file.tooManyWaiting', 429)
    const server = new Server({
      path,
      datastore: store,
      locker,
      maxSize: mostBytes,
      relativeLocation: true,
      allowedOrigins: () => false,
      namingFunction: newId,
      onUploadCreate: async (_, { metadata }) => ({
        metadata: { filename: metadata?.['filename'] ?? '', owner: sender.personId },
      }),
    })
    return server.handleWeb(c.req.raw)
  }
  app.post(path, answer)
  // Hono asks for GET where a browser asks for HEAD.
  app.on(['GET', 'PATCH', 'DELETE'], `${path}/:uploadId`, answer)
}

/** Who is signed in; files are sent by people, not by programs. */
async function senderOf(site: Site, c: Exchange) {
  const token = readToken(getCookie(c, 'hearth'))
  if (!token) return null
  const { street, hash } = token
  const now = site.clock()
  const reader = await inStreet(
    site.database,
    street,
    (tx) => site.findReader({ street, now, tx }, hash),
    'read only',
  )
  const personId = reader?.actor.personId
  return personId ? { street, personId } : null
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

async function isTheirs(store: FileStore, id: string, personId: string): Promise<boolean> {
  if (!uuid.test(id)) return false
  const upload = await store.getUpload(id).catch(() => null)
  return upload?.metadata?.['owner'] === personId
}

/** How many bytes of a person's uploads wait for their form. */
async function waiting(store: FileStore, personId: string): Promise<number> {
  const names = await readdir(store.directory).catch(() => [])
  let bytes = 0
  for (const name of names.filter((each) => uuid.test(each))) {
    const upload = await store.getUpload(name).catch(() => null)
    if (upload?.metadata?.['owner'] === personId) bytes += upload.size ?? mostBytes
  }
  return bytes
}

async function hasRoom({ directory }: FileStore, bytes: number): Promise<boolean> {
  const room = await statfs(directory).catch(() => null)
  return !room || room.bavail * room.bsize - (bytes || 0) > leastFree
}

/** A sentence as text: the script on the page shows it beside the field. */
function refusal(site: Site, c: Exchange, reason: string, status: number): Response {
  const sentence = said(site.words[languageOf(c)].reasons, reason) ?? ''
  return new Response(sentence, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
