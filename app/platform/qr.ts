import { create } from 'qrcode'

const quiet = 4

/** A QR code of a text: its modules row by row, dark ones true, with the quiet zone that scanners need. */
export function qrOf(text: string): { size: number; dark(x: number, y: number): boolean } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const within = (at: number) => at >= quiet && at < modules.size + quiet
  return {
    size: modules.size + 2 * quiet,
    dark: (x, y) => within(x) && within(y) && modules.get(y - quiet, x - quiet) === 1,
  }
}

/** The dark modules of a QR code as one SVG path, a unit a module: `viewBox="0 0 size size"`. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, dark } = qrOf(text)
  const places = Array.from(
    { length: size * size },
    (_, at) => [at % size, (at / size) | 0] as const,
  )
  const path = places
    .filter(([x, y]) => dark(x, y))
    .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
    .join('')
  return { size, path }
}
