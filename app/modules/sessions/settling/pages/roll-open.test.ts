import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { day, later, minute } from '#app/platform/time.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { fieldsOf } from '#test/forms.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { closeSession } from '../../close-session.ts'
import { openRollPhone } from '../../roll/open-roll-phone.ts'
import { marksOf } from '../../roll/queries.ts'
import { SyncRoll, syncRoll } from '../../roll/sync-roll.ts'

const database = await ownDatabase()

/** Two hosts who said different things, a walk-in, and what came after the closing. */
async function left() {
  return committed(database, async (ctx) => {
    const { id, hostId, unitId, during } = await makeSession(ctx)
    const other = await makeAppointed(ctx, 'secretary', unitId)
    const walkedIn = await makePerson(ctx, unitId, { name: '王守义' })
    const [a, b] = [await makePerson(ctx, unitId), await makePerson(ctx, unitId)]
    const say = async (personId: string, now: Date, words: object[], off = 0) => {
      const self = { ...(await as(ctx, { id: personId })), now }
      const { phoneToken } = await openRollPhone(self, { sessionId: id })
      const saidAt = later(now, off).toISOString()
      const entries = words.map((word) => ({ id: newId(), kind: 'mark', saidAt, ...word }))
      await syncRoll(self, SyncRoll.parse({ sessionId: id, phoneToken, now: saidAt, entries }))
      return self
    }
    const host = await say(hostId, during.start, [
      { personId: a.id, presence: 'came' },
      { kind: 'walk_in', words: '王守义' },
      { kind: 'note', words: '麦克风坏了' },
    ])
    await say(
      other.id,
      later(during.start, minute),
      [{ personId: a.id, presence: 'absent' }],
      -2 * day,
    )
    await closeSession(
      { ...host, now: during.end },
      { sessionId: id, guests: 1, given: [], note: '' },
    )
    await say(other.id, during.end, [{ personId: b.id, presence: 'came' }])
    return { id, hostId, otherId: other.id, a, b, walkedIn, now: later(during.end, minute) }
  })
}

test('what is open is shown with both clocks, and each is settled by one tap', async () => {
  const { id, hostId, otherId, a, b, walkedIn, now } = await left()
  const at = `/sessions/${id}/roll/open`
  const host = await visitor(database, { id: hostId }, { now })
  const text = textOf((await host.get(at)).html)
  for (const seen of [
    '两位说得不一样',
    `按“没来”`,
    '这部手机的钟慢约 2 天',
    '麦克风坏了',
    '就是王守义',
  ])
    expect(text).toContain(seen)
  expect(text).toContain('收尾以后的补记，请说的人以外的另一位来收。')

  const press = async (who: typeof host, action: string, values: object) => {
    const { html } = await who.get(at)
    const { _key } = fieldsOf(html, `${at}?do=${action}`)
    return who.post(`${at}?do=${action}`, { _key: _key ?? newId(), ...values })
  }
  const entryOf = async (words: string, personId: string | null) =>
    committed(database, (ctx) =>
      ctx.tx
        .selectFrom('rollEntry')
        .select('id')
        .where('sessionId', '=', id)
        .where('settledAt', 'is', null)
        .where('words', '=', words)
        .where('personId', personId === null ? 'is' : '=', personId)
        .where('result', '<>', 'applied')
        .executeTakeFirst(),
    )
  const disputed = await entryOf('', a.id)
  const settled = await press(host, 'settle', { entryId: disputed!.id, keep: 'entry' })
  expect(settled.location).toBe(`${at}?done=roll.settled`)
  const late = await entryOf('', b.id)
  expect((await press(host, 'take', { entryId: late!.id })).location).toBe(
    `${at}?done=roll.lateTaken`,
  )
  const other = await visitor(database, { id: otherId }, { now })
  const { html } = await other.get(at)
  const linkAt = `${at}?do=link`
  await other.post(linkAt, fieldsOf(html, linkAt))
  expect(await committed(database, (ctx) => marksOf(ctx, id))).toEqual(
    new Map([
      [a.id, 'absent'],
      [b.id, 'came'],
      [walkedIn.id, 'came'],
    ]),
  )
  expect(textOf((await host.get(at)).html)).toContain('都定好了')
})

test('a forgotten person is looked for and added by another than who closed', async () => {
  const { id, hostId, otherId, now } = await left()
  const at = `/sessions/${id}/roll/open`
  const forgotten = await committed(database, (ctx) => makePerson(ctx))
  const other = await visitor(database, { id: otherId }, { now })
  const find = forgotten.phone!.slice(-6)
  const { html } = await other.get(`${at}?find=${find}`)
  const addAt = `${at}?do=add&find=${find}`
  const missing = await other.post(addAt, { ...fieldsOf(html, addAt), reason: '' })
  expect(missing.status).toBe(422)
  await other.post(addAt, { ...fieldsOf(html, addAt), reason: '坐在后排' })
  const marks = await committed(database, (ctx) => marksOf(ctx, id))
  expect(marks.get(forgotten.id)).toBe('came')
  expect(textOf((await other.get(`/sessions/${id}`)).html)).toContain('收尾后补了名单上的一个人')
  const closer = await visitor(database, { id: hostId }, { now })
  const refused = textOf((await closer.get(`${at}?find=${find}`)).html)
  expect(refused).toContain('这一场是您收尾的。')
})

test('a member has nothing to decide', async () => {
  const { id, now } = await left()
  const member = await committed(database, (ctx) => makePerson(ctx))
  const phone = await visitor(database, member, { now })
  expect((await phone.get(`/sessions/${id}/roll/open`)).status).toBe(403)
})
