import { type FileHandle, open } from 'node:fs/promises'

/** A box of an MP4 or QuickTime file: four letters, and where its head and its content are. */
type Box = { name: string; head: number; from: number; to: number }

// An hour in pieces of a second has fewer; a file of nothing but heads is meant to keep us reading.
const mostBoxes = 20_000
const headSize = 8
const longHeadSize = 16

/** The boxes that stand side by side between two places; null where they don't fit exactly. */
async function boxesIn(file: FileHandle, from: number, to: number): Promise<Box[] | null> {
  const boxes: Box[] = []
  const head = Buffer.alloc(longHeadSize)
  let at = from
  while (at < to) {
    if (boxes.length === mostBoxes) return null
    const { bytesRead } = await file.read(head, 0, longHeadSize, at)
    if (bytesRead < headSize) return null
    const short = head.readUInt32BE(0)
    const long = short === 1
    if (long && bytesRead < longHeadSize) return null
    const size = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
    const content = at + (long ? longHeadSize : headSize)
    if (at + size < content || at + size > to) return null
    boxes.push({ name: head.toString('latin1', 4, 8), head: at, from: content, to: at + size })
    at += size
  }
  return boxes
}

/** What an MP4 file says of itself; its length is 0 where it comes in pieces that say theirs. */
export type Mp4 = { seconds: number; hasVideo: boolean }

/** Reads an MP4 file; null where it is not all there, or where something else stands in it. */
export async function readMp4(path: string): Promise<Mp4 | null> {
  const file = await open(path)
  try {
    const boxes = (await boxesIn(file, 0, (await file.stat()).size)) ?? []
    const moov = boxes.find(({ name }) => name === 'moov')
    if (!moov || !boxes.some(({ name }) => name === 'mdat')) return null
    const media = await within(file, await within(file, [moov], 'trak'), 'mdia')
    const lengths = await Promise.all(
      (await within(file, media, 'mdhd')).map((head) => lengthOf(file, head)),
    )
    const kinds = await Promise.all(
      (await within(file, media, 'hdlr')).map((head) => textAt(file, head.from + 8)),
    )
    return { seconds: Math.max(0, ...lengths), hasVideo: kinds.includes('vide') }
  } finally {
    await file.close()
  }
}

/** The boxes of a name that stand right inside others. */
async function within(file: FileHandle, outer: readonly Box[], name: string): Promise<Box[]> {
  const inside = await Promise.all(outer.map(({ from, to }) => boxesIn(file, from, to)))
  return inside.flatMap((boxes) => boxes ?? []).filter((box) => box.name === name)
}

/** A track's length: its units, and how many of them a second has. */
async function lengthOf(file: FileHandle, { from }: Box): Promise<number> {
  const { buffer } = await file.read(Buffer.alloc(32), 0, 32, from)
  const long = buffer[0] === 1
  const scale = buffer.readUInt32BE(long ? 20 : 12)
  const units = long ? Number(buffer.readBigUInt64BE(24)) : buffer.readUInt32BE(16)
  // All ones say that the length is not known.
  return scale === 0 || units === (long ? 2 ** 64 : 2 ** 32 - 1) ? 0 : units / scale
}

async function textAt(file: FileHandle, at: number): Promise<string> {
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, at)
  return buffer.toString('latin1')
}

const telling = new Set(['udta', 'meta', 'uuid'])
const zeros = Buffer.alloc(65_536)
const around = new Set(['moov', 'trak', 'mdia'])

/** Blanks what an MP4 file says of the place, the phone and the person; nothing else moves. */
export async function blankMp4Metadata(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await blankIn(file, 0, (await file.stat()).size)
  } finally {
    await file.close()
  }
}

async function blankIn(file: FileHandle, from: number, to: number): Promise<void> {
  for (const box of (await boxesIn(file, from, to)) ?? []) {
    if (around.has(box.name)) await blankIn(file, box.from, box.to)
    if (!telling.has(box.name)) continue
    await file.write('free', box.head + 4, 'latin1')
    for (let at = box.from; at < box.to; at += zeros.length)
      await file.write(zeros, 0, Math.min(zeros.length, box.to - at), at)
  }
}
