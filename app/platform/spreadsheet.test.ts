import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { decode } from './csv.ts'
import { Refused } from './errors.ts'
import {
  isWorkbook,
  readSheet,
  type Sheet,
  workbookResponse,
  writeWorkbook,
} from './spreadsheet.ts'

const rows = { mostRows: 100 }
const fieldsOf = async (bytes: Uint8Array, sheet?: string) =>
  (await readSheet(bytes, sheet === undefined ? rows : { ...rows, sheet })).map((row) => row.fields)
const reasonOf = (bytes: Uint8Array, mostRows = 100) =>
  readSheet(bytes, { mostRows }).then(
    () => 'read',
    (error: unknown) => (error as Refused).reason,
  )
const partOf = (bytes: Uint8Array, name: string) => decode(unzipSync(bytes)[name]!)

const sheet: Sheet = {
  name: '名单',
  headings: ['姓名', '身份证号', '出生', '到场', '学时', '备注'],
  rows: [
    [
      '顾大明',
      '320613194803021234',
      { day: '1948-03-02' },
      new Date('2022-01-12T06:30:00Z'),
      1.25,
      null,
    ],
    ['曹兰', 10000000001234, { day: '1900-02-28' }, null, -3, '第一行\n第二行'],
  ],
}

test('days, instants in Shanghai, numbers and long numbers come back as they were', async () => {
  const bytes = await writeWorkbook([{ ...sheet, above: ['党员名单', '截至今天'] }])
  expect(isWorkbook(bytes)).toBe(true)
  expect(await fieldsOf(bytes)).toEqual([
    ['党员名单'],
    ['截至今天'],
    [...sheet.headings],
    ['顾大明', '320613194803021234', '1948-03-02', '2022-01-12 14:30', '1.25'],
    ['曹兰', '10000000001234', '1900-02-28', '', '-3', '第一行\n第二行'],
  ])
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).toContain('<c r="E4"><v>1.25</v></c>')
  expect(xml).toMatch(/<c r="B5" t="s">/)
  expect(xml).toContain('ySplit="3" topLeftCell="A4" state="frozen"')
})

test('numbers keep their places: each row has the number a spreadsheet shows', async () => {
  const bytes = await writeWorkbook([{ ...sheet, rows: [[null], ...sheet.rows] }])
  expect((await readSheet(bytes, rows)).map(({ number }) => number)).toEqual([1, 3, 4])
})

test.each(['=1+1', '+8613', '-说明', '@SUM(A1)', '\t=1'])(
  'the text %j is no formula, and comes back whole',
  async (text) => {
    const bytes = await writeWorkbook([{ name: 'x', headings: ['a'], rows: [[text]] }])
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f')
    expect(partOf(bytes, 'xl/sharedStrings.xml')).toContain(`>'${text}<`)
    expect(await fieldsOf(bytes)).toEqual([['a'], [text]])
  },
)

test('text that XML has no room for loses only that', async () => {
  const bytes = await writeWorkbook([
    { name: 'x', headings: ['a'], rows: [['王\u0000红\ud800<&>'], ['字'.repeat(40_000)]] },
  ])
  const [, one, long] = await fieldsOf(bytes)
  expect(one).toEqual(['王红\ufffd<&>'])
  expect(long![0]).toBe('字'.repeat(32_767))
})

test('sheets have legal names, each once, and are read by them', async () => {
  const long = '秦灶街道'.repeat(10)
  const names = ['a[b]:*?/\\c', 'A b c', '', "'s'", long, long]
  const bytes = await writeWorkbook(names.map((name, at) => ({ ...sheet, name, rows: [[at]] })))
  const given = [...partOf(bytes, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name]) => name,
  )
  const most = long.slice(0, 31)
  expect(given).toEqual(['a b c', 'A b c (2)', 'Sheet', 's', most, `${most.slice(0, 27)} (2)`])
  expect((await fieldsOf(bytes, 'A b c (2)'))[1]).toEqual(['1'])
  expect(await fieldsOf(bytes)).toEqual([[...sheet.headings], ['0']])
})

test('columns are as wide as Chinese needs, and a sheet for paper is set up for it', async () => {
  const bytes = await writeWorkbook([{ ...sheet, paper: 'landscape', above: ['党员学时名册'] }])
  const xml = partOf(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).toContain('<col min="1" max="1" width="8"')
  expect(xml).toContain('<col min="2" max="2" width="20"')
  expect(xml).toContain('paperSize="9" orientation="landscape"')
  expect(partOf(bytes, 'xl/workbook.xml')).toContain(`'名单'!$2:$2`)
})

// What LibreOffice and Excel write, as far as it differs from what is written here.
const ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...all: [id: string, kind: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([id, kind, to]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${to}"/>`)
    .join('')}</Relationships>`

function workbookOf(sheetXml: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook ${ns} xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet ${ns}><sheetData>${sheetXml}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${ns}><si><t>姓名</t></si><si><r><rPr><b/></rPr><t>顾</t></r><r><t xml:space="preserve">大明</t></r><rPh sb="0" eb="1"><t>Gu</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet ${ns}><numFmts count="1"><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, strToU8(v)])))
}

test('a workbook as Excel and LibreOffice write it', async () => {
  const bytes = workbookOf(
    '<row r="1" spans="1:6"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>手机</t></is></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>17594</v></c><c r="C3"><v>1.0000000001E10</v></c>' +
      '<c r="D3" s="2"><v>44573</v></c><c r="E3" t="str"><f>A3&amp;"x"</f><v>顾大明x</v></c><c r="F3" t="e"><v>#REF!</v></c>' +
      '<c r="G3" t="b"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>',
  )
  expect(await readSheet(bytes, rows)).toEqual([
    { number: 1, fields: ['姓名', '', '手机'] },
    {
      number: 3,
      fields: ['顾大明', '1948-03-02', '10000000001', '2022-01-12', '顾大明x', '#REF!', 'true'],
    },
  ])
})

const row = (cells: string) => `<row r="1">${cells}</row>`
const cell = '<c r="A1"><v>1</v></c>'

test('what is no whole workbook is refused as broken', async () => {
  const whole = workbookOf(row(cell))
  const cases: Record<string, Uint8Array> = {
    nothing: new Uint8Array(),
    text: strToU8('姓名,电话\n'),
    'an old workbook': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    'half of it': whole.subarray(0, whole.length / 2),
    'another zip': zipSync({ 'a.txt': strToU8('a') }),
    'no sheet': workbookOf('', { 'xl/_rels/workbook.xml.rels': relations() }),
    'nested too deep': workbookOf('', { 'xl/styles.xml': '<a>'.repeat(200_000) }),
  }
  const found = await Promise.all(
    Object.entries(cases).map(async ([name, bytes]) => [name, await reasonOf(bytes)]),
  )
  expect(found).toEqual(Object.keys(cases).map((name) => [name, 'table.broken']))
})

test('what only costs memory is refused as too large', async () => {
  const bomb: Zippable = { 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 * 1024) }
  const lying = zipSync(bomb)
  // The directory at the end says that the part is small.
  const view = new DataView(lying.buffer)
  view.setUint32(view.getUint32(lying.length - 6, true) + 24, 10, true)
  expect(await reasonOf(zipSync(bomb))).toBe('table.tooLarge')
  expect(await reasonOf(lying)).toBe('table.tooLarge')
  expect(await reasonOf(workbookOf(row('<c/>'.repeat(2_100_000))))).toBe('table.tooLarge')
  expect(await reasonOf(workbookOf(row('<c r="XFD1"><v>1</v></c>')))).toBe('table.tooLarge')
  expect(await reasonOf(workbookOf(row(cell.repeat(201).replaceAll(' r="A1"', ''))))).toBe(
    'table.tooLarge',
  )
})

test('as many rows as allowed, and not one more', async () => {
  const three = [1, 2, 3].map((r) => `<row r="${r}"><c r="A${r}"><v>${r}</v></c></row>`).join('')
  expect(await reasonOf(workbookOf(three), 3)).toBe('read')
  expect(await reasonOf(workbookOf(three), 2)).toBe('table.tooManyRows')
})

test('a workbook is kept under its Chinese name', async () => {
  const answer = workbookResponse('名单/2022: 冬训', new Uint8Array([1, 2]))
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="table.xlsx"; filename*=UTF-8''${encodeURIComponent('名单 2022 冬训')}.xlsx`,
  )
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array([1, 2]))
})
