import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { addPerson } from '../../add-person.ts'
import { historyOf } from '../../queries.ts'
import { tell } from '../../tell.ts'

const database = await ownDatabase()

async function news(ctx: Context, personId: string, words: string) {
  await tell(ctx, {
    personIds: [personId],
    name: 'suggestion.answered',
    factId: newId(),
    details: { words },
    link: '/say',
    urgency: 'soon',
  })
}

/** Two branches: in the first someone without a phone and someone who would rather be called. */
const made = await committed(database, async (ctx) => {
  const [branch, other] = [await makeBranch(ctx), await makeBranch(ctx)]
  const old = await addPerson(ctx, { name: '陈大爷', homeUnitId: branch.id, homebound: true })
  const caller = await makePerson(ctx, branch.id)
  await ctx.tx
    .updateTable('person')
    .set({ reach: 'call' })
    .where('streetId', '=', ctx.street)
    .where('id', '=', caller.id)
    .execute()
  const far = await addPerson(ctx, { name: '远处的人', homeUnitId: other.id })
  await news(ctx, old.id, '甲事')
  await news(ctx, old.id, '乙事')
  await news(ctx, caller.id, '丙事')
  await news(ctx, far.id, '丁事')
  return {
    old,
    caller,
    far,
    organiser: await makeAppointed(ctx, 'organiser', branch.id),
    office: await makeAppointed(ctx, 'office'),
    member: await makeAppointed(ctx, 'member', branch.id),
  }
})

const history = (personId: string) =>
  committed(database, async (ctx) => (await historyOf(ctx, personId)).map((row) => row.name))

test('an organiser sees the own unit’s people with what to say; the office sees all', async () => {
  const own = textOf((await (await visitor(database, made.organiser)).get('/calls')).html)
  expect(['甲事', '乙事', '丙事', '丁事'].filter((thing) => own.includes(thing))).toEqual([
    '甲事',
    '乙事',
    '丙事',
  ])
  expect(own).toContain('不便出门，请上门')
  const all = textOf((await (await visitor(database, made.office)).get('/calls')).html)
  expect(all).toContain('丁事')
})

test('a member has no call list', async () => {
  expect((await (await visitor(database, made.member)).get('/calls')).status).toBe(403)
})

test('a number is shown to whoever opened it, which its person’s history says', async () => {
  const organiser = await visitor(database, made.organiser)
  expect((await organiser.get('/calls')).html).not.toContain(made.caller.phone)
  const { caller, far } = made
  expect((await organiser.post('/calls?do=numbers', { personIds: far.id })).status).toBe(403)
  const opened = await organiser.post('/calls?do=numbers', { personIds: caller.id })
  expect(opened.location).toBe('/calls?done=contact.seen')
  expect((await organiser.get('/calls')).html).toContain(made.caller.phone)
  expect((await (await visitor(database, made.office)).get('/calls')).html).not.toContain(
    made.caller.phone,
  )
  expect(await history(caller.id)).toEqual(['contact.seen', 'person.added'])
})

test('who was told leaves the list, with who told them; what came since stays', async () => {
  const organiser = await visitor(database, made.organiser)
  const { old, far } = made
  const ids = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('notice')
      .select('id')
      .where('streetId', '=', ctx.street)
      .where('personId', '=', old.id)
      .orderBy('id')
      .execute(),
  )
  const noticeIds = ids.map((row) => row.id).join()
  await committed(database, (ctx) => news(ctx, old.id, '戊事'))
  const told = await organiser.post('/calls?do=told', { personId: old.id, noticeIds })
  expect(told.location).toBe('/calls?done=person.told')
  const list = textOf((await organiser.get('/calls')).html)
  expect(['甲事', '乙事', '戊事'].filter((thing) => list.includes(thing))).toEqual(['戊事'])
  const rows = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('notice')
      .select(['toldBy'])
      .where('streetId', '=', ctx.street)
      .where('personId', '=', old.id)
      .orderBy('id')
      .execute(),
  )
  expect(rows.map((row) => row.toldBy)).toEqual([made.organiser.id, made.organiser.id, null])
  const stranger = await organiser.post('/calls?do=told', { personId: far.id, noticeIds: newId() })
  expect(stranger.status).toBe(403)
})
