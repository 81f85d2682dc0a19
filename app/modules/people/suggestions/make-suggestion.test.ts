import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { hour, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson, makeStreet } from '#test/make.ts'
import { makeSuggestion } from './make-suggestion.ts'

test('ten an hour from one place without a sign-in; with one as many as anyone likes', () =>
  rolledBack(async (ctx) => {
    await makeStreet(ctx)
    const open = { ...ctx, actor: nobody, address: '10.3.3.3' }
    const say = (from: typeof ctx) => makeSuggestion(from, { words: '凳子太硬', page: '/' })
    for (let count = 0; count < 10; count += 1) await say(open)
    expect(await failureOf(ctx, () => say(open))).toBe('suggestion.tooMany')
    expect(await failureOf(ctx, () => say({ ...open, address: '10.3.3.4' }))).toBeUndefined()
    const then = { ...open, now: later(ctx.now, hour + 1) }
    expect(await failureOf(ctx, () => say(then))).toBeUndefined()
    const own = { ...(await as(ctx, await makePerson(ctx))), address: '10.3.3.3' }
    expect(await failureOf(ctx, () => say(own))).toBeUndefined()
  }))
