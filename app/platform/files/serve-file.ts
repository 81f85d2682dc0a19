import { type FileHandle, open, stat } from 'node:fs/promises'
import type { Context } from '../context.ts'
import { found } from '../errors.ts'
import type { Visit } from '../http/page.ts'
import { pathOf } from './disk.ts'
import { type Range, rangeOf } from './range.ts'

/**
 * Answers with a file's bytes, all or the part that is asked for, straight from the disk. Whether
 * the reader may have them is for the module's own Download to decide before.
 */
export async function serveFile(ctx: Context, visit: Visit, fileId: string): Promise<Response> {
  const file = found(
    await ctx.tx
      .selectFrom('file')
      .select(['name', 'mediaType', 'sha256'])
      .where('streetId', '=', ctx.street)
      .where('id', '=', fileId)
      .executeTakeFirst(),
  )
  const path = pathOf(ctx.files, ctx.street, file.sha256)
  const { size } = found(await stat(path).catch(() => null))
  const etag = `"${file.sha256}"`
  const headers = new Headers({
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=300',
    'content-type': file.mediaType,
    'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  })
  const { asked } = visit
  if (
    asked
      .get('if-none-match')
      ?.split(/\s*,\s*/)
      .includes(etag)
  )
    return new Response(null, { status: 304, headers })
  // A part of what has changed since would not fit what the browser has.
  const unchanged = [null, etag].includes(asked.get('if-range'))
  const range = unchanged ? rangeOf(asked.get('range'), size) : 'whole'
  if (range === null) {
    headers.set('content-range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  const { from, to } = range === 'whole' ? { from: 0, to: size - 1 } : range
  headers.set('content-length', String(to - from + 1))
  if (range !== 'whole') headers.set('content-range', `bytes ${from}-${to}/${size}`)
  return new Response(bytesOf(path, { from, to }), {
    status: range === 'whole' ? 200 : 206,
    headers,
  })
}

const chunk = 256 * 1024

/** The bytes as they are wanted: the file is opened by the first who reads, so that a HEAD opens none. */
function bytesOf(path: string, { from, to }: Range): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined
  let at = from
  return new ReadableStream<Uint8Array>(
    {
      async pull(out) {
        file ??= await open(path)
        const want = Math.min(chunk, to + 1 - at)
        const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(want), 0, want, at)
        at += bytesRead
        if (bytesRead > 0) out.enqueue(buffer.subarray(0, bytesRead))
        if (bytesRead > 0 && at <= to) return
        await file.close()
        out.close()
      },
      cancel: () => file?.close(),
    },
    { highWaterMark: 0 },
  )
}
