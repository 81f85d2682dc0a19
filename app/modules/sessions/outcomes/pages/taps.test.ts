import { expect, test } from 'vitest'
import { type Context, system } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { closeSession } from '../../close-session.ts'
import { callRoll } from '../../roll/call-roll.ts'
import { askHowItWas } from '../ask-how-it-was.ts'
import { countsOf, tapsOf } from '../queries.ts'

const database = await ownDatabase()

async function heldFor(count: number, guests = 0) {
  return committed(database, async (ctx: Context) => {
    const session = await makeSession(ctx)
    const { end } = session.during
    const host = { ...(await as(ctx, { id: session.hostId })), now: end }
    const marks: Record<string, { presence: 'came' }> = {}
    for (let at = 0; at < count; at += 1) marks[(await makePerson(ctx)).id] = { presence: 'came' }
    await callRoll(host, { sessionId: session.id, marks })
    await closeSession(host, { sessionId: session.id, guests, given: [], note: '' })
    await askHowItWas({ ...host, actor: system }, { sessionId: session.id })
    const told = await ctx.tx
      .selectFrom('notice')
      .select('link')
      .where('name', '=', 'taps.asked')
      .where('personId', 'in', Object.keys(marks))
      .orderBy('id')
      .execute()
    return { ...session, now: end, links: told.map(({ link }) => link) }
  })
}

test('by the link four taps are made once, with nothing chosen beforehand', async () => {
  const { id, now, links, hostId } = await heldFor(1)
  const path = links[0]!
  const phone = await visitor(database, null, { now })
  const { html } = await phone.get(path)
  expect(html).not.toContain('checked')
  for (const said of ['听懂了吗？', '还愿意听这样的吗？', '过些日子还记得住吗？', '用得上吗？'])
    expect(textOf(html)).toContain(said)
  // Looking at it, as programs do that read messages ahead, answers nothing.
  expect(await committed(database, (ctx) => countsOf(ctx, id))).toEqual([])
  const empty = await phone.post(`${path}?do=answer`, {})
  expect([empty.status, textOf(empty.html).includes('点一样也行')]).toEqual([409, true])
  const given = await phone.post(`${path}?do=answer`, { understood: 'yes', will_use: 'no' })
  expect([given.status, given.location]).toEqual([303, path])
  expect(textOf((await phone.get(path)).html)).toContain('收到了，谢谢您')
  const again = await phone.post(`${path}?do=answer`, { understood: 'no' })
  expect([again.status, textOf(again.html).includes('收到了，谢谢您')]).toEqual([409, true])
  const second = await heldFor(1)
  const late = await visitor(database, null, { now: later(now, 15 * day) })
  expect(textOf((await late.get(second.links[0]!)).html)).toContain('这个链接已经过期')
  expect((await phone.get('/taps/nonsense')).status).toBe(404)
  const host = await visitor(database, { id: hostId }, { now })
  expect(textOf((await host.get(`/sessions/${id}/taps`)).html)).toContain('短信问了 1 人，1 人答了')
})

test('who runs the session types in strips; what was typed stays where it is refused', async () => {
  const { id, now, hostId } = await heldFor(1, 6)
  const host = await visitor(database, { id: hostId }, { now })
  const at = `/sessions/${id}/taps`
  const few = { 'counts.understood.yes': '9', 'counts.understood.no': '' }
  const refused = await host.post(`${at}?do=paper`, few)
  expect([refused.status, refused.html.includes('value="9"')]).toEqual([409, true])
  expect(textOf(refused.html)).toContain('请再数一数')
  const strips = { 'counts.understood.yes': '5', 'counts.understood.no': '1' }
  const kept = await host.post(`${at}?do=paper`, strips)
  expect(kept.location).toBe(`${at}?done=taps.counted`)
  expect((await committed(database, (ctx) => tapsOf(ctx, id))).results[0]!.counts).toEqual({
    yes: 5,
    no: 1,
  })
  const seen = textOf((await host.get(at)).html)
  expect(seen).toContain('6 人里 5 人说是 · 86% 的人答了')
  expect(seen).toContain('还不满五份')
  expect(textOf((await host.get(`${at}/strips`)).html)).toContain('打个勾就好，不写名字')
  const member = await visitor(database, await committed(database, (ctx) => makePerson(ctx)), {
    now,
  })
  for (const path of [at, `${at}/strips`]) expect((await member.get(path)).status).toBe(403)
})
