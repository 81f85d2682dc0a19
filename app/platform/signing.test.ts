import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { otherStreet, rolledBack } from '#test/database.ts'
import { enterStreet } from './database/connection.ts'
import { publicKeyOf, readLink, readStatement, signLink, signStatement } from './signing.ts'
import { hour, later } from './time.ts'

test('a link does the one thing it was signed for, until its time is over', () =>
  rolledBack(async (ctx) => {
    const token = await signLink(ctx, 'recall', { person: 'p1' }, later(ctx.now, hour))
    expect(await readLink(ctx, 'recall', token)).toMatchObject({ person: 'p1' })
    expect(await readLink(ctx, 'claim', token)).toBe(null)
    const after = { ...ctx, now: later(ctx.now, 2 * hour) }
    expect(await readLink(after, 'recall', token)).toBe('expired')
    for (const forged of ['', 'a.b.c', `${token.slice(0, -2)}AA`, token.replace(/^[^.]+/, 'e30')]) {
      expect(await readLink(ctx, 'recall', forged)).toBe(null)
    }
  }))

test('a link of one street says nothing in another', () =>
  rolledBack(async (ctx) => {
    const token = await signLink(ctx, 'recall', { person: 'p1' }, later(ctx.now, hour))
    const other = { ...ctx, street: otherStreet }
    await enterStreet(ctx.tx, otherStreet)
    expect(await readLink(other, 'recall', token)).toBe(null)
    await signLink(other, 'recall', { person: 'p2' }, later(ctx.now, hour))
    expect(await readLink(other, 'recall', token)).toBe(null)
  }))

test('a statement is checked with the public key alone, by any program', () =>
  rolledBack(async (ctx) => {
    expect(await publicKeyOf(ctx)).toBe(undefined)
    const signed = await signStatement(ctx, { number: 7, name: '李明' })
    expect(await readStatement(ctx, signed)).toEqual({ number: 7, name: '李明' })
    const key = (await publicKeyOf(ctx))!
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
    const [head, body, signature] = signed.split('.') as [string, string, string]
    const checked = (payload: string) =>
      verify(
        null,
        Buffer.from(`${head}.${payload}`),
        createPublicKey({ key: key as never, format: 'jwk' }),
        Buffer.from(signature, 'base64url'),
      )
    const forged = Buffer.from('{"number":8}').toString('base64url')
    expect([checked(body), checked(forged)]).toEqual([true, false])
    expect(await readStatement(ctx, `${head}.${forged}.${signature}`)).toBe(null)
  }))
