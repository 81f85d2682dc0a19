import { expect, test } from 'vitest'
import { failureOf, rolledBack, street } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { importDivisions } from './import-divisions.ts'
import { openStreet } from './open-street.ts'
import { findStreet, topUnit } from './queries.ts'

const divisions = new TextEncoder().encode(
  'code,name,level,parent_code\n3206,南通市,city,\n320613,崇川区,district,3206\n320613019,秦灶街道,street,320613\n',
)
const input = { code: '320613019', nameEn: 'Qinzao Street' }

test('the operator opens a street, with its own unit at the top', () =>
  rolledBack(async (ctx) => {
    await importDivisions(ctx, { bytes: divisions })
    const { unitId } = await openStreet(ctx, input)
    expect(await findStreet(ctx, street)).toEqual({
      streetId: street,
      name: '秦灶街道',
      nameEn: 'Qinzao Street',
      level: 'street',
      openedAt: ctx.now,
    })
    expect(await topUnit(ctx)).toMatchObject({ id: unitId, kind: 'street', name: '秦灶街道' })
    expect(await failureOf(ctx, () => openStreet(ctx, input))).toBe('street.alreadyOpen')
  }))

test('a city is no street, and an unknown code is none', () =>
  rolledBack(async (ctx) => {
    await importDivisions(ctx, { bytes: divisions })
    const city = { code: '3206', nameEn: 'Nantong' }
    expect(await failureOf(ctx, () => openStreet(ctx, city))).toBe('street.notAStreet')
    expect(await failureOf(ctx, () => openStreet(ctx, { ...input, code: '320613099' }))).toBe(
      'notFound',
    )
  }))

test('an administrator of a street opens no other', () =>
  rolledBack(async (ctx) => {
    await importDivisions(ctx, { bytes: divisions })
    await openStreet(ctx, input)
    const administrator = await as(ctx, await makeAppointed(ctx, 'administrator'))
    expect(await failureOf(ctx, () => openStreet(administrator, input))).toBe('forbidden')
  }))
