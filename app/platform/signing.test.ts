import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { otherStreet, rolledBack } from '#test/database.ts'
import { enterStreet } from './database/connection.ts'
import {
  digitsFor,
  prepareLinks,
  publicKeyOf,
  readLink,
  readStatement,
  signLink,
  signLinks,
  signStatement,
  streetOfLink,
} from './signing.ts'
import { hour, later } from './time.ts'

const about = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'

test('a link does the one thing it was signed for, until its time is over', () =>
  rolledBack(async (ctx) => {
    const token = await signLink(ctx, 'recall', about, later(ctx.now, hour))
    expect(token).toMatch(/^[\w-]{54}$/)
    expect(await readLink(ctx, 'recall', token)).toEqual({ id: about, over: false })
    expect(await readLink(ctx, 'claim', token)).toBe(null)
    const at = (milliseconds: number) => ({ ...ctx, now: later(ctx.now, milliseconds) })
    expect((await readLink(at(hour - 1), 'recall', token))?.over).toBe(false)
    expect((await readLink(at(hour), 'recall', token))?.over).toBe(true)
    // The name of what it does and what it says can't be shifted into each other.
    expect(await readLink(ctx, 'recall\n', token)).toBe(null)
  }))

test('a link with one character changed, left out or added is none', () =>
  rolledBack(async (ctx) => {
    const token = await signLink(ctx, 'recall', about, later(ctx.now, hour))
    // The neighbours of a letter differ from it in its last bits, which a reader may be tempted to ignore.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const changed = [...token].flatMap((letter, at) =>
      [1, 2, 32].map((bit) => {
        const other = letters[letters.indexOf(letter) ^ bit]!
        return token.slice(0, at) + other + token.slice(at + 1)
      }),
    )
    const others = ['', 'a.b.c', token.slice(1), `${token}A`, `${token}=`, token.slice(0, -1)]
    expect(new Set([...changed, token]).size).toBe(54 * 3 + 1)
    const read: unknown[] = []
    // one query each: the street's key is looked up for every token that could be one
    for (const forged of [...changed, ...others]) read.push(await readLink(ctx, 'recall', forged))
    expect(read.filter((each) => each !== null)).toEqual([])
  }))

test('several links are signed as one is, and six digits come from the key alone', () =>
  rolledBack(async (ctx) => {
    const link = { id: about, expiresAt: later(ctx.now, hour) }
    expect(await signLinks(ctx, 'recall', [link])).toBe(null)
    expect(await digitsFor(ctx, 'seat', ['a'])).toBe(null)
    await prepareLinks(ctx)
    const token = await signLink(ctx, 'recall', about, link.expiresAt)
    expect(await signLinks(ctx, 'recall', [link, link])).toEqual([token, token])
    const [a, b, again] = (await digitsFor(ctx, 'seat', ['a', 'b', 'a']))!
    expect([a, b].every((digits) => /^\d{6}$/.test(digits!))).toBe(true)
    expect(again).toBe(a)
    expect(b).not.toBe(a)
    expect(await digitsFor(ctx, 'other', ['a'])).not.toEqual([a])
  }))

test('a link of one street says nothing in another, and names its own', () =>
  rolledBack(async (ctx) => {
    const token = await signLink(ctx, 'recall', about, later(ctx.now, hour))
    const other = { ...ctx, street: otherStreet }
    await enterStreet(ctx.tx, otherStreet)
    expect(await readLink(other, 'recall', token)).toBe(null)
    const theirs = await signLink(other, 'recall', about, later(ctx.now, hour))
    expect(await readLink(other, 'recall', token)).toBe(null)
    expect([token, theirs, 'x', undefined].map(streetOfLink)).toEqual([
      ctx.street,
      otherStreet,
      undefined,
      undefined,
    ])
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
