import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

// The colours are read from the style sheet itself, so that a new value is measured at once.
const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')
const plain = colours(/--([\w-]+): (#\w{3,6});/g)
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)]
const light = Object.fromEntries(pairs.map(([, name, value]) => [name, value]))
const dark = Object.fromEntries(pairs.map(([, name, , value]) => [name, value]))

const read: [text: string, grounds: string[]][] = [
  ['ink', ['paper', 'slip', 'shade', 'glow', 'good-tint', 'wait-tint', 'bad-tint', 'info-tint']],
  ['soft', ['paper', 'slip', 'shade', 'glow']],
  ['ember', ['paper', 'slip', 'shade', 'glow']],
  ['on-ember', ['ember']],
  ['good', ['good-tint', 'paper', 'slip']],
  ['wait', ['wait-tint', 'paper', 'slip']],
  ['bad', ['bad-tint', 'paper', 'slip']],
  ['info', ['info-tint', 'paper', 'slip']],
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s', (_, tokens) => {
  test.each(read.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground])))(
    '%s can be read on %s',
    (text, ground) => {
      expect(contrast(tokens[text as string], tokens[ground as string])).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each(['paper', 'slip'])('the edge of a control can be seen on %s', (ground) => {
    expect(contrast(tokens['edge'], tokens[ground])).toBeGreaterThanOrEqual(3)
  })
})

test('an old kernel gets the very light look', () => {
  expect(plain).toEqual(light)
})

function colours(pattern: RegExp): Record<string, string> {
  const [beforeSupports = ''] = css.split('@supports')
  return Object.fromEntries(
    [...beforeSupports.matchAll(pattern)].map(([, name, value]) => [name, value]),
  )
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [first, second] = [luminance(one), luminance(other)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string | undefined): number {
  if (colour === undefined) throw new Error('a colour that the style sheet does not name')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
