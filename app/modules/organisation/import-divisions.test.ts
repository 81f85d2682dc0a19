import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { Invalid } from '#app/platform/errors.ts'
import { root } from '#app/platform/root.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { importDivisions } from './import-divisions.ts'
import { divisionCounts, findDivision, lastImports, topUnit } from './queries.ts'

const nantong = readFileSync(join(root, 'demo/data/nantong-divisions.csv'))
const text = nantong.toString('utf8')

test.each([
  ['UTF-8', nantong],
  ['UTF-8 with its mark', iconv.encode(text, 'utf8', { addBOM: true })],
  ['GB18030', iconv.encode(text, 'gb18030')],
])('the divisions of Nantong come in from %s, and again without effect', (_, bytes) =>
  rolledBack(async (ctx) => {
    expect(await importDivisions(ctx, { bytes })).toEqual({ added: 2150, changed: 0, kept: 0 })
    expect(await divisionCounts(ctx)).toEqual(
      new Map(Object.entries({ city: 1, district: 8, street: 136, community: 2005 })),
    )
    expect(await findDivision(ctx, '320613019203')).toEqual({
      code: '320613019203',
      name: '费桥村委会',
      level: 'community',
      parentCode: '320613019',
    })
    expect(await importDivisions(ctx, { bytes })).toEqual({ added: 0, changed: 0, kept: 2150 })
  }),
)

test('the whole file is read and stored within a second', { timeout: 1_000 }, () =>
  rolledBack(async (ctx) => {
    expect((await importDivisions(ctx, { bytes: nantong })).added).toBe(2150)
  }),
)

test('a faulty row refuses the file, and nothing of it is stored', () =>
  rolledBack(async (ctx) => {
    const bytes = Buffer.from(`${text}320613019203,费桥村,community,320613019\r\n1,x,city,\r\n`)
    const error = await importDivisions(ctx, { bytes }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Invalid)
    expect((error as Invalid).issues).toEqual({
      'row.2152': 'divisions.repeatedCode',
      'row.2153': 'divisions.badCode',
    })
    expect(await divisionCounts(ctx)).toEqual(new Map())
  }))

test('a division that has a new name is renamed', () =>
  rolledBack(async (ctx) => {
    await importDivisions(ctx, { bytes: nantong })
    const bytes = Buffer.from('code,name,level,parent_code\n320613019,秦灶镇,street,320613\n')
    expect(await importDivisions(ctx, { bytes })).toEqual({ added: 0, changed: 1, kept: 0 })
    expect((await findDivision(ctx, '320613019'))?.name).toBe('秦灶镇')
  }))

test('an administrator brings divisions in; the office and an organiser may not', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const administrator = await as(ctx, await makeAppointed(ctx, 'administrator'))
    const input = { bytes: nantong }
    for (const role of ['office', 'organiser'] as const) {
      const stranger = await as(ctx, await makeAppointed(ctx, role, branch.id))
      expect(await failureOf(ctx, () => importDivisions(stranger, input))).toBe('forbidden')
    }
    const counts = await importDivisions(administrator, input)
    const top = await topUnit(ctx)
    expect(await lastImports(ctx, top!.id)).toEqual([{ at: ctx.now, ...counts }])
  }))
