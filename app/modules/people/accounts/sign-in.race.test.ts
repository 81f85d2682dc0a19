import { expect, test } from 'vitest'
import { type Context, nobody } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { hashOf } from '#app/platform/open-writes.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makePerson } from '#test/make.ts'
import { allAtOnce } from '#test/race.ts'
import { askForCode } from './ask-for-code.ts'
import { holdTries } from './queries.ts'
import { signInWithCode } from './sign-in-with-code.ts'
import { signInWithPassword } from './sign-in-with-password.ts'

const database = await ownDatabase()
const browser = { device: 'Test', signInId: null }

const as = { actor: nobody }
const several = <T>(times: number, step: (at: number) => T) =>
  Array.from({ length: times }, (_, at) => () => step(at))

function holdCode(ctx: Context, askedId: string) {
  return ctx.tx
    .selectFrom('signInCode')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('id', '=', askedId)
    .forUpdate()
    .execute()
}

test('the same code used several times at once signs in once', async () => {
  const { askedId, code } = await committed(database, async (ctx) => {
    const person = await makePerson(ctx)
    const { askedId } = await askForCode(ctx, { phone: person.phone!, address: newId() })
    const { body } = await ctx.tx.selectFrom('message').select('body').executeTakeFirstOrThrow()
    return { askedId, code: /\d{6}/.exec(body)![0] }
  })
  const signIn = () =>
    committed(database, (ctx) => signInWithCode(ctx, { ...browser, askedId, code }), as)
  const ends = await allAtOnce(database, (ctx) => holdCode(ctx, askedId), several(4, signIn))
  expect(ends.toSorted()).toEqual(['code.over', 'code.over', 'code.over', 'done'])
})

test('wrong codes tried at once are all counted', async () => {
  const phone = '10066666666'
  const { askedId } = await committed(database, (ctx) => askForCode(ctx, { phone, address: '' }))
  const guess = () =>
    committed(database, (ctx) => signInWithCode(ctx, { ...browser, askedId, code: '000000' }), as)
  const ends = await allAtOnce(database, (ctx) => holdCode(ctx, askedId), several(8, guess))
  expect(ends.toSorted()).toEqual([
    ...Array<string>(4).fill('code.over'),
    ...Array<string>(4).fill('code.wrong'),
  ])
})

test('of several codes asked for at once for one phone one is sent', async () => {
  const phone = '10055555555'
  const ask = (at: number) =>
    committed(database, (ctx) => askForCode(ctx, { phone, address: `a${at}` }), as)
  const hold = (ctx: Context) => holdTries(ctx, phone, hashOf('another'))
  const ends = await allAtOnce(database, hold, several(4, ask))
  expect(ends.toSorted()).toEqual(['code.tooSoon', 'code.tooSoon', 'code.tooSoon', 'done'])
})

test('wrong passwords tried at once stop at five', async () => {
  const phone = '10044444444'
  const guess = (at: number) => {
    const input = { ...browser, phone, password: `guess number ${at}`, address: `b${at}` }
    return committed(database, (ctx) => signInWithPassword(ctx, input), as)
  }
  const hold = (ctx: Context) => holdTries(ctx, phone, hashOf('another'))
  const ends = await allAtOnce(database, hold, several(8, guess))
  expect(ends.toSorted()).toEqual([
    ...Array<string>(3).fill('password.tooManyTries'),
    ...Array<string>(5).fill('password.wrong'),
  ])
})
