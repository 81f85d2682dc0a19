import { createWriteStream } from 'node:fs'
import { constants, copyFile, rm, stat, writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { Refused } from '../errors.ts'
import { newId } from '../ids.ts'
import type { Tables } from '../tables.ts'
import { type Content, contentOf, type Kind } from './content.ts'
import { keepPart, newPart, orNoRoom } from './disk.ts'
import { isMp4, measure } from './media.ts'
import { blankMp4Metadata } from './mp4.ts'
import { isQuietPdf } from './pdf.ts'
import { drawAnew } from './picture.ts'
import { uploadOf } from './uploads.ts'

/** What a form's file field holds: the file itself, or the id of what was sent in pieces before. */
export const fileInput = z.union([z.instanceof(File), z.uuid()])
export type FileInput = z.infer<typeof fileInput>

/** A file that is kept, as its row has it. */
export type KeptFile = Omit<Selectable<Tables['file']>, 'streetId' | 'madeBy' | 'madeAt'>

export type FileLimits = { kinds: readonly Kind[]; mostBytes: number; mostSeconds?: number }

const mostText = 1_000_000

/**
 * Keeps a file that was sent: checked by what it is and never by what it is called, stripped of what
 * it tells of the place and the phone, its bytes on disk before its row. A refusal says what to do.
 */
export async function keepFile(
  ctx: Context,
  sent: FileInput,
  limits: FileLimits,
): Promise<KeptFile> {
  // Bytes without a row look left over: whoever removes such waits until this transaction ends.
  await sql`select pg_advisory_xact_lock_shared(${bytesLock}, ${ctx.street})`.execute(ctx.tx)
  return orNoRoom(async () => {
    const part = await newPart(ctx.files, ctx.street)
    try {
      const name = await bring(ctx, sent, part, limits.mostBytes)
      const made = await makeWhole(part, limits)
      const { size } = await stat(part)
      const sha256 = await keepPart(ctx.files, ctx.street, part)
      return await insertFile(ctx, { ...made, name, bytes: size, sha256 })
    } finally {
      await rm(part, { force: true })
    }
  })
}

/** The lock over a street's bytes; their removal takes it for itself alone. */
export const bytesLock = 1_718_186_085

/** Copies what was sent to where it can be worked on; says what it was called. */
async function bring(ctx: Context, sent: FileInput, part: string, most: number): Promise<string> {
  const upload = sent instanceof File ? sent : await uploadOf(ctx, sent)
  if (upload.size > most) throw new Refused('file.tooLarge', { bytes: upload.size, most })
  if (upload instanceof File)
    await pipeline(
      Readable.fromWeb(upload.stream() as ReadableStream),
      createWriteStream(part, { mode: 0o600 }),
    )
  else await copyFile(upload.path, part, constants.COPYFILE_FICLONE)
  return upload.name
}

type Made = Pick<KeptFile, 'kind' | 'mediaType' | 'width' | 'height' | 'seconds'> & {
  extension: string
}

/** Turns a part into what is to be kept of it, and says what that is. */
async function makeWhole(part: string, limits: FileLimits): Promise<Made> {
  const content = await contentOf(part, mostText)
  const made = content && (await makeFrom(part, content))
  if (!made || !limits.kinds.includes(made.kind))
    throw new Refused('file.wrongKind', { kinds: limits.kinds })
  const most = limits.mostSeconds ?? Infinity
  if (made.seconds !== null && made.seconds > most)
    throw new Refused('file.tooLong', { seconds: made.seconds, most })
  return made
}

async function makeFrom(part: string, content: Content): Promise<Made> {
  const none = { width: null, height: null, seconds: null }
  if (content.kind === 'text') return { ...none, ...content }
  if (content.kind === 'document') {
    if (!(await isQuietPdf(part))) throw new Refused('file.broken')
    return { ...none, ...content }
  }
  if (content.kind === 'picture') {
    const { bytes, ...drawn } = await drawAnew(part)
    await writeFile(part, bytes)
    return { ...none, kind: 'picture', ...drawn }
  }
  const { seconds: exact, hasVideo } = await measure(part, content.mediaType)
  const seconds = Math.round(exact * 100) / 100
  if (!isMp4(content.mediaType)) return { ...none, ...content, seconds }
  await blankMp4Metadata(part)
  // Phones put sound alone into a film's kind of file too.
  return hasVideo || content.kind === 'audio'
    ? { ...none, ...content, seconds }
    : { ...none, kind: 'audio', mediaType: 'audio/mp4', extension: 'm4a', seconds }
}

async function insertFile(
  ctx: Context,
  { extension, ...made }: Made & Omit<KeptFile, 'id'>,
): Promise<KeptFile> {
  const file = { ...made, id: newId(), name: nameFor(made.name, extension) }
  await ctx.tx
    .insertInto('file')
    .values({ streetId: ctx.street, ...file, madeBy: ctx.actor.personId, madeAt: ctx.now })
    .execute()
  return file
}

// oxlint-disable-next-line no-control-regex -- it is these that are meant
const unfit = /[\u0000-\u001f\u007f<>:"|?*]/g

/** The last part of the name as it was sent, without what can't be in one, and with the right ending. */
function nameFor(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  const stem = last
    .replace(/\.[^.]{1,8}$/, '')
    .replace(unfit, '')
    .trim()
    .slice(0, 100)
  return `${stem || 'file'}.${extension}`
}
