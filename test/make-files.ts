import sharp from 'sharp'

// Small real media, made byte by byte: what is in a file is in sight of the test.

/** A WAV file of silence: 8,000 samples of one byte a second. */
export function wav(seconds: number): Buffer {
  const rate = 8_000
  const samples = Buffer.alloc(rate * seconds, 128)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

function box(name: string, ...content: Buffer[]): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + content.reduce((sum, part) => sum + part.length, 0), 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, ...content])
}

const words = (...numbers: number[]) => {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [at, number] of numbers.entries()) bytes.writeUInt32BE(number, 4 * at)
  return bytes
}

/** An MP4 file with one track of a film or of sound, one sample a second, and where it was made. */
export function mp4(seconds: number, track: 'vide' | 'soun' = 'vide', place = ''): Buffer {
  const film = track === 'vide'
  const entry = film
    ? box('avc1', words(0, 1), Buffer.alloc(16), words((320 << 16) | 240), Buffer.alloc(50))
    : box('mp4a', words(0, 1), Buffer.alloc(8), words((1 << 16) | 16, 0, 8_000 << 16))
  const table = box(
    'stbl',
    box('stsd', words(0, 1), entry),
    box('stts', words(0, 1, seconds, 1_000)),
    box('stsc', words(0, 1, 1, seconds, 1)),
    box('stsz', words(0, 4, seconds)),
    box('stco', words(0, 1, 0)),
  )
  const media = box(
    'mdia',
    box('mdhd', words(0, 0, 0, 1_000, 1_000 * seconds, 0)),
    box('hdlr', words(0, 0), Buffer.from(track), words(0, 0, 0), Buffer.alloc(1)),
    box('minf', film ? box('vmhd', words(1, 0, 0)) : box('smhd', words(0, 0)), table),
  )
  const header = box('tkhd', words(1, 0, 0, 1, 0, 1_000 * seconds), Buffer.alloc(60))
  const told = place ? [box('udta', box('\u00a9xyz', Buffer.from(place)))] : []
  return Buffer.concat([
    box('ftyp', Buffer.from('isom'), words(512), Buffer.from('isomiso2mp41')),
    box(
      'moov',
      box('mvhd', words(0, 0, 0, 1_000, 1_000 * seconds), Buffer.alloc(80)),
      box('trak', header, media),
      ...told,
    ),
    box('mdat', Buffer.alloc(4 * seconds)),
  ])
}

/** A plain picture of one colour. */
export function picture(width: number, height: number, format: 'jpeg' | 'png' | 'webp' = 'jpeg') {
  const plain = { width, height, channels: 3 as const, background: '#a33' }
  return sharp({ create: plain }).toFormat(format).toBuffer()
}

/** A file as a form sends it. */
export function fileOf(bytes: Uint8Array | string, name: string): File {
  return new File([bytes as Uint8Array<ArrayBuffer>], name)
}

/** A PDF of one empty page; its catalogue may say more, and it may pack something. */
export function pdf(more = '', packed = ''): Buffer {
  return Buffer.from(`%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R ${more} >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
${packed}
trailer << /Root 1 0 R >>
%%EOF
`)
}
