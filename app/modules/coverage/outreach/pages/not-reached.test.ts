import { expect, test } from 'vitest'
import { committed, failureOf, otherStreet, ownDatabase, queriesDuring } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makeCommunity, makeStreet } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { factsOf, makeSession } from '#test/make-sessions.ts'
import { makeSeason } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { endOutreach } from '../end-outreach.ts'
import { invitePerson } from '../invite-person.ts'
import { wantVisit } from '../want-visit.ts'

const database = await ownDatabase()

/** Four members whom nobody reached, and one who came; a session to come with two seats. */
const made = await committed(database, async (ctx) => {
  await makeSeason(ctx)
  const community = await makeCommunity(ctx)
  const branch = await makeBranch(ctx, community.id)
  const other = await makeBranch(ctx)
  const near = await makeAppointed(ctx, 'member', branch.id)
  const far = await makeAppointed(ctx, 'member', other.id)
  const elder = await makeAppointed(ctx, 'member', other.id)
  const homebound = await makeAppointed(ctx, 'member', other.id)
  const came = await makeAppointed(ctx, 'member', branch.id)
  const set = (id: string, values: { bornOn?: string; homebound?: boolean }) =>
    ctx.tx.updateTable('person').set(values).where('id', '=', id).execute()
  await set(elder.id, { bornOn: '1940-05-05' })
  await set(homebound.id, { homebound: true })
  await makeHeld(ctx, { unitId: branch.id, marks: { [came.id]: 'came' } })
  const organiser = await makeAppointed(ctx, 'organiser', branch.id)
  const coming = { unitId: branch.id, placedBy: organiser.id, date: '2022-01-20', venueSeats: 2 }
  const session = await makeSession(ctx, coming)
  const office = await makeAppointed(ctx, 'office')
  return { branch, other, near, far, elder, homebound, came, session, organiser, office }
})
const stranger = await committed(
  database,
  async (ctx) => {
    await makeStreet(ctx)
    return makeAppointed(ctx, 'office')
  },
  { street: otherStreet },
)

test('who needs help comes first, each with something to try', async () => {
  const office = await visitor(database, made.office)
  const zh = textOf((await office.get('/coverage/not-reached')).html)
  const { homebound, elder, near, far, came } = made
  expect(zh).toContain('共 4 人')
  expect(zh).not.toContain(came.name)
  const at = (person: { name: string }) => zh.indexOf(person.name)
  expect(at(homebound)).toBeGreaterThan(0)
  expect(at(homebound)).toBeLessThan(at(elder))
  expect(at(elder)).toBeLessThan(Math.min(at(near), at(far)))
  expect(zh).toMatch(new RegExp(`${homebound.name} 支部\\d+ 出门不便 上门送学 放进上门名单`))
  expect(zh).toMatch(new RegExp(`${elder.name} 支部\\d+ 75 岁以上 街道里最近的 《守住养老钱`))
  expect(zh).toMatch(
    new RegExp(`${near.name} 支部\\d+ 自己支部的 《守住养老钱[^》]*》，还有 2 个座位`),
  )

  const organiser = await visitor(database, made.organiser, { language: 'en' })
  const own = textOf((await organiser.get('/coverage/not-reached')).html)
  expect(own).toContain('1 person')
  expect(own).toContain('In the own branch:')
  expect(own).not.toContain(far.name)
})

test('one tap signs up, asks, or puts on the list of visits, and shows that it is done', async () => {
  const office = await visitor(database, made.office)
  const { near, far, homebound, session } = made
  const post = (name: string, fields: Record<string, string>) =>
    office.post(`/coverage/not-reached?do=${name}`, fields)
  const signed = await post('signUp', { personId: near.id, sessionId: session.id })
  expect(signed.location).toBe('/coverage/not-reached?done=person.signedUp')
  const asked = await post('invite', { personId: far.id, sessionId: session.id })
  expect(asked.location).toBe('/coverage/not-reached?done=person.invited')
  const twice = await post('invite', { personId: far.id, sessionId: session.id })
  expect(twice.status).toBe(409)
  expect(textOf(twice.html)).toContain('已经约过了')
  await post('visit', { personId: homebound.id })
  const text = textOf((await office.get('/coverage/not-reached')).html)
  expect(text).toContain('已经报名《守住养老钱')
  expect(text).toContain('1月12日约过《守住养老钱')
  expect(text).toContain('1月12日放进上门名单')
  expect(text).not.toMatch(/放进上门名单 放进上门名单/)
})

test('strangers ask and see nobody', async () => {
  const { far, session, organiser, near } = made
  const member = await visitor(database, near)
  expect((await member.get('/coverage/not-reached')).status).toBe(403)
  const elsewhere = await visitor(database, stranger, { street: otherStreet })
  expect(textOf((await elsewhere.get('/coverage/not-reached')).html)).toContain('还没有开过冬训季')
  await committed(database, async (ctx) => {
    const own = await as(ctx, organiser)
    const ask = () => invitePerson(own, { personId: far.id, sessionId: session.id })
    expect(await failureOf(ctx, ask)).toBe('forbidden')
    expect(await failureOf(ctx, () => wantVisit(own, { personId: far.id }))).toBe('forbidden')
    const office = await as(ctx, made.office)
    const outside = { ...office, street: otherStreet }
    expect(await failureOf(ctx, () => wantVisit(outside, { personId: far.id }))).toBe('notFound')
  })
})

test('a session that has begun or is full asks nobody, and a step is taken back once', async () => {
  const { elder, session } = made
  await committed(database, async (ctx) => {
    const office = await as(ctx, made.office)
    const ask = { personId: elder.id, sessionId: session.id }
    const late = { ...office, now: session.during.start }
    expect(await failureOf(ctx, () => invitePerson(late, ask))).toBe('outreach.notComing')
    const { id } = await invitePerson(office, ask)
    expect(await factsOf(ctx, id)).toMatchObject([{ name: 'person.invited' }])
    await endOutreach(office, { outreachId: id })
    expect(await failureOf(ctx, () => endOutreach(office, { outreachId: id }))).toBe(
      'outreach.ended',
    )
    await invitePerson(office, ask)
  })
})

test('more people need no more queries, and a page holds fifty', async () => {
  const office = await visitor(database, made.office)
  await office.get('/coverage/not-reached')
  const few = await queriesDuring(() => office.get('/coverage/not-reached'))
  await committed(database, async (ctx) => {
    for (let count = 0; count < 50; count += 1) await makeAppointed(ctx, 'member', made.other.id)
  })
  expect(await queriesDuring(() => office.get('/coverage/not-reached'))).toBe(few)
  const text = textOf((await office.get('/coverage/not-reached')).html)
  expect(text).toContain('共 54 人')
  const rest = textOf((await office.get('/coverage/not-reached?page=2')).html)
  expect(rest).toContain('共 54 人')
  const unit = textOf((await office.get(`/coverage/not-reached?unit=${made.branch.id}`)).html)
  expect(unit).toContain('共 1 人')
})
