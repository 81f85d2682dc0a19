import { openAsBlob } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileTypeFromBlob } from 'file-type'
import type { Tables } from '../tables.ts'

/** What a file can be to a person. */
export type Kind = Tables['file']['kind']

/** What bytes are, by themselves. */
export type Content = { kind: Kind; mediaType: string; extension: string }

// SVG and HTML are programs for a browser; formats that only some phones show are of little use.
const known: Record<string, Content> = {
  'image/jpeg': { kind: 'picture', mediaType: 'image/jpeg', extension: 'jpg' },
  'image/png': { kind: 'picture', mediaType: 'image/png', extension: 'png' },
  'image/apng': { kind: 'picture', mediaType: 'image/png', extension: 'png' },
  'image/webp': { kind: 'picture', mediaType: 'image/webp', extension: 'webp' },
  'audio/mpeg': { kind: 'audio', mediaType: 'audio/mpeg', extension: 'mp3' },
  'audio/x-m4a': { kind: 'audio', mediaType: 'audio/mp4', extension: 'm4a' },
  'audio/mp4': { kind: 'audio', mediaType: 'audio/mp4', extension: 'm4a' },
  'audio/wav': { kind: 'audio', mediaType: 'audio/wav', extension: 'wav' },
  'video/mp4': { kind: 'video', mediaType: 'video/mp4', extension: 'mp4' },
  'video/x-m4v': { kind: 'video', mediaType: 'video/mp4', extension: 'mp4' },
  'video/quicktime': { kind: 'video', mediaType: 'video/quicktime', extension: 'mov' },
  'text/vtt': { kind: 'text', mediaType: 'text/vtt; charset=utf-8', extension: 'vtt' },
  'application/pdf': { kind: 'document', mediaType: 'application/pdf', extension: 'pdf' },
  'video/webm': { kind: 'video', mediaType: 'video/webm', extension: 'webm' },
}

const plain: Content = {
  kind: 'text',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'txt',
}

/** What a file is by its content; its name and what a browser says of it count for nothing. */
export async function contentOf(path: string, mostText: number): Promise<Content | null> {
  const found = await fileTypeFromBlob(await openAsBlob(path))
  const content = found ? known[found.mime] : plain
  if (!content) return null
  return content.kind !== 'text' || (await isText(path, mostText)) ? content : null
}

// oxlint-disable-next-line no-control-regex -- text holds no others than line ends and tabs
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

async function isText(path: string, most: number): Promise<boolean> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size === 0 || size > most) return false
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile())
    return !control.test(text)
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  } finally {
    await file.close()
  }
}
