import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { readToken } from '#app/platform/http/token.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { endApiToken } from './end-api-token.ts'
import { makeApiToken } from './make-api-token.ts'
import { apiTokensOf, findTokenHolder } from './queries.ts'

test('a token acts as its person until it is taken back', () =>
  rolledBack(async (ctx) => {
    const person = await makeAppointed(ctx, 'office')
    const self = await as(ctx, person)
    const { id, token } = await makeApiToken(self, { name: '统计表' })
    const { street, hash } = readToken(token)!
    expect(street).toBe(ctx.street)
    const holder = await findTokenHolder(ctx, hash)
    expect(holder?.actor).toEqual(self.actor)
    expect(await apiTokensOf(ctx, person.id)).toEqual([
      { id, name: '统计表', madeAt: ctx.now, usedAt: ctx.now },
    ])
    await endApiToken(self, { tokenId: id })
    expect(await findTokenHolder(ctx, hash)).toBeNull()
    expect(await apiTokensOf(ctx, person.id)).toEqual([])
  }))

test('two tokens in use have two names; a name is free again once taken back', () =>
  rolledBack(async (ctx) => {
    const self = await as(ctx, await makePerson(ctx))
    const { id } = await makeApiToken(self, { name: '表' })
    expect(await failureOf(ctx, () => makeApiToken(self, { name: '表' }))).toBe('api_token_name')
    await endApiToken(self, { tokenId: id })
    expect(await failureOf(ctx, () => makeApiToken(self, { name: '表' }))).toBeUndefined()
  }))

test('nobody makes a token, nor takes back another’s', () =>
  rolledBack(async (ctx) => {
    const { id } = await makeApiToken(await as(ctx, await makePerson(ctx)), { name: '表' })
    const stranger = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, () => endApiToken(stranger, { tokenId: id }))).toBe('forbidden')
    const visitor = { ...ctx, actor: nobody }
    expect(await failureOf(ctx, () => makeApiToken(visitor, { name: '表' }))).toBe('forbidden')
  }))
