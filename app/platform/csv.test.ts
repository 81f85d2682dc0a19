import { expect, test } from 'vitest'
import { decode, readCsv } from './csv.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['UTF-8', utf8('秦灶街道')],
  ['UTF-8 with its mark', utf8('\ufeff秦灶街道')],
  ['GB18030', Uint8Array.of(0xc7, 0xd8, 0xd4, 0xee, 0xbd, 0xd6, 0xb5, 0xc0)],
])('reads %s', (_, bytes) => {
  expect(decode(bytes)).toBe('秦灶街道')
})

test('marks what no encoding reads where it stands', () => {
  const lines = utf8('秦灶街道\n?\n费桥村\n')
  expect(decode(lines.map((byte) => (byte === 0x3f ? 0xff : byte)))).toBe(
    '秦灶街道\n\ufffd\n费桥村\n',
  )
})

test.each([
  ['lines that end in LF', 'a,b\nc,d\n', [1, 2]],
  ['lines that end in CRLF, the last in nothing', 'a,b\r\nc,d', [1, 2]],
  ['quotes', '"a",b\nc,"d"\n', [1, 2]],
  ['empty lines, which count as in a spreadsheet', 'a,b\n\n,\nc,d\n\n', [1, 4]],
])('reads %s', (_, text, numbers) => {
  expect(readCsv(text)).toEqual([
    { number: numbers[0], fields: ['a', 'b'] },
    { number: numbers[1], fields: ['c', 'd'] },
  ])
})

test.each([
  ['a comma, a line and quotes inside quotes', '"a, ""b""\r\nc",d', ['a, "b"\r\nc', 'd']],
  ['empty fields', 'a,,"",', ['a', '', '', '']],
  ['a quote in the middle', 'a"b,c', ['a"b', 'c']],
  ['a quote that nothing closes', 'a,"b\nc,d\n', ['a', 'b\nc,d\n']],
])('reads %s', (_, text, fields) => {
  expect(readCsv(text)).toEqual([{ number: 1, fields }])
})

test('reads nothing in nothing', () => {
  expect(readCsv('')).toEqual([])
})
