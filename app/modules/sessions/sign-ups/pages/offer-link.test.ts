import { expect, test } from 'vitest'
import { signLink } from '#app/platform/signing.ts'
import { day, hour, later } from '#app/platform/time.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeGuardian, makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { cancelSession } from '../../cancel-session.ts'
import { cancelSignUp } from '../../seats/cancel-sign-up.ts'
import { signUp } from '../../seats/sign-up.ts'
import { offerSeats } from '../../waitlist/offer-seats.ts'
import { answering, lineOf } from '../../waitlist/queries.ts'

const database = await ownDatabase()
const make = <T>(work: Parameters<typeof committed<T>>[1]) => committed(database, work)

/** A seat is given back, and offered to the child of a mother who waits; the link of the message. */
async function offered(bornOn: string | null = '2013-05-01') {
  return make(async (ctx) => {
    const { id, hostId } = await makeSession(ctx, {
      headCount: 1,
      venueSeats: 1,
      date: '2022-01-20',
    })
    const first = await as(ctx, await makePerson(ctx))
    await signUp(first, { sessionId: id })
    const mother = await makePerson(ctx)
    const child = await makePerson(ctx, undefined, bornOn === null ? {} : { bornOn })
    await makeGuardian(ctx, child.id, mother.id)
    await signUp(await as(ctx, mother), { sessionId: id, personId: child.id })
    await cancelSignUp(first, { sessionId: id })
    await offerSeats(ctx, { sessionId: id })
    const [party] = await lineOf(ctx, id)
    const token = await signLink(ctx, answering, party!.id, later(ctx.now, 7 * day))
    return { id, hostId, child, mother, party: party!, path: `/seats/${token}` }
  })
}

const statusOf = (waitingId: string) =>
  make(async (ctx) => {
    const row = await ctx.tx
      .selectFrom('waiting')
      .select('status')
      .where('streetId', '=', ctx.street)
      .where('id', '=', waitingId)
      .executeTakeFirstOrThrow()
    return row.status
  })

test.each(['2013-05-01', null])(
  'opening the link of a child born on %s shows two buttons, no name, and changes nothing',
  async (bornOn) => {
    const { path, child, party } = await offered(bornOn)
    const phone = await visitor(database, null)
    const { status, html } = await phone.get(path)
    expect(status).toBe(200)
    const seen = textOf(html)
    for (const said of ['要，我来', '让给别人', '您的孩子', '以前']) expect(seen).toContain(said)
    expect(html).not.toContain(child.name)
    expect(await statusOf(party.id)).toBe('offered')
  },
)

test('yes is a seat, and the link says so from then on', async () => {
  const { path, party } = await offered()
  const phone = await visitor(database, null)
  const answered = await phone.post(`${path}?do=answer`, { says: 'yes', _key: 'yes' })
  expect(answered.location).toBe(path)
  expect(await statusOf(party.id)).toBe('seated')
  expect(textOf((await phone.get(path)).html)).toContain('好，座位是您的了')
  const again = await phone.post(`${path}?do=answer`, { says: 'no', _key: 'no' })
  expect(again.status).toBe(409)
  expect(await statusOf(party.id)).toBe('seated')
})

test('no lets others have it', async () => {
  const { path, party } = await offered()
  const phone = await visitor(database, null, { language: 'en' })
  await phone.post(`${path}?do=answer`, { says: 'no', _key: 'no' })
  expect(await statusOf(party.id)).toBe('declined')
  expect(textOf((await phone.get(path)).html)).toContain('Noted: others may have it')
})

test('a link whose time is over, of a session called off, or that is none', async () => {
  const { path, party, id } = await offered()
  const late = later(party.offerUntil!, hour)
  const then = await visitor(database, null, { now: late })
  expect(textOf((await then.get(path)).html)).toContain('这一次的时间过了')
  expect((await then.post(`${path}?do=answer`, { says: 'yes', _key: 'late' })).status).toBe(409)
  await make((ctx) => cancelSession(ctx, { sessionId: id, reason: '停电' }))
  const phone = await visitor(database, null, { now: testNow })
  expect(textOf((await phone.get(path)).html)).toContain('这场活动已经取消')
  expect((await phone.get(`${path.slice(0, -2)}xx`)).status).toBe(404)
})
