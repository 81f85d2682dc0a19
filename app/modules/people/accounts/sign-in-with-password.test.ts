import { expect, test } from 'vitest'
import { type Context, nobody } from '#app/platform/context.ts'
import { later, minute } from '#app/platform/time.ts'
import { committed, ownDatabase, reasonOf, testNow } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { signInsOf } from './queries.ts'
import { setPassword } from './set-password.ts'
import { signInWithPassword } from './sign-in-with-password.ts'
import { startSignIn } from './start-sign-in.ts'

const database = await ownDatabase()
const browser = { device: 'Test', signInId: null }
const password = '灯笼挂在河边上的树'

type Role = Parameters<typeof makeAppointed>[1]

/** Someone with a role who has signed in by code and chosen a password. */
async function staff(role: Role = 'office') {
  return committed(database, async (ctx) => {
    const person = await makeAppointed(ctx, role)
    const { signInId } = await startSignIn(ctx, { ...browser, personId: person.id })
    await setPassword(await as(ctx, person), { password, signInId })
    return person
  })
}

function signIn(phone: string, word: string, more: { address?: string; now?: Date } = {}) {
  return committed(
    database,
    (ctx) =>
      signInWithPassword(ctx, {
        ...browser,
        phone,
        password: word,
        address: more.address ?? phone,
      }),
    { actor: nobody, now: more.now ?? testNow },
  )
}

const reason = (...given: Parameters<typeof signIn>) => signIn(...given).then(() => null, reasonOf)

test('staff sign in with the password they chose', async () => {
  const { phone } = await staff()
  expect((await signIn(phone!, password)).cookie).toMatch(/^320613019\.[\w-]{43}$/)
})

test('a wrong password, an unknown phone and a phone without one are refused alike', async () => {
  const { phone } = await staff()
  const without = await committed(database, (ctx) => makeAppointed(ctx, 'office'))
  expect(await reason(phone!, '别的密码')).toBe('password.wrong')
  expect(await reason('10033333333', password)).toBe('password.wrong')
  expect(await reason(without.phone!, password)).toBe('password.wrong')
})

test('after five wrong ones even the right one has to wait a quarter of an hour', async () => {
  const { phone } = await staff()
  for (let tries = 0; tries < 5; tries++) await reason(phone!, '错的密码')
  const early = later(testNow, 15 * minute - 1)
  expect(await reason(phone!, password, { now: early })).toBe('password.tooManyTries')
  expect(await reason(phone!, password, { now: later(testNow, 15 * minute) })).toBeNull()
})

test('an address that guesses at many phones has to wait too', async () => {
  const { phone } = await staff()
  const address = '192.0.2.99'
  for (let at = 0; at < 20; at++) await reason(`100222222${at + 10}`, '猜一猜', { address })
  expect(await reason(phone!, password, { address })).toBe('password.tooManyTries')
  expect(await reason(phone!, password)).toBeNull()
})

test('whoever works for the street no more signs in by code alone', async () => {
  const { phone, id } = await staff('organiser')
  await committed(database, (ctx) =>
    ctx.tx
      .updateTable('appointment')
      .set({ untilOn: '2022-01-11' })
      .where('streetId', '=', ctx.street)
      .where('personId', '=', id)
      .execute(),
  )
  expect(await reason(phone!, password)).toBe('password.wrong')
})

async function choosing(
  make: (ctx: Context) => Promise<{ id: string }>,
  word: string,
  minutesLater = 0,
) {
  return committed(database, async (ctx) => {
    const person = await make(ctx)
    const { signInId } = await startSignIn(ctx, { ...browser, personId: person.id })
    const at = { ...ctx, now: later(ctx.now, minutesLater * minute) }
    await setPassword(await as(at, person), { password: word, signInId })
  }).then(() => null, reasonOf)
}

const office = (ctx: Context) => makeAppointed(ctx, 'office')

test.each([
  ['an easy password', office, '12345678', 0, 'password.tooEasy'],
  ['a sign-in of a while ago', office, password, 16, 'password.signInAgain'],
  ['a member', (ctx: Context) => makePerson(ctx), password, 0, 'forbidden'],
] as const)('for %s no password is set', async (_, make, word, minutes, expected) => {
  expect(await choosing(make, word, minutes)).toBe(expected)
})

test('choosing a password ends every other sign-in', async () => {
  const left = await committed(database, async (ctx) => {
    const person = await office(ctx)
    const here = await startSignIn(ctx, { ...browser, personId: person.id })
    await startSignIn(ctx, { ...browser, personId: person.id })
    await setPassword(await as(ctx, person), { password, signInId: here.signInId })
    return { here, signIns: await signInsOf(ctx, person.id) }
  })
  expect(left.signIns.map((each) => each.id)).toEqual([left.here.signInId])
})
