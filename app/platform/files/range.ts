/** A part of a file, its first and its last byte. */
export type Range = { from: number; to: number }

/**
 * Which part a Range header asks for (RFC 9110, 14): null for none that there is. Anything but one
 * range of bytes is answered with the whole, as the standard allows.
 */
export function rangeOf(header: string | null, size: number): Range | 'whole' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = asked ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const from = Math.max(0, size - Number(last))
    return from < size ? { from, to: size - 1 } : null
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return 'whole'
  return from < size ? { from, to } : null
}
