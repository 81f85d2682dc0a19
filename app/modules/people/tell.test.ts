import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson, makeStreet } from '#test/make.ts'
import { addPerson } from './add-person.ts'
import { type Told, tell } from './tell.ts'

const news = (personIds: string[], more: Partial<Told> = {}): Told => ({
  personIds,
  name: 'order.placed',
  factId: newId(),
  details: { number: 7 },
  link: '/orders/7',
  urgency: 'soon',
  ...more,
})

async function notices(ctx: Context) {
  return ctx.tx
    .selectFrom('notice')
    .select(['personId', 'name', 'details', 'channel', 'dueAt', 'link'])
    .where('streetId', '=', ctx.street)
    .orderBy('id')
    .execute()
}

test('each person is told once of a fact, however often the reaction runs', () =>
  rolledBack(async (ctx) => {
    const [first, second] = [await makePerson(ctx), await makePerson(ctx)]
    const told = news([first.id, second.id, first.id])
    await tell(ctx, told)
    await tell(ctx, told)
    const same = { name: 'order.placed', details: { number: 7 }, link: '/orders/7' }
    expect(await notices(ctx)).toEqual(
      [first, second].map((person) => ({
        personId: person.id,
        ...same,
        channel: 'sms',
        dueAt: ctx.now,
      })),
    )
  }))

test('at night what is not of safety waits for the morning', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    const night = { ...ctx, now: new Date('2022-01-12T23:00:00+08:00') }
    await tell(night, news([person.id]))
    await tell(night, news([person.id], { urgency: 'safety' }))
    await tell(night, news([person.id], { urgency: 'digest' }))
    expect((await notices(ctx)).map((notice) => notice.dueAt)).toEqual([
      new Date('2022-01-13T08:00:00+08:00'),
      night.now,
      new Date('2022-01-13T18:00:00+08:00'),
    ])
  }))

test('whoever has no phone, or would rather be called, is put on the call list', () =>
  rolledBack(async (ctx) => {
    const homeUnitId = (await makeStreet(ctx)).id
    const without = await addPerson(ctx, { name: '顾大明', homeUnitId })
    const rather = await makePerson(ctx)
    await ctx.tx
      .updateTable('person')
      .set({ reach: 'call' })
      .where('streetId', '=', ctx.street)
      .where('id', '=', rather.id)
      .execute()
    await tell(ctx, news([without.id, rather.id]))
    expect((await notices(ctx)).map((notice) => notice.channel)).toEqual(['call', 'call'])
  }))

test('nobody is told where there is nobody to tell', () =>
  rolledBack(async (ctx) => {
    await tell(ctx, news([]))
    await tell(ctx, news([newId()]))
    expect(await notices(ctx)).toEqual([])
  }))

test('only the program tells', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    const self = await as(ctx, person)
    expect(await failureOf(ctx, () => tell(self, news([person.id])))).toBe('forbidden')
  }))
