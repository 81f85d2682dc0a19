import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCaptions, writeCaptions } from './web-vtt.ts'

test('cues are read with or without hours, numbers, settings and the heading', () => {
  const typed = [
    'WEBVTT - the front room',
    '',
    'NOTE who made it',
    'nobody asks',
    '',
    '1',
    '00:01.500 --> 00:00:04.000 align:start line:0',
    '- <v 顾守田>那年我<b>二十三</b>',
    '',
    '0:05 --> 0:07,250',
    'A &amp; B',
  ].join('\r\n')
  expect(readCaptions(typed, 60)).toEqual({
    cues: [
      { start: 1.5, end: 4, text: '- 那年我二十三' },
      { start: 5, end: 7.25, text: 'A & B' },
    ],
    faulty: [],
  })
})

test.each([
  ['captions.endsBeforeStart', 3, 'WEBVTT\n\n00:04.000 --> 00:02.000\nx'],
  ['captions.outOfOrder', 4, '00:04.000 --> 00:05.000\nx\n\n00:02.000 --> 00:03.000\ny'],
  ['captions.afterTheEnd', 2, 'one\n00:58.000 --> 01:02.000\nx'],
  ['captions.noTime', 1, 'just words'],
  ['captions.noTime', 1, '00:75.000 --> 00:80.000\nx'],
  ['captions.noTime', 1, '99999999999:00:00.000 --> 1:00\nx'],
  ['captions.noWords', 1, '00:01.000 --> 00:02.000\n<b></b>'],
  ['captions.tooMany', 3001, '00:01.000 --> 00:02.000\nx\n\n'.repeat(1001)],
] as const)('%s in line %i', (fault, line, typed) => {
  expect(readCaptions(typed, 60).faulty).toEqual([{ line, fault }])
})

test('nothing of a hostile file but words comes out again', () => {
  const typed = [
    'WEBVTT',
    'X-TIMESTAMP-MAP=LOCAL:00:00:00.000',
    '',
    'STYLE',
    '::cue { background: url(https://example.org/x) }',
    '',
    '00:01.000 --> 00:02.000 region:evil',
    '<script>alert(1)</script><img src=x onerror=alert(1)',
    '&lt;c.a&gt; --&gt; ok',
  ].join('\n')
  expect(writeCaptions(readCaptions(typed, null).cues)).toBe(
    'WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nalert(1)\n&lt;c.a&gt; --&gt; ok\n',
  )
})

test('what is written is read as it was', () => {
  const cue = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), fc.string())
    .map(([gap, length, text]) => ({ gap, length, text }))
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 20 }), (parts) => {
      let at = 0
      const cues = parts.map(({ gap, length, text }) => {
        at += gap
        const words = text.replace(/[\s<>&]+/g, ' ').trim()
        return { start: at / 1000, end: (at + length) / 1000, text: words || 'x' }
      })
      const read = readCaptions(writeCaptions(cues), null)
      expect(read).toEqual({ cues, faulty: [] })
    }),
  )
})
