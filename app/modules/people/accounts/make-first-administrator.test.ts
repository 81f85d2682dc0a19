import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson, makeStreet } from '#test/make.ts'
import { actorOf, findPerson } from '../queries.ts'
import { makeFirstAdministrator } from './make-first-administrator.ts'
import { passwordOf } from './queries.ts'

const input = {
  nameEn: 'Qinzao Subdistrict',
  name: '顾明',
  phone: '10012340000',
  password: '河边的灯笼和老树',
}

async function rolesOf(ctx: Context, personId: string) {
  const { appointments } = await actorOf(ctx, personId)
  return appointments.map((held) => held.role).toSorted()
}

test('an open street is given an administrator who has a password', () =>
  rolledBack(async (ctx) => {
    const top = await makeStreet(ctx)
    const { personId } = await makeFirstAdministrator(ctx, input)
    expect(await rolesOf(ctx, personId)).toEqual(['administrator', 'office'])
    expect(await passwordOf(ctx, personId)).toMatch(/^\$argon2id\$/)
    const person = await findPerson(ctx, personId)
    expect([person?.name, person?.homeUnitId]).toEqual(['顾明', top.id])
  }))

test('whoever has the phone becomes it, once more without harm', () =>
  rolledBack(async (ctx) => {
    const known = await makePerson(ctx)
    const again = { ...input, phone: known.phone! }
    expect(await makeFirstAdministrator(ctx, again)).toEqual({ personId: known.id })
    expect(await makeFirstAdministrator(ctx, again)).toEqual({ personId: known.id })
    expect(await rolesOf(ctx, known.id)).toEqual(['administrator', 'office'])
    expect((await findPerson(ctx, known.id))?.name).toBe(known.name)
  }))

test('an easy password is refused, and nobody but the operator makes administrators so', () =>
  rolledBack(async (ctx) => {
    await makeStreet(ctx)
    const easy = { ...input, password: '12345678' }
    expect(await failureOf(ctx, () => makeFirstAdministrator(ctx, easy))).toBe('password.tooEasy')
    const office = await as(ctx, await makeAppointed(ctx, 'administrator'))
    expect(await failureOf(ctx, () => makeFirstAdministrator(office, input))).toBe('forbidden')
  }))
