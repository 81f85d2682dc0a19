import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'

/** The folder of what is being sent in pieces to a street. */
export function uploadsFolder(files: string, street: number): string {
  return join(files, 'uploads', String(street))
}

/** An upload of the actor's own that has arrived whole. */
export async function uploadOf(ctx: Context, id: string) {
  const directory = uploadsFolder(ctx.files, ctx.street)
  const upload = await new FileStore({ directory }).getUpload(id).catch(() => null)
  const { owner, filename } = upload?.metadata ?? {}
  if (!upload || owner !== ctx.actor.personId || upload.offset !== upload.size)
    throw new Refused('file.unfinished')
  return { path: join(directory, id), name: filename ?? '', size: upload.offset }
}
