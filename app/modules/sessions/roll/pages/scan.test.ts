import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { makeCode } from '../../codes/make-code.ts'
import { codesFor, spokenOf, tokensOf } from '../../codes/queries.ts'
import { signUp } from '../../seats/sign-up.ts'
import { marksOf } from '../queries.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const session = await makeSession(ctx)
  const person = await makePerson(ctx, session.unitId, { name: '曹兰' })
  const other = await makePerson(ctx, session.unitId, { name: '顾明' })
  // one after the other: each asks for a seat
  for (const each of [person, other]) await signUp(await as(ctx, each), { sessionId: session.id })
  await makeCode(await as(ctx, person), { anew: false })
  const spoken = (await spokenOf(ctx, session.id, person.id))!
  const token = (await tokensOf(ctx, [person.id])).get(person.id)!
  return { ...session, person, other, spoken, token }
})
const path = `/sessions/${made.id}/roll/scan`
const now = made.during.start
const host = await visitor(database, { id: made.hostId }, { now })
const marks = () => committed(database, (ctx) => marksOf(ctx, made.id))

test('six digits mark the person, and a mistake is taken back, without script', async () => {
  const spaced = `${made.spoken.slice(0, 3)} ${made.spoken.slice(3)}`
  const { location } = await host.post(`${path}?do=say`, { digits: spaced })
  expect(location).toBe(`${path}?marked=${made.person.id}`)
  expect(textOf((await host.get(location!)).html)).toContain('曹兰')
  expect([...(await marks())]).toEqual([[made.person.id, 'came']])
  const undo = { personId: made.person.id, presence: 'absent' }
  await host.post(`${path}?do=mark`, undo)
  expect([...(await marks())]).toEqual([[made.person.id, 'absent']])
})

test('digits of nobody are refused with a word, and what was typed stays', async () => {
  const { status, html } = await host.post(`${path}?do=say`, { digits: '12' })
  expect([status, textOf(html).includes('没有人是这六位数')]).toEqual([409, true])
  expect(html).toContain('value="12"')
})

test('where two have the same digits, both are offered', async () => {
  const digits = await committed(database, async (ctx) => {
    const hosting = await as(ctx, { id: made.hostId })
    const ids = Array.from({ length: 8_000 }, newId)
    const said = [...(await codesFor(ctx, made.id, ids)).entries()]
    const same = [...Map.groupBy(said, ([, { spoken }]) => spoken).values()].find(
      (each) => each.length === 2,
    )!
    // People whose ids happen to agree are too rare to be made in the usual way.
    const people = same.map(([id], at) => ({
      streetId: ctx.street,
      id,
      name: `同码${at}`,
      namePinyin: '',
      reach: 'call' as const,
      homebound: false,
      homeUnitId: made.unitId,
      madeAt: ctx.now,
    }))
    await ctx.tx.insertInto('person').values(people).execute()
    for (const { id: personId } of people) await signUp(hosting, { sessionId: made.id, personId })
    return same[0]![1].spoken!
  })
  const { location } = await host.post(`${path}?do=say`, { digits })
  expect(location).toBe(`${path}?digits=${digits}`)
  const { html } = await host.get(location!)
  const [first, second] = ['同码0', '同码1'].map((name) => textOf(html).includes(name))
  expect([first, second, (await marks()).size]).toEqual([true, true, 1])
})

test('the page knows codes by their hash alone, and only for who runs the session', async () => {
  const { html } = await host.get(path)
  expect(html).not.toContain(made.token)
  expect(html).toContain('&quot;codeHash&quot;')
  const stranger = await visitor(database, made.person, { now })
  expect((await stranger.get(path)).status).toBe(403)
})

test('who has a seat finds the digits on the session’s page', async () => {
  const spaced = `${made.spoken.slice(0, 3)} ${made.spoken.slice(3)}`
  const at = `/sessions/${made.id}`
  const own = await (await visitor(database, made.person)).get(at)
  const others = await (await visitor(database, made.other)).get(at)
  expect([own, others].map(({ html }) => textOf(html).includes(spaced))).toEqual([true, false])
})
