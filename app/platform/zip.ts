import { inflateRawSync } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const partMark = 0x04034b50
const endLength = 22
const entryLength = 46
const partLength = 30
const mostParts = 2000
const elsewhere = 0xffffffff

/** A zip that is damaged, made to deceive, or larger once unpacked than it may be. */
export class BadZip extends Error {
  override name = 'BadZip'
  readonly tooLarge: boolean
  constructor(tooLarge: boolean) {
    super(tooLarge ? 'larger once unpacked than it may be' : 'not a whole zip')
    this.tooLarge = tooLarge
  }
}

/** Every part of a zip, unpacked, and never more bytes together than allowed. */
export function unpacked(bytes: Uint8Array, mostBytes: number): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostParts) throw new BadZip(true)
  const parts: Uint8Array[] = []
  let at = view.getUint32(end + 16, true)
  let left = mostBytes
  for (let entry = 0; entry < count; entry++) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entryMark)
      throw new BadZip(false)
    const part = partAt(bytes, view, at, left)
    left -= part.length
    parts.push(part)
    const behind = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    at += entryLength + behind.reduce((sum, length) => sum + length, 0)
  }
  return parts
}

function endOf(view: DataView): number {
  const last = view.byteLength - endLength
  for (let at = last; at >= 0 && at >= last - 0xffff; at--)
    if (view.getUint32(at, true) === endMark) return at
  throw new BadZip(false)
}

function partAt(bytes: Uint8Array, view: DataView, at: number, mostBytes: number): Uint8Array {
  const packedLength = view.getUint32(at + 20, true)
  const sizes = [packedLength, view.getUint32(at + 24, true), view.getUint32(at + 42, true)]
  if (sizes.includes(elsewhere)) throw new BadZip(true)
  const local = sizes[2]!
  // A length that stands behind the data only: each reader would look for it in its own way.
  const hidden = (view.getUint16(at + 8, true) & 8) !== 0 && packedLength === 0
  if (hidden || local + partLength > bytes.length || view.getUint32(local, true) !== partMark)
    throw new BadZip(false)
  const from =
    local + partLength + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + packedLength > bytes.length) throw new BadZip(false)
  const packed = bytes.subarray(from, from + packedLength)
  if (view.getUint16(at + 10, true) === 0) {
    if (packed.length > mostBytes) throw new BadZip(true)
    return packed
  }
  return inflated(packed, mostBytes)
}

function inflated(packed: Uint8Array, mostBytes: number): Uint8Array {
  if (mostBytes <= 0) throw new BadZip(true)
  if (packed.length === 0) return packed
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes })
  } catch (error) {
    throw new BadZip((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
  }
}
