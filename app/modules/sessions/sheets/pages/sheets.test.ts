import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { instantAt } from '#app/platform/time.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeGuardian, makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { signUp } from '../../seats/sign-up.ts'

const database = await ownDatabase()
const now = instantAt('2022-01-14', '14:30')
const { session, host, people, child, waiter, branch } = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const host = await makeAppointed(ctx, 'organiser', branch.id)
  const session = await makeSession(ctx, {
    unitId: branch.id,
    placedBy: host.id,
    date: '2022-01-14',
  })
  const names = ['赵一', '陈二', '马三']
  const people: { id: string }[] = []
  for (const name of names) people.push(await makePerson(ctx, branch.id, { name }))
  for (const person of people) await signUp(await as(ctx, person), { sessionId: session.id })
  const child = await makePerson(ctx, branch.id, { name: '安小孩', bornOn: '2012-05-01' })
  await makeGuardian(ctx, child.id, people[2]!.id)
  await signUp(await as(ctx, people[2]!), { sessionId: session.id, personId: child.id })
  const partyId = newId()
  await ctx.tx
    .updateTable('signUp')
    .set({ partyId })
    .where('personId', 'in', [child.id, people[2]!.id])
    .execute()
  const held = { streetId: ctx.street, sessionId: session.id }
  await ctx.tx
    .insertInto('unnamedSeats')
    .values({ ...held, unitId: branch.id, seats: 4, madeBy: host.id, madeAt: ctx.now })
    .execute()
  const waiter = await makePerson(ctx, branch.id, { name: '周等等' })
  const id = newId()
  const asked = { askedBy: waiter.id, askedAt: ctx.now }
  await ctx.tx
    .insertInto('waiting')
    .values({ ...held, id, number: 1, status: 'waiting', ...asked })
    .execute()
  await ctx.tx
    .insertInto('waitingPerson')
    .values({ ...held, waitingId: id, personId: waiter.id })
    .execute()
  return { session, host, people, child, waiter, branch }
})
const at = (page: string) => `/sessions/${session.id}/${page}`

/** The rows of a page's tables, cell by cell. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map(([, row]) =>
      [...row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => textOf(cell!)),
    )
    .filter((cells) => /^\d/.test(cells[0] ?? '') || cells.includes(branch.name))

test('the door list has who sits, who came together, the units’ seats and the line', async () => {
  const desk = await visitor(database, host, { now })
  const { status, html } = await desk.get(at('door-list'))
  expect(status).toBe(200)
  expect(rowsOf(html)).toEqual([
    ['1', '', '孩子（随马三）', branch.name, '一起 A'],
    ['2', '', '陈二', branch.name, ''],
    ['3', '', '马三', branch.name, '一起 A'],
    ['4', '', '赵一', branch.name, ''],
    [branch.name, '4', ''],
    ['1', '', '周等等', ''],
  ])
  expect(html).not.toContain('安小孩')
  expect(textOf(html)).not.toMatch(/100\d{8}/)
  const file = await desk.get(`${at('door-list')}?export=table`)
  expect([...file.bytes.subarray(0, 2)]).toEqual([0x50, 0x4b])
})

test('the sheet and the page where it is typed in have the same names in the same order', async () => {
  const desk = await visitor(database, host, { now })
  const paper = rowsOf((await desk.get(at('roll/sheet'))).html)
  expect(paper.map(([number, name]) => [number, name])).toEqual([
    ['1', '孩子（随马三）'],
    ['2', '陈二'],
    ['3', '马三'],
    ['4', '赵一'],
  ])
  const typed = (await desk.get(at('roll/typed'))).html
  const names = [...typed.matchAll(/<b>(\d+) · ([^<]*)<\/b>/g)].map(([, number, name]) => [
    number,
    name,
  ])
  expect(names).toEqual([
    ['1', '安小孩'],
    ['2', '陈二'],
    ['3', '马三'],
    ['4', '赵一'],
  ])
})

test('a typed sheet is a roll, and whoever has no tick stayed away', async () => {
  const desk = await visitor(database, host, { now })
  const [zhao, chen, ma] = people as [{ id: string }, { id: string }, { id: string }]
  const fields = Object.fromEntries(
    [zhao, chen, ma, child].map(({ id }) => [`marks.${id}.seen`, '']),
  )
  const { status, location } = await desk.post(`${at('roll/typed')}?do=call`, {
    ...fields,
    [`marks.${ma.id}.presence`]: 'came',
    [`marks.${child.id}.presence`]: 'left_early',
    rest: 'absent',
  })
  expect([status, location]).toEqual([303, `${at('roll/typed')}?done=sheet.typed`])
  const marks = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('attendance')
      .select(['personId', 'presence'])
      .where('sessionId', '=', session.id)
      .where('replacedAt', 'is', null)
      .execute(),
  )
  expect(new Map(marks.map(({ personId, presence }) => [personId, presence]))).toEqual(
    new Map([
      [ma.id, 'came'],
      [child.id, 'left_early'],
      [zhao.id, 'absent'],
      [chen.id, 'absent'],
    ]),
  )
})

test.each(['door-list', 'roll/sheet', 'roll/typed'])(
  '%s is for who runs the session',
  async (page) => {
    const member = await visitor(database, waiter, { now })
    expect((await member.get(at(page))).status).toBe(403)
    const anyone = await visitor(database, null, { now })
    expect((await anyone.get(at(page))).status).toBe(302)
  },
)
