import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { signLink } from '#app/platform/signing.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, otherStreet, ownDatabase, testNow } from '#test/database.ts'
import { makeAppointed } from '#test/make.ts'
import { factsOf } from '#test/make-sessions.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { acceptDispatch } from '../../dispatches/accept-dispatch.ts'
import { endDispatch } from '../../dispatches/end-dispatch.ts'
import { findDispatch } from '../../dispatches/queries.ts'
import { answering } from '../queries.ts'

const database = await ownDatabase()

async function invited(
  change: (ctx: Context, venueId: string) => Promise<unknown> = async () => {},
) {
  return committed(database, async (ctx) => {
    const made = await makeDispatch(ctx, 'proposed')
    await change(ctx, made.venue.id)
    const dispatch = (await findDispatch(ctx, made.dispatch.id))!
    const token = await signLink(ctx, answering, dispatch.id, dispatch.during.start)
    return { ...made, dispatch, path: `/i/${token}` }
  })
}

const stateOf = (id: string) =>
  committed(database, async (ctx) => ({
    status: (await findDispatch(ctx, id))!.status,
    facts: (await factsOf(ctx, id)).length,
  }))

test('opening the link shows two buttons, names nobody and changes nothing', async () => {
  const { dispatch, path, branch, venue } = await invited()
  const before = await stateOf(dispatch.id)
  const phone = await visitor(database, null)
  const { status, html } = await phone.get(path)
  expect(status).toBe(200)
  const seen = textOf(html)
  for (const said of ['我来讲', '这次不能来', dispatch.title, branch.name, venue.name, '20 人'])
    expect(seen).toContain(said)
  const { speakerName, speakerPhone, placedByName, placedByPhone } = dispatch
  for (const kept of [speakerName, speakerPhone!, placedByName, placedByPhone!])
    expect(html).not.toContain(kept)
  expect(await stateOf(dispatch.id)).toEqual(before)
})

test('of a talk in a home the link tells the branch alone', async () => {
  const { path, branch, venue, dispatch, speaker } = await invited((ctx, venueId) =>
    ctx.tx.updateTable('venue').set({ kind: 'home' }).where('id', '=', venueId).execute(),
  )
  const { html } = await (await visitor(database, null)).get(path)
  expect(textOf(html)).toContain(`居民家里（${branch.name}）`)
  expect(html).not.toContain(venue.name)
  const own = await visitor(database, { id: speaker.personId })
  const here = `/dispatches/${dispatch.id}`
  expect((await own.get(here)).html).not.toContain(venue.name)
  await committed(database, (ctx) => acceptDispatch(ctx, { dispatchId: dispatch.id }))
  expect((await own.get(here)).html).toContain(venue.name)
})

test('yes by one tap; a second answer, by whomever, finds where it stands', async () => {
  const { dispatch, path } = await invited()
  const phone = await visitor(database, null)
  const { status, location } = await phone.post(`${path}?do=answer`, { says: 'yes' })
  expect([status, location]).toEqual([303, path])
  expect(textOf((await phone.get(path)).html)).toContain('您接了这一讲，谢谢您')
  const other = await phone.post(`${path}?do=answer`, { says: 'no' })
  expect(other.status).toBe(409)
  expect(textOf(other.html)).toContain('您接了这一讲，谢谢您')
  expect(textOf(other.html)).toContain('这个邀请已经答复过了')
  expect((await stateOf(dispatch.id)).status).toBe('accepted')
})

test('the link is of its street, whoever else is signed in where', async () => {
  const { dispatch, path } = await invited()
  const stranger = await committed(database, (ctx) => makeAppointed(ctx, 'office'), {
    street: otherStreet,
  })
  const browser = await visitor(database, stranger, { street: otherStreet, language: 'en' })
  expect(textOf((await browser.get(path)).html)).toContain('Yes, I’ll come')
  await browser.post(`${path}?do=answer`, { says: 'no', why: 'away' })
  expect((await stateOf(dispatch.id)).status).toBe('declined')
  expect(textOf((await browser.get(path)).html)).toContain('Noted: not this time')
})

test('withdrawn meanwhile, over, or no link at all: each is said calmly', async () => {
  const { dispatch, path, office } = await invited()
  const late = await visitor(database, null, { now: later(testNow, 30 * day) })
  expect(textOf((await late.get(path)).html)).toContain('这个邀请已经过了时间')
  await committed(database, async (ctx) =>
    endDispatch(
      { ...ctx, actor: { kind: 'system', personId: office.id, name: '', appointments: [] } },
      { dispatchId: dispatch.id, how: 'takenBack', answer: '' },
    ),
  )
  const phone = await visitor(database, null)
  expect(textOf((await phone.get(path)).html)).toContain('这个邀请已经收回')
  const answered = await phone.post(`${path}?do=answer`, { says: 'yes' })
  expect([answered.status, textOf(answered.html).includes('不用再答复')]).toEqual([409, true])
  expect((await phone.get(`${path}x`)).status).toBe(404)
  expect((await phone.get('/i/nonsense')).status).toBe(404)
})

test('the briefing is for the speaker and the office, once it is agreed', async () => {
  const { dispatch, path, speaker, organiser, office } = await invited()
  const page = `/dispatches/${dispatch.id}/briefing`
  const bySpeaker = await visitor(database, { id: speaker.personId })
  expect((await bySpeaker.get(page)).status).toBe(404)
  await bySpeaker.post(`${path}?do=answer`, { says: 'yes' })
  const { status, html } = await bySpeaker.get(page)
  expect(status).toBe(200)
  expect(textOf(html)).toContain('听众 老年人 · 20 人')
  expect(html).not.toContain(dispatch.placedByPhone!)
  await bySpeaker.post(`/dispatches/${dispatch.id}?do=contact`, { dispatchId: dispatch.id })
  expect((await bySpeaker.get(page)).html).toContain(dispatch.placedByPhone!)
  expect((await (await visitor(database, office)).get(page)).status).toBe(200)
  expect((await (await visitor(database, organiser)).get(page)).status).toBe(403)
})
