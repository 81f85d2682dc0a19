import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pdfOf } from './pdf.ts'

/** The streams of a PDF as text, unzipped. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/FlateDecode[^]*?stream\n([^]*?)\nendstream/g)].map(([, bytes]) =>
    inflateSync(Buffer.from(bytes!, 'latin1')).toString('latin1'),
  )
}

test('a page in Chinese carries its own letters and what they mean', async () => {
  const about = { title: '证书', author: '秦灶街道', at: new Date('2022-01-12T02:00:00Z') }
  const pdf = await pdfOf(about, (document) => {
    document.font('bold').text('志愿')
    document.font('regular').text('12.5 小时')
  })
  expect(pdf.length).toBeLessThan(60_000)
  const text = pdf.toString('latin1')
  expect(text.match(/\/FontFile2 /g)?.length).toBe(2)
  const meanings = streamsOf(pdf).filter((stream) => stream.includes('beginbfrange'))
  const letters = meanings
    .flatMap((stream) => [...stream.matchAll(/<([0-9a-f]{4})>/g)].map(([, code]) => code!))
    .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
  expect(letters).toEqual(expect.arrayContaining([...'志愿小时1']))
})
