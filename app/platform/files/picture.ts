import { Refused } from '../errors.ts'

export type Picture = {
  bytes: Buffer
  mediaType: string
  extension: string
  width: number
  height: number
}

/** More than any phone's usual picture has; a small file of a huge picture is meant to fill the memory. */
const mostPixels = 64_000_000
/** Enough for a printed page; a phone's original has four times as many bytes and shows no more. */
const longestSide = 2048

/**
 * A picture drawn anew: turned upright, at a sensible size, without anything but what is seen. JPEG,
 * and PNG where something shines through: every phone, text processor and printer knows these two.
 */
export async function drawAnew(path: string): Promise<Picture> {
  // Loaded when the first picture comes: most processes never see one.
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  const source = sharp(path, { failOn: 'error', limitInputPixels: mostPixels, autoOrient: true })
  try {
    const { width, height, hasAlpha } = await source.metadata()
    if (width * height > mostPixels) throw new Refused('file.tooManyPixels', { most: mostPixels })
    const clear = hasAlpha && !(await source.stats()).isOpaque
    const small = source.resize({
      width: longestSide,
      height: longestSide,
      fit: 'inside',
      withoutEnlargement: true,
    })
    const encoded = clear
      ? small.png({ compressionLevel: 9 })
      : small.jpeg({ quality: 82, mozjpeg: true })
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true })
    const as = clear
      ? { mediaType: 'image/png', extension: 'png' }
      : { mediaType: 'image/jpeg', extension: 'jpg' }
    return { bytes: data, width: info.width, height: info.height, ...as }
  } catch (error) {
    throw refusalFor(error)
  }
}

/** The library says in words only what was wrong with a picture. */
function refusalFor(error: unknown): unknown {
  if (error instanceof Refused) return error
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(message)) return new Refused('file.tooManyPixels', { most: mostPixels })
  return new Refused('file.broken')
}
