import { expect, test } from 'vitest'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import type { Context } from '#app/platform/context.ts'
import { openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeGuardian, makeSession } from '#test/make-sessions.ts'
import { serveTo } from '#test/server.ts'
import { choose, open, pageOf, press, says, visitorsPage } from '#test/walk.ts'

// A family waits for a full session and comes in after all; a branch comes with seats of its own.

const browser = await openBrowser()
const database = await ownDatabase()
const server = await serveTo(database)
const make = <T>(work: Parameters<typeof committed<T>>[1]) => committed(database, work)

/** A session with so many seats, of which people have taken some. */
async function makeSeated(ctx: Context, seats: number, taken: number) {
  const session = await makeSession(ctx, { headCount: seats, venueSeats: seats })
  const seated = []
  for (let each = 0; each < taken; each += 1) {
    const person = await makePerson(ctx)
    await signUp(await as(ctx, person), { sessionId: session.id })
    seated.push(person)
  }
  return { ...session, seated }
}

const seatedAt = (sessionId: string) =>
  make(async (ctx) => {
    const rows = await ctx.tx
      .selectFrom('signUp')
      .select('personId')
      .where('streetId', '=', ctx.street)
      .where('sessionId', '=', sessionId)
      .where('cancelledAt', 'is', null)
      .execute()
    return new Set(rows.map(({ personId }) => personId))
  })

test('a mother and her child wait on a phone without script, and take the seats by a link', async () => {
  const { id, seated, mother, child } = await make(async (ctx) => {
    const made = await makeSeated(ctx, 2, 2)
    const mother = await makePerson(ctx)
    const child = await makePerson(ctx, undefined, { bornOn: '2013-05-01' })
    await makeGuardian(ctx, child.id, mother.id)
    return { ...made, mother, child }
  })
  const walk = { browser, database, server, options: { width: 360, javaScript: false } as const }
  const hers = await pageOf(walk, mother)
  await open(hers, `/sessions/${id}`)
  await choose(hers, `[value="${child.id}"]`)
  await press(hers, '排候补')
  await says(hers, '在候补，排在第 1 位')
  for (const person of seated) {
    const theirs = await pageOf(walk, person)
    await open(theirs, `/sessions/${id}`)
    await press(theirs, '不去了，取消报名')
    await says(theirs, '前面有 2 人在等')
    await server.settle()
  }
  const { link } = await make((ctx) =>
    ctx.tx
      .selectFrom('notice')
      .select('link')
      .where('streetId', '=', ctx.street)
      .where('personId', '=', mother.id)
      .where('name', '=', 'offer.made')
      .executeTakeFirstOrThrow(),
  )
  const linked = await visitorsPage(walk)
  await open(linked, link)
  await says(linked, '您的孩子')
  expect(await seatedAt(id)).toEqual(new Set())
  await press(linked, '要，我们来')
  await says(linked, '好，座位是您的了')
  expect(await seatedAt(id)).toEqual(new Set([mother.id, child.id]))
}, 120_000)

test('a branch holds ten seats and names two; the host seats someone out of turn', async () => {
  const { id, hostId, organiser, members, seated, waiting } = await make(async (ctx) => {
    const made = await makeSeated(ctx, 12, 2)
    const branch = await makeBranch(ctx)
    return {
      ...made,
      organiser: await makeAppointed(ctx, 'organiser', branch.id),
      members: [await makePerson(ctx, branch.id), await makePerson(ctx, branch.id)],
      waiting: [await makePerson(ctx), await makePerson(ctx)],
    }
  })
  const walk = { browser, database, server, options: { width: 1440 } as const }
  const desk = await pageOf(walk, organiser)
  await open(desk, `/sessions/${id}`)
  await desk.getByRole('link', { name: '为单位的人报名' }).click()
  await desk.locator('[name=seats]').fill('10')
  await press(desk, '留好')
  await says(desk, '现在给这个单位留着 10 个。')
  for (const member of members) await choose(desk, `[value="${member.id}"]`)
  await press(desk, '坐到留着的座位上（10 个）')
  await says(desk, '现在给这个单位留着 8 个。')
  await make(async (ctx) => {
    for (const person of waiting) await signUp(await as(ctx, person), { sessionId: id })
  })
  const [one, two] = seated
  const hosts = await pageOf(walk, { id: hostId })
  await open(hosts, `/sessions/${id}/sign-ups`)
  await says(hosts, waiting[1]!.name)
  await hosts
    .getByRole('row', { name: one!.name })
    .getByRole('button', { name: '取消', exact: true })
    .click()
  await hosts.locator('summary', { hasText: '不按先后，先让人坐下' }).click()
  await hosts.locator('[name=waitingId]').last().selectOption({ index: 2 })
  await hosts.locator('[name=reason]').fill('轮椅，家人约好了车')
  await press(hosts, '让他坐下')
  await says(hosts, '先留着、还没有名字的')
  expect(await seatedAt(id)).toEqual(
    new Set([...members, two!, waiting[1]!].map((person) => person.id)),
  )
}, 120_000)
