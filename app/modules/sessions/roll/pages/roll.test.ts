import { expect, test } from 'vitest'
import { readSheet } from '#app/platform/spreadsheet.ts'
import { hour, later } from '#app/platform/time.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { fieldsOf } from '#test/forms.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeGuardian, makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { cancelSession } from '../../cancel-session.ts'
import { cancelSignUp } from '../../seats/cancel-sign-up.ts'
import { signUp } from '../../seats/sign-up.ts'
import { marksOf } from '../queries.ts'

const database = await ownDatabase()

/** A session under way with three people who signed up, and its host's phone. */
async function underWay() {
  const made = await committed(database, async (ctx) => {
    const session = await makeSession(ctx)
    const people = []
    for (let at = 0; at < 3; at += 1) {
      const person = await makePerson(ctx)
      await signUp(await as(ctx, person), { sessionId: session.id })
      people.push(person)
    }
    return { ...session, people }
  })
  const now = made.during.start
  const phone = await visitor(database, { id: made.hostId }, { now })
  const at = `/sessions/${made.id}/roll`
  const marks = () => committed(database, (ctx) => marksOf(ctx, made.id))
  return { ...made, now, phone, at, callAt: `${at}?do=call`, marks }
}

const presence = (id: string, under = 'marks') => `${under}.${id}.presence`

test('the host reads who said on the day that they can’t come', async () => {
  const { id, now, people, phone, at } = await underWay()
  expect(textOf((await phone.get(at)).html)).not.toContain('今天说来不了')
  const [person] = people
  await committed(
    database,
    async (ctx) => cancelSignUp(await as(ctx, person!), { sessionId: id }),
    { now: later(now, -hour) },
  )
  const { html } = await phone.get(at)
  expect(textOf(html)).toContain(`今天说来不了：${person!.name}。`)
  expect(Object.keys(fieldsOf(html, `${at}?do=call`))).not.toContain(`marks.${person!.id}.seen`)
})

test('the host taps names, saves, and sees what is saved', async () => {
  const { phone, at, callAt, people, marks } = await underWay()
  const page = await phone.get(at)
  expect(page.status).toBe(200)
  expect(textOf(page.html)).toContain('还没有保存过')
  // Whoever called it on paper finds the page to type it in.
  expect(page.html).toContain(`href="${at}/typed"`)
  const [a, b, c] = people
  const fields = fieldsOf(page.html, callAt)
  expect(Object.keys(fields).filter((name) => name.endsWith('.presence'))).toEqual([])
  const tapped = { ...fields, [presence(a!.id)]: 'came', [presence(b!.id)]: 'left_early' }
  const saved = await phone.post(callAt, tapped)
  expect([saved.status, saved.location]).toEqual([303, `${at}?done=roll.called`])
  expect(await marks()).toEqual(
    new Map([
      [a!.id, 'came'],
      [b!.id, 'left_early'],
    ]),
  )
  const shown = await phone.get(saved.location!)
  expect(textOf(shown.html)).toContain('已保存：来了 1 人，早退 1 人，没来 0 人')
  expect(textOf(shown.html)).toContain('还有 1 人没点')
  const again = fieldsOf(shown.html, callAt)
  expect(again[presence(a!.id)]).toBe('came')
  expect(again[presence(b!.id)]).toBe('left_early')
  expect(again[presence(c!.id)]).toBeUndefined()
  expect((await phone.post(callAt, again)).location).toBe(`${at}?done=roll.unchanged`)
})

test('one press marks everyone else as come', async () => {
  const { phone, at, callAt, people, marks } = await underWay()
  const fields = fieldsOf((await phone.get(at)).html, callAt)
  const [a, b, c] = people
  await phone.post(callAt, { ...fields, [presence(a!.id)]: 'absent', rest: 'came' })
  expect(await marks()).toEqual(
    new Map([
      [a!.id, 'absent'],
      [b!.id, 'came'],
      [c!.id, 'came'],
    ]),
  )
})

test.each(['pinyin', 'name', 'digits'])(
  'a walk-in is found by %s; taps made before are kept',
  async (by) => {
    const { phone, at, callAt, people, marks } = await underWay()
    const walkIn = await committed(database, (ctx) => makePerson(ctx))
    const typed = {
      pinyin: walkIn.namePinyin.split(' ')[0]!,
      name: walkIn.name,
      digits: walkIn.phone!.slice(-6),
    }
    const fields = fieldsOf((await phone.get(at)).html, callAt)
    const find = typed[by as keyof typeof typed]
    const looked = await phone.post(callAt, { ...fields, [presence(people[0]!.id)]: 'came', find })
    expect(looked.status).toBe(303)
    expect(await marks()).toEqual(new Map([[people[0]!.id, 'came']]))
    const found = await phone.get(looked.location!)
    expect(textOf(found.html)).toContain(walkIn.name)
    const callThere = `${callAt}&find=${encodeURIComponent(find)}`
    const added = { ...fieldsOf(found.html, callThere), [presence(walkIn.id, 'found')]: 'came' }
    await phone.post(callThere, added)
    expect((await marks()).get(walkIn.id)).toBe('came')
    expect(textOf((await phone.get(at)).html)).toContain(walkIn.name)
  },
)

test('someone looked for in vain is said so; marking all others leaves those found alone', async () => {
  const { phone, at, callAt, marks } = await underWay()
  const seen = textOf((await phone.get(`${at}?find=${encodeURIComponent('查无此人')}`)).html)
  expect(seen).toContain('没有找到“查无此人”')
  const stranger = await committed(database, (ctx) => makePerson(ctx))
  const find = stranger.phone!.slice(-6)
  const page = await phone.get(`${at}?find=${find}`)
  const callThere = `${callAt}&find=${find}`
  await phone.post(callThere, { ...fieldsOf(page.html, callThere), rest: 'came' })
  expect((await marks()).has(stranger.id)).toBe(false)
  expect((await marks()).size).toBe(3)
})

test('two phones with the same page open keep each other’s marks, and a change says who marked before', async () => {
  const { id, hostId, unitId, now, phone, at, callAt, people, marks } = await underWay()
  const second = await committed(database, (ctx) => makeAppointed(ctx, 'secretary', unitId))
  const other = await visitor(database, second, { now })
  const [a, b] = people
  const [mine, theirs] = [
    fieldsOf((await phone.get(at)).html, callAt),
    fieldsOf((await other.get(at)).html, callAt),
  ]
  await phone.post(callAt, { ...mine, [presence(a!.id)]: 'came' })
  await other.post(callAt, { ...theirs, [presence(b!.id)]: 'came', [presence(a!.id)]: 'absent' })
  expect((await marks()).get(a!.id)).toBe('came')
  // With the first one's mark on the page it is a correction.
  const renewed = fieldsOf((await other.get(at)).html, callAt)
  await other.post(callAt, { ...renewed, [presence(a!.id)]: 'absent' })
  expect(await marks()).toEqual(
    new Map([
      [a!.id, 'absent'],
      [b!.id, 'came'],
    ]),
  )
  const host = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('person')
      .select('name')
      .where('streetId', '=', ctx.street)
      .where('id', '=', hostId)
      .executeTakeFirstOrThrow(),
  )
  expect(textOf((await other.get(`/sessions/${id}/roll`)).html)).toContain(
    `先前：来了（${host.name}）`,
  )
})

test('a session without sign-ups lists the branch; the host’s own line has no marks', async () => {
  const { id, hostId, member, now } = await committed(database, async (ctx) => {
    const made = await makeSession(ctx)
    return { ...made, now: made.during.start, member: await makePerson(ctx, made.unitId) }
  })
  const phone = await visitor(database, { id: hostId }, { now })
  const { html } = await phone.get(`/sessions/${id}/roll`)
  expect(html).toContain(`name="${presence(member.id)}"`)
  expect(html).not.toContain(`name="${presence(hostId)}"`)
  expect(textOf(html)).toContain('您自己的到场，请另一位工作人员来记。')
})

test('a refused roll keeps the taps', async () => {
  const { phone, at, callAt, people, hostId } = await underWay()
  const fields = fieldsOf((await phone.get(at)).html, callAt)
  const refused = await phone.post(callAt, {
    ...fields,
    [presence(people[0]!.id)]: 'left_early',
    [presence(hostId)]: 'came',
  })
  expect(refused.status).toBe(409)
  expect(textOf(refused.html)).toContain('自己的到场请由另一位工作人员来记。')
  expect(fieldsOf(refused.html, callAt)[presence(people[0]!.id)]).toBe('left_early')
})

test('before its day the roll says from when; a member has no roll to see', async () => {
  const { id, hostId, people } = await underWay()
  const early = await (await visitor(database, { id: hostId })).get(`/sessions/${id}/roll`)
  expect(textOf(early.html)).toContain('点名从活动当天开始。')
  expect(early.html).not.toContain('type="radio"')
  expect(early.html).toContain(`href="/sessions/${id}/roll/sheet"`)
  expect(early.html).not.toContain('/roll/typed')
  const member = await visitor(database, people[0]!)
  expect((await member.get(`/sessions/${id}/roll`)).status).toBe(403)
})

test('what was marked before a session was called off stays readable', async () => {
  const { id, phone, at, callAt, people } = await underWay()
  const fields = fieldsOf((await phone.get(at)).html, callAt)
  await phone.post(callAt, { ...fields, [presence(people[0]!.id)]: 'came' })
  await committed(database, (ctx) => cancelSession(ctx, { sessionId: id, reason: '停电' }))
  const seen = textOf((await phone.get(at)).html)
  expect(seen).toContain('这场活动已取消，点过的名留在这里。')
  expect(seen).toContain(`${people[0]!.name} 来了`)
})

test.each([
  [{ 'marks.nonsense.presence': 'came' }, 422],
  [{ [presence('01890000-0000-7000-8000-000000000000')]: 'came' }, 404],
  [{ [presence('01890000-0000-7000-8000-000000000000')]: 'asleep' }, 422],
  [{ unknown: 'x' }, 422],
] as const)('a form that no page has made, %o: %i', async (fields, expected) => {
  const { phone, callAt } = await underWay()
  expect((await phone.post(callAt, { ...fields, _key: 'x' })).status).toBe(expected)
})

test('the roll is kept as a file without the names of children', async () => {
  const made = await committed(database, async (ctx) => {
    const session = await makeSession(ctx)
    const parent = await makePerson(ctx, undefined, { bornOn: '1985-01-01' })
    const child = await makePerson(ctx, undefined, { bornOn: '2011-01-01' })
    await makeGuardian(ctx, child.id, parent.id)
    const guardian = await as(ctx, parent)
    for (const personId of [parent.id, child.id])
      await signUp(guardian, { sessionId: session.id, personId })
    return { ...session, parent }
  })
  const host = await visitor(database, { id: made.hostId }, { now: made.during.start })
  const page = await host.get(`/sessions/${made.id}/roll`)
  const [, address] = /class="table-file" href="([^"]*)"/.exec(page.html)!
  const { bytes } = await host.get(address!.replaceAll('&amp;', '&'))
  const rows = await readSheet(bytes, { mostRows: 20 })
  const names = rows.slice(-2).map(({ fields }) => fields[0])
  expect(new Set(names)).toEqual(new Set(['一个孩子', made.parent.name]))
})
