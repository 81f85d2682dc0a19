import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { fieldsOf } from '#test/forms.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { findSession } from '../../queries.ts'
import { signUp } from '../../seats/sign-up.ts'

const database = await ownDatabase()
const make = <T>(work: Parameters<typeof committed<T>>[1]) => committed(database, work)

test('an organiser ticks members, holds seats, names them, and gives the rest back', async () => {
  const { id, organiser, members } = await make(async (ctx) => {
    const { id } = await makeSession(ctx, { headCount: 4, venueSeats: 4 })
    const branch = await makeBranch(ctx)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const members = []
    for (let each = 0; each < 3; each += 1) members.push(await makePerson(ctx, branch.id))
    return { id, organiser, members }
  })
  const desk = await visitor(database, organiser)
  const page = `/sessions/${id}/branch`
  const [one, two, three] = members
  const { html } = await desk.get(page)
  for (const { name } of members) expect(textOf(html)).toContain(name)
  const found = await desk.get(`${page}?find=${two!.phone!.slice(-6)}`)
  expect(textOf(found.html)).toContain(two!.name)
  expect(textOf(found.html)).not.toContain(three!.name)

  const signUpAt = `${page}?do=signUp`
  const hidden = fieldsOf(html, signUpAt)
  const none = await desk.post(signUpAt, hidden)
  expect(none.status).toBe(422)
  const signed = await desk.post(signUpAt, { ...hidden, personIds: one!.id, _key: 'one' })
  expect(signed.location).toContain('done=signUp.listed')
  const holdAt = `${page}?do=hold`
  const hold = fieldsOf((await desk.get(page)).html, holdAt)
  expect((await desk.post(holdAt, { ...hold, seats: '3' })).location).toContain('done=seats.held')
  const seen = await desk.get(page)
  expect(textOf(seen.html)).toContain('现在给这个单位留着 3 个。')
  const nameAt = `${page}?do=name`
  const named = await desk.post(nameAt, { ...hidden, personIds: two!.id, _key: 'two' })
  expect(named.location).toContain('done=seats.named')
  expect(textOf((await desk.get(page)).html)).toContain('现在给这个单位留着 2 个。')
  const back = await desk.post(holdAt, { ...hold, seats: '0', _key: 'back' })
  expect(back.location).toContain('done=seats.givenBack')
})

test('those signed up together wait together, even where one seat is left', async () => {
  const { id, organiser, ids } = await make(async (ctx) => {
    const { id } = await makeSession(ctx, { headCount: 2, venueSeats: 2 })
    const branch = await makeBranch(ctx)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const ids = []
    for (let each = 0; each < 3; each += 1) ids.push((await makePerson(ctx, branch.id)).id)
    return { id, organiser, ids }
  })
  const desk = await visitor(database, organiser)
  const page = `/sessions/${id}/branch`
  const [signUpAt, togetherAt] = [`${page}?do=signUp`, `${page}?do=together`]
  const hidden = fieldsOf((await desk.get(page)).html, signUpAt)
  const alone = await desk.post(togetherAt, { ...hidden, personIds: ids[0]!, _key: 'alone' })
  expect(alone.status).toBe(422)
  expect(textOf(alone.html)).toContain('请至少选2项')
  await desk.post(signUpAt, { ...hidden, personIds: ids[0]!, _key: 'first' })
  const both = new FormData()
  for (const [name, value] of Object.entries({ ...hidden, _key: 'both' })) both.set(name, value)
  for (const personId of ids.slice(1)) both.append('personIds', personId)
  expect((await desk.post(togetherAt, both)).location).toContain('done=line.joinedFor')
  expect(textOf((await desk.get(page)).html)).toContain('还有 1 个座位 · 2 人在等')
})

test('beside a member stands what else they have at that time', async () => {
  const { id, organiser, member, title } = await make(async (ctx) => {
    const { id } = await makeSession(ctx)
    const { id: otherId } = await makeSession(ctx)
    const branch = await makeBranch(ctx)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const member = await makePerson(ctx, branch.id)
    await signUp(await as(ctx, member), { sessionId: otherId })
    return { id, organiser, member, title: (await findSession(ctx, otherId))!.title }
  })
  const desk = await visitor(database, organiser)
  const said = textOf((await desk.get(`/sessions/${id}/branch?find=${member.name}`)).html)
  expect(said).toContain(`同一时间有“${title}”`)
})

test('who runs no unit is kept out, and of another unit nobody is shown', async () => {
  const { id, member, organiser, other } = await make(async (ctx) => {
    const { id } = await makeSession(ctx)
    const branch = await makeBranch(ctx)
    const elsewhere = await makeBranch(ctx)
    return {
      id,
      organiser: await makeAppointed(ctx, 'organiser', branch.id),
      member: await makePerson(ctx, branch.id),
      other: { unitId: elsewhere.id, ...(await makePerson(ctx, elsewhere.id)) },
    }
  })
  const page = `/sessions/${id}/branch`
  expect((await (await visitor(database, member)).get(page)).status).toBe(403)
  const desk = await visitor(database, organiser)
  const seen = await desk.get(`${page}?unit=${other.unitId}`)
  expect(textOf(seen.html)).not.toContain(other.name)
  const taken = { unitId: other.unitId, personIds: other.id, _key: 'x' }
  expect((await desk.post(`${page}?do=signUp`, taken)).status).toBe(403)
})
