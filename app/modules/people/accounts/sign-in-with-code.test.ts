import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { readToken } from '#app/platform/http/token.ts'
import { newId } from '#app/platform/ids.ts'
import { day, later, minute } from '#app/platform/time.ts'
import { committed, ownDatabase, reasonOf, testNow } from '#test/database.ts'
import { makeAppointed, makePerson } from '#test/make.ts'
import { askForCode } from './ask-for-code.ts'
import { endSignIn } from './end-sign-in.ts'
import { findReader, signInsOf } from './queries.ts'
import { signInWithCode } from './sign-in-with-code.ts'

const database = await ownDatabase()
const browser = { device: 'Test', signInId: null as string | null }

/** A person to whose phone a code was sent a moment ago. */
async function asked(now = testNow, phone?: string) {
  return committed(
    database,
    async (ctx) => {
      const person = phone ? { id: '', phone, name: '' } : await makePerson(ctx)
      const { askedId } = await askForCode(ctx, { phone: person.phone!, address: newId() })
      const { rows } = { rows: await ctx.tx.selectFrom('message').selectAll().execute() }
      const body = rows.find((row) => row.phone === person.phone)?.body ?? ''
      return { person, askedId, code: /\d{6}/.exec(body)?.[0] ?? '000000' }
    },
    { now },
  )
}

function signIn(
  input: { askedId: string; code: string },
  more: { now?: Date; signInId?: string } = {},
) {
  return committed(
    database,
    (ctx) => signInWithCode(ctx, { ...browser, ...input, signInId: more.signInId ?? null }),
    { actor: nobody, now: more.now ?? testNow },
  )
}

const reason = (input: { askedId: string; code: string }, now?: Date) =>
  signIn(input, now ? { now } : {}).then(() => null, reasonOf)

function readerOf(cookie: string, now = testNow) {
  const token = readToken(cookie)!
  return committed(database, (ctx) => findReader(ctx, token.hash), { now })
}

const not = (code: string) => (code === '111111' ? '222222' : '111111')

test('the code signs its person in, once', async () => {
  const { person, askedId, code } = await asked()
  const { cookie } = await signIn({ askedId, code })
  expect(cookie).toMatch(/^320613019\.[\w-]{43}$/)
  expect((await readerOf(cookie))?.actor.personId).toBe(person.id)
  expect(await reason({ askedId, code })).toBe('code.over')
})

test('a wrong code counts: after five, the right one is of no use', async () => {
  const { askedId, code } = await asked()
  const answers = []
  for (let tries = 0; tries < 6; tries++) answers.push(await reason({ askedId, code: not(code) }))
  expect(answers).toEqual([...Array<string>(4).fill('code.wrong'), 'code.over', 'code.over'])
  expect(await reason({ askedId, code })).toBe('code.over')
})

test('a code is over after ten minutes', async () => {
  const { askedId, code } = await asked()
  expect(await reason({ askedId, code }, later(testNow, 10 * minute))).toBe('code.over')
})

test('a code belongs to the one time it was asked for', async () => {
  const [first, second] = [await asked(), await asked()]
  expect(await reason({ askedId: newId(), code: first.code })).toBe('code.over')
  expect(await reason({ askedId: second.askedId, code: first.code })).toBe('code.wrong')
})

test('a phone that nobody has is refused like a wrong code', async () => {
  const { askedId } = await asked(testNow, '10077777777')
  expect(await reason({ askedId, code: '123456' })).toMatch(/^code\.(wrong|over)$/)
})

test('a new sign-in of the same browser ends the one before, with its token', async () => {
  const first = await asked()
  const before = await signIn(first)
  const signInId = (await readerOf(before.cookie))!.signInId!
  const second = await asked()
  const after = await signIn(second, { signInId })
  expect(await readerOf(before.cookie)).toBeNull()
  expect((await readerOf(after.cookie))?.actor.personId).toBe(second.person.id)
})

test('using a sign-in makes it last; left alone it ends after sixty days', async () => {
  const { cookie } = await signIn(await asked())
  const use = async (days: number) => (await readerOf(cookie, later(testNow, days * day))) !== null
  expect([await use(59), await use(118), await use(179)]).toEqual([true, true, false])
})

test('a person sees the own sign-ins and ends one; nobody ends another’s', async () => {
  const { cookie } = await signIn(await asked())
  const { actor, signInId } = (await readerOf(cookie))!
  const stranger = await committed(database, (ctx) => makeAppointed(ctx, 'office'))
  const end = (as: typeof actor) =>
    committed(database, (ctx) => endSignIn(ctx, { signInId: signInId! }), { actor: as })
  const list = () => committed(database, (ctx) => signInsOf(ctx, actor.personId!))
  expect(await list()).toEqual([{ id: signInId, device: 'Test', madeAt: testNow, seenAt: testNow }])
  const other = { ...actor, personId: stranger.id }
  expect(await end(other).catch(reasonOf)).toBe('forbidden')
  await end(actor)
  expect(await list()).toEqual([])
  expect(await readerOf(cookie)).toBeNull()
})
