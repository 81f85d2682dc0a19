import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { Refused } from '#app/platform/errors.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { fileOf, mp4, pdf, picture, wav } from '#test/make-files.ts'
import { pathOf } from './disk.ts'
import { type FileLimits, keepFile } from './keep-file.ts'

const anything: FileLimits = {
  kinds: ['picture', 'audio', 'video', 'text', 'document'],
  mostBytes: 5_000_000,
  mostSeconds: 600,
}

const kept = (ctx: Context, bytes: Uint8Array | string, name: string, limits = anything) =>
  keepFile(ctx, fileOf(bytes, name), limits)
const bytesOf = (ctx: Context, { sha256 }: { sha256: string }) =>
  readFile(pathOf(ctx.files, ctx.street, sha256))

test('a picture is turned upright, made smaller, and tells nothing of where it was taken', () =>
  rolledBack(async (ctx) => {
    const original = await sharp(await picture(3_000, 1_000))
      .withExif({
        IFD0: { Make: 'Invented Phone' },
        IFD3: { GPSLatitude: '32/1 5/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect((await sharp(original).metadata()).exif?.length).toBeGreaterThan(0)
    const file = await kept(ctx, original, '凉亭.JPG')
    expect(file).toMatchObject({
      name: '凉亭.jpg',
      kind: 'picture',
      mediaType: 'image/jpeg',
      width: 683,
      height: 2048,
      seconds: null,
    })
    const { exif, orientation, xmp, iptc } = await sharp(await bytesOf(ctx, file)).metadata()
    expect({ exif, orientation, xmp, iptc }).toEqual({})
  }))

test('a picture that is seen through stays so', () =>
  rolledBack(async (ctx) => {
    const clear = { width: 40, height: 30, channels: 4 as const, background: '#0000' }
    const file = await kept(ctx, await sharp({ create: clear }).webp().toBuffer(), 'seal.webp')
    expect(file).toMatchObject({ name: 'seal.png', mediaType: 'image/png', width: 40, height: 30 })
  }))

test.each([
  ['sound', wav(3), 'x.wav', { name: 'x.wav', kind: 'audio', mediaType: 'audio/wav', seconds: 3 }],
  ['a film', mp4(7), 'x.mp4', { name: 'x.mp4', kind: 'video', mediaType: 'video/mp4', seconds: 7 }],
  [
    'sound in a film’s kind of file, under a wrong name',
    mp4(7, 'soun'),
    '../../x.mp4.exe',
    { name: 'x.mp4.m4a', kind: 'audio', mediaType: 'audio/mp4', seconds: 7 },
  ],
  [
    'slides',
    pdf(),
    'x.pptx',
    { name: 'x.pdf', kind: 'document', mediaType: 'application/pdf', seconds: null },
  ],
  [
    'a PDF with packed bytes that look like more',
    pdf('', 'stream\n\u0007/JS \u0001\nendstream'),
    'x.pdf',
    { name: 'x.pdf', kind: 'document', mediaType: 'application/pdf', seconds: null },
  ],
  [
    'captions',
    'WEBVTT\n\n00:01.000 --> 00:02.000\nHearth',
    'x.vtt',
    { name: 'x.vtt', kind: 'text', mediaType: 'text/vtt; charset=utf-8', seconds: null },
  ],
])('%s is kept as what it is', (_, bytes, name, as) =>
  rolledBack(async (ctx) => {
    const file = await kept(ctx, bytes, name)
    expect(file).toMatchObject(as)
    expect(await bytesOf(ctx, file)).toEqual(Buffer.from(bytes))
    const row = ctx.tx.selectFrom('file').select(['name', 'seconds']).where('id', '=', file.id)
    expect(await row.executeTakeFirst()).toEqual({ name: as.name, seconds: as.seconds })
  }),
)

test('a film is kept without its place, to the byte as long as before', () =>
  rolledBack(async (ctx) => {
    const film = mp4(2, 'vide', '+32.0500+120.9000/')
    const bytes = await bytesOf(ctx, await kept(ctx, film, 'x.mp4'))
    expect([bytes.length, bytes.includes('+32.0500')]).toEqual([film.length, false])
  }))

/** A PNG that says it is this large and holds nothing of it. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), content])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(content.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const empty = deflateSync(Buffer.alloc(1_000))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', empty),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const page = '<!doctype html><script>alert(1)</script>'
const drawing = `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`
const whole = mp4(9)
const one = await picture(60, 40)
const grainy = await sharp({
  create: {
    width: 300,
    height: 200,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 40 },
  },
})
  .jpeg()
  .toBuffer()
const png = await picture(60, 40, 'png')

test.each<[string, Uint8Array | string, string, Partial<FileLimits>, string]>([
  ['a page called a picture', page, 'x.jpg', { kinds: ['picture'] }, 'file.wrongKind'],
  [
    'a drawing where pictures are wanted',
    drawing,
    'x.png',
    { kinds: ['picture'] },
    'file.wrongKind',
  ],
  ['a program', Buffer.from('7f454c460201010000000000', 'hex'), 'x.mp4', {}, 'file.wrongKind'],
  ['a picture where a film is wanted', one, 'x.mp4', { kinds: ['video'] }, 'file.wrongKind'],
  ['text that is none', Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'x.txt', {}, 'file.wrongKind'],
  ['nothing', '', 'x.jpg', {}, 'file.wrongKind'],
  ['a film that was cut off', whole.subarray(0, -5), 'x.mp4', {}, 'file.broken'],
  [
    'a film with something behind it',
    Buffer.concat([whole, Buffer.from(page)]),
    'x.mp4',
    {},
    'file.broken',
  ],
  ['a film without anything in it', whole.subarray(0, 28), 'x.mp4', {}, 'file.broken'],
  ['sound that was cut off', wav(2).subarray(0, 9_000), 'x.wav', {}, 'file.broken'],
  ['a picture that was cut off', grainy.subarray(0, 5_000), 'x.jpg', {}, 'file.broken'],
  ['a huge picture in a small file', pngOf(50_000, 50_000), 'x.png', {}, 'file.tooManyPixels'],
  ['a picture that holds less than it says', pngOf(200, 200), 'x.png', {}, 'file.broken'],
  ['a PDF that was cut off', pdf().subarray(0, -8), 'x.pdf', {}, 'file.broken'],
  [
    'a PDF that acts by itself',
    pdf('/OpenAction << /S /JavaScript >>'),
    'x.pdf',
    {},
    'file.broken',
  ],
  ['too many bytes', png, 'x.png', { mostBytes: png.length - 1 }, 'file.tooLarge'],
  ['too many seconds', wav(11), 'x.wav', { mostSeconds: 10 }, 'file.tooLong'],
])('%s is refused, and nothing of it stays', (_, bytes, name, limits, reason) =>
  rolledBack(async (ctx) => {
    const inFolder = () => readdir(join(ctx.files, String(ctx.street))).catch(() => [])
    const before = await inFolder()
    const all = { ...anything, ...limits }
    expect(await failureOf(ctx, () => kept(ctx, bytes, name, all))).toBe(reason)
    expect(await inFolder()).toEqual(before)
    expect(await ctx.tx.selectFrom('file').select('id').execute()).toEqual([])
  }),
)

test('what hides in a picture behind its end does not come along', () =>
  rolledBack(async (ctx) => {
    const both = Buffer.concat([one, Buffer.from(page)])
    const bytes = await bytesOf(ctx, await kept(ctx, both, 'x.jpg'))
    expect([bytes.includes('script'), (await sharp(bytes).metadata()).width]).toEqual([false, 60])
  }))

test('a refusal tells the numbers that its sentence says', () =>
  rolledBack(async (ctx) => {
    const tooLong = kept(ctx, wav(11), 'x.wav', { ...anything, mostSeconds: 10 })
    const refusal = await tooLong.catch((error: unknown) => error)
    expect(refusal instanceof Refused && refusal.details).toEqual({ seconds: 11, most: 10 })
  }))

test('the same bytes twice are two files and one on the disk', () =>
  rolledBack(async (ctx) => {
    const [first, second] = [await kept(ctx, wav(4), 'a.wav'), await kept(ctx, wav(4), 'b.wav')]
    expect([first.id === second.id, first.sha256]).toEqual([false, second.sha256])
    const names = await readdir(join(ctx.files, String(ctx.street)))
    expect(names.filter((name) => name === first.sha256)).toHaveLength(1)
  }))
