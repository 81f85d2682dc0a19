import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { Refused, RefusedAndKept } from '#app/platform/errors.ts'
import { day, hour, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { makeNeed } from '#test/make-matters.ts'
import { openNeed } from './open-need.ts'
import { needOfLink } from './queries.ts'

test('number and phone open a link; it is good for sixty days', () =>
  rolledBack(async (ctx) => {
    const need = await makeNeed(ctx)
    const asking = { number: need.number, phone: need.phone, address: '10.1.1.1' }
    const { link } = await openNeed({ ...ctx, actor: nobody }, asking)
    expect(await needOfLink(ctx, link)).toBe(need.id)
    expect(await needOfLink({ ...ctx, now: later(ctx.now, 61 * day) }, link)).toBe(null)
  }))

test('another phone finds nothing, and ten tries are enough for an hour', () =>
  rolledBack(async (ctx) => {
    const need = await makeNeed(ctx)
    const wrong = { number: need.number, phone: '10099999999', address: '10.1.1.2' }
    for (let tries = 0; tries < 10; tries += 1) {
      // Kept in the caller's transaction, as a request does.
      const error: unknown = await openNeed(ctx, wrong).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(RefusedAndKept)
      expect((error as Refused).reason).toBe('need.notFound')
    }
    const right = { ...wrong, phone: need.phone }
    expect(await failureOf(ctx, () => openNeed(ctx, right))).toBe('need.tooManyTries')
    const elsewhere = { ...right, address: '10.1.1.3' }
    expect(await failureOf(ctx, () => openNeed(ctx, elsewhere))).toBe('need.tooManyTries')
    const then = { ...ctx, now: later(ctx.now, hour + 1) }
    expect(await failureOf(ctx, () => openNeed(then, right))).toBe(undefined)
  }))
