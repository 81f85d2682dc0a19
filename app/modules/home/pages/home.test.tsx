import { expect, test } from 'vitest'
import { openStreet } from '#app/modules/organisation/open-street.ts'
import { topUnit } from '#app/modules/organisation/queries.ts'
import { cancelSignUp } from '#app/modules/sessions/seats/cancel-sign-up.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import { offerSeats } from '#app/modules/sessions/waitlist/offer-seats.ts'
import { system } from '#app/platform/context.ts'
import { committed, ownDatabase, queriesDuring, street } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { makeDispatch, makeOrder } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'

const district = 320613
const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const dispatched = await makeDispatch(ctx, 'proposed')
  await makeOrder(ctx, dispatched.talk.id)
  await ctx.tx
    .insertInto('division')
    .values({ code: String(district), name: '崇川区', level: 'district' })
    .execute()
  await ctx.tx
    .updateTable('division')
    .set({ parentCode: String(district) })
    .where('code', '=', String(street))
    .execute()
  return { ...dispatched, nobody: await makePerson(ctx) }
})
const atDistrict = await committed(
  database,
  async (ctx) => {
    await openStreet(ctx, { code: String(district), nameEn: 'Chongchuan District' })
    return makeAppointed(ctx, 'district', (await topUnit(ctx))!.id)
  },
  { street: district },
)

async function homeOf(person: { id: string } | null, more = {}) {
  const { status, html } = await (await visitor(database, person, more)).get('/')
  expect(status).toBe(200)
  return textOf(html)
}

test('the office sees what waits to be dispatched, with the way there', async () => {
  const words = await homeOf(made.office)
  expect(words).toContain('1 单等待派单')
  expect(words).toContain('去派单')
})

test('a speaker sees the invitation, and the branch where its order stands', async () => {
  expect(await homeOf({ id: made.speaker.personId })).toContain('去答复')
  expect(await homeOf(made.organiser)).toContain('已派单，等宣讲人答复')
})

test('someone in line sees the seat that is kept for them', async () => {
  const waiter = await committed(database, async (ctx) => {
    const { id: sessionId } = await makeSession(ctx, { venueSeats: 1, date: '2022-01-18' })
    const first = await as(ctx, await makePerson(ctx))
    const second = await makePerson(ctx)
    await signUp(first, { sessionId })
    await signUp(await as(ctx, second), { sessionId })
    await cancelSignUp(first, { sessionId })
    await offerSeats({ ...ctx, actor: system }, { sessionId })
    return second
  })
  expect(await homeOf(waiter)).toContain('给您留了座位，请说来不来')
})

test('someone whom nothing waits for is told so', async () => {
  expect(await homeOf(made.nobody)).toContain('现在没有要您办的事')
})

test('a visitor is welcomed in either language, and in the demo led to its people', async () => {
  const welcome = await homeOf(null)
  expect(welcome).toContain('登录')
  expect(welcome).toContain('说说您的难处')
  const english = await homeOf(null, { language: 'en' })
  expect(english).toContain('Learning and service in')
  expect(english).toContain('Look around as one of the demo’s people')
})

test('the district sees which of its streets are served', async () => {
  expect(await homeOf(atDistrict, { street: district })).toContain('街道320613019')
})

test('a home with more waiting takes no more queries', async () => {
  const reader = await visitor(database, made.office)
  await reader.get('/')
  const before = await queriesDuring(() => reader.get('/'))
  await committed(database, async (ctx) => {
    for (let at = 0; at < 10; at += 1) await makeOrder(ctx, made.talk.id)
  })
  expect(await queriesDuring(() => reader.get('/'))).toBe(before)
})
