import { open } from 'node:fs/promises'
import { Refused } from '../errors.ts'
import { type Mp4, readMp4 } from './mp4.ts'

/** How long sound or a film is, and whether anything is to be seen; refused where it is not whole. */
export async function measure(path: string, mediaType: string): Promise<Mp4> {
  const mp4 = isMp4(mediaType) ? await readMp4(path) : null
  if (isMp4(mediaType) && !mp4) throw new Refused('file.broken')
  if (mp4 && mp4.seconds > 0) return mp4
  if (mediaType === 'audio/wav' && !(await isWholeWav(path))) throw new Refused('file.broken')
  const { parseFile } = await import('music-metadata')
  // Reads to the end: a length that only stands in a head may be wrong.
  const { format } = await parseFile(path, { duration: true, skipCovers: true }).catch(() => {
    throw new Refused('file.broken')
  })
  const seconds = format.duration
  if (seconds === undefined || !Number.isFinite(seconds) || seconds <= 0)
    throw new Refused('file.broken')
  return { seconds, hasVideo: mp4?.hasVideo ?? format.hasVideo ?? false }
}

export function isMp4(mediaType: string): boolean {
  return ['video/mp4', 'video/quicktime', 'audio/mp4'].includes(mediaType)
}

/** Whether a WAV file has as many bytes as it says. */
async function isWholeWav(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    return (await file.stat()).size === buffer.readUInt32LE(4) + 8
  } finally {
    await file.close()
  }
}
