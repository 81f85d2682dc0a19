import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { later, minute } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson, makeStreet } from '#test/make.ts'
import { askForCode } from './ask-for-code.ts'
import { chooseReading } from './choose-reading.ts'
import { forgetOldCodes } from './forget-old-codes.ts'

const unknown = '10099999999'
const address = '192.0.2.7'

const after = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: later(ctx.now, minutes * minute),
})

async function messages(ctx: Context) {
  return ctx.tx
    .selectFrom('message')
    .select(['phone', 'body', 'atAnyHour', 'forgetAt'])
    .where('streetId', '=', ctx.street)
    .execute()
}

async function codes(ctx: Context) {
  return ctx.tx
    .selectFrom('signInCode')
    .select(['phone', 'tries', 'usedAt', 'expiresAt'])
    .where('streetId', '=', ctx.street)
    .execute()
}

test('a known phone is sent a code that it may be sent at night', () =>
  rolledBack(async (ctx) => {
    const { phone } = await makePerson(ctx)
    await askForCode(ctx, { phone: phone!, address })
    const [message, ...more] = await messages(ctx)
    expect(message?.body).toMatch(/验证码 \d{6}，/)
    expect({ ...message, body: '' }).toEqual({
      phone,
      body: '',
      atAnyHour: true,
      forgetAt: later(ctx.now, 10 * minute),
    })
    expect(more).toEqual([])
  }))

test('an unknown phone is answered alike, counted alike, and sent nothing', () =>
  rolledBack(async (ctx) => {
    const { phone } = await makePerson(ctx)
    const known = await askForCode(ctx, { phone: phone!, address })
    const other = await askForCode(ctx, { phone: unknown, address })
    expect(Object.keys(other)).toEqual(Object.keys(known))
    expect((await messages(ctx)).map((message) => message.phone)).toEqual([phone])
    const row = { tries: 0, usedAt: null, expiresAt: later(ctx.now, 10 * minute) }
    expect(await codes(ctx)).toEqual([phone, unknown].map((each) => ({ phone: each, ...row })))
  }))

test('the code is written in the person’s language', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    await chooseReading(await as(ctx, person), { language: 'en' })
    await askForCode(ctx, { phone: person.phone!, address })
    expect((await messages(ctx))[0]?.body).toMatch(/^\[Hearth\] Your code is \d{6};/)
  }))

test.each([
  ['known', true],
  ['unknown', false],
])('a phone that is %s is sent one code a minute and five an hour', (_, known) =>
  rolledBack(async (ctx) => {
    const phone = known ? (await makePerson(ctx)).phone! : unknown
    await makeStreet(ctx)
    const ask = (minutes: number) =>
      failureOf(ctx, () =>
        askForCode(after(ctx, minutes), { phone, address: `192.0.2.${minutes}` }),
      )
    const answers = []
    for (const minutes of [0, 0.5, 1, 2, 3, 4, 5, 59, 61]) answers.push(await ask(minutes))
    expect(answers).toEqual([
      undefined,
      'code.tooSoon',
      undefined,
      undefined,
      undefined,
      undefined,
      'code.tooMany',
      'code.tooMany',
      undefined,
    ])
  }),
)

test('twenty codes an hour are sent for one address, whatever the phones', () =>
  rolledBack(async (ctx) => {
    await makeStreet(ctx)
    const ask = (at: number, from: string) =>
      failureOf(ctx, () => askForCode(ctx, { phone: `100888880${at + 10}`, address: from }))
    const answers = []
    for (let at = 0; at < 21; at++) answers.push(await ask(at, address))
    expect(answers).toEqual([...Array<undefined>(20).fill(undefined), 'code.tooMany'])
    expect(await ask(30, '192.0.2.8')).toBeUndefined()
  }))

test('no code is sent where no street is open', () =>
  rolledBack(async (ctx) => {
    expect(await failureOf(ctx, () => askForCode(ctx, { phone: unknown, address }))).toBe(
      'notFound',
    )
  }))

test('a code’s message is forgotten with the code, the count of it a day later', () =>
  rolledBack(async (ctx) => {
    const { phone } = await makePerson(ctx)
    await askForCode(ctx, { phone: phone!, address })
    const left = async (minutes: number) => {
      await forgetOldCodes(after(ctx, minutes))
      return [(await messages(ctx)).length, (await codes(ctx)).length]
    }
    expect([await left(9), await left(10), await left(24 * 60 + 1)]).toEqual([
      [1, 1],
      [0, 1],
      [0, 0],
    ])
  }))
