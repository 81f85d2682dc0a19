import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import PdfDocument from 'pdfkit'
import { qrOf } from './qr.ts'

const resolve = createRequire(import.meta.url).resolve
const files = '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified'
const fonts = { regular: `${files}-400-normal.woff`, bold: `${files}-700-normal.woff` }
const unzip = promisify(inflate)

/**
 * A PDF of A4 pages, or of another size, drawn by a function that is given the document (pdfkit's, in points) with the
 * fonts `regular` and `bold` ready: Noto Sans SC, of which only the letters used are embedded.
 */
export async function pdfOf(
  about: { title: string; author: string; at: Date; landscape?: boolean; size?: 'A4' | 'A3' },
  draw: (document: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const [regular, bold] = await Promise.all([fontOf(fonts.regular), fontOf(fonts.bold)])
  const document = new PdfDocument({
    size: about.size ?? 'A4',
    layout: about.landscape ? 'landscape' : 'portrait',
    margin: 56,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: about.title, Author: about.author, CreationDate: about.at, ModDate: about.at },
    // pdfkit's types know a font only by its file.
    font: regular as unknown as string,
  })
  document.registerFont('regular', regular)
  document.registerFont('bold', bold)
  const chunks: Buffer[] = []
  const ended = new Promise<void>((done, failed) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', done)
    document.on('error', failed)
  })
  document.font('regular')
  draw(document)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

/** Draws a QR code as a square of black ones, whose corner and side are given in points. */
export function drawQr(
  document: PDFKit.PDFDocument,
  text: string,
  { left, top, side }: { left: number; top: number; side: number },
): void {
  const { size, dark } = qrOf(text)
  const unit = side / size
  for (let at = 0; at < size * size; at += 1) {
    const [x, y] = [at % size, (at / size) | 0]
    if (dark(x, y)) document.rect(left + x * unit, top + y * unit, unit, unit)
  }
  document.fill('#000000')
}

async function fontOf(name: string): Promise<Buffer> {
  return unpacked(await readFile(resolve(name)))
}

const headBytes = { woff: 44, woffTable: 20, font: 12, table: 16 }

/**
 * The OpenType font that a WOFF 1.0 file packs (W3C Recommendation, 2012): its tables, each inflated.
 * pdfkit's font reader would inflate a table each time it reads it, which takes ten seconds a page.
 */
async function unpacked(woff: Buffer): Promise<Buffer> {
  const count = woff.readUInt16BE(12)
  const tables = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const at = headBytes.woff + index * headBytes.woffTable
      const [from, packed, length] = [4, 8, 12].map((offset) => woff.readUInt32BE(at + offset))
      const bytes = woff.subarray(from, from! + packed!)
      return { at, length: length!, bytes: packed === length ? bytes : await unzip(bytes) }
    }),
  )
  const head = Buffer.alloc(headBytes.font + count * headBytes.table)
  woff.copy(head, 0, 4, 8)
  const power = 2 ** Math.floor(Math.log2(count))
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  let offset = head.length
  const parts = tables.map(({ at, length, bytes }, index) => {
    const entry = headBytes.font + index * headBytes.table
    woff.copy(head, entry, at, at + 4)
    woff.copy(head, entry + 4, at + 16, at + 20)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(length, entry + 12)
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4)
    bytes.copy(padded)
    offset += padded.length
    return padded
  })
  return Buffer.concat([head, ...parts])
}
