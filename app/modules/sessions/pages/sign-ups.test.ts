import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { readSheet } from '#app/platform/spreadsheet.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { fieldsOf } from '#test/forms.ts'
import { as, makePerson } from '#test/make.ts'
import { makeGuardian, makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { askOnSignUp } from '../questions/ask-on-sign-up.ts'
import { signUp } from '../seats/sign-up.ts'

const database = await ownDatabase()
const make = <T>(work: Parameters<typeof committed<T>>[1]) => committed(database, work)

const lift = {
  label: '要不要接送？',
  labelEn: 'Do you need a lift?',
  kind: 'yes_no' as const,
  choices: [],
  choicesEn: [],
  required: true,
}

/** Two seats, taken one after the other, and someone who waits. */
async function makeFull(ctx: Context) {
  const made = await makeSession(ctx, { headCount: 2, venueSeats: 2 })
  const [one, two, waits] = [await makePerson(ctx), await makePerson(ctx), await makePerson(ctx)]
  for (const person of [one, two, waits])
    await signUp(await as(ctx, person), { sessionId: made.id })
  return { ...made, one, two, waits }
}

test('a mother answers what is asked and signs up with her child in one go', async () => {
  const { id, hostId, mother, child } = await make(async (ctx) => {
    const { id, hostId } = await makeSession(ctx, { headCount: 5, venueSeats: 5 })
    const host = await as(ctx, { id: hostId })
    await askOnSignUp(host, { sessionId: id, questions: [lift] })
    const mother = await makePerson(ctx)
    const child = await makePerson(ctx, undefined, { bornOn: '2013-05-01' })
    await makeGuardian(ctx, child.id, mother.id)
    return { id, hostId, mother, child }
  })
  const phone = await visitor(database, mother)
  const signUpAt = `/sessions/${id}?do=signUp`
  const form = (answers: string) => {
    const fields = new FormData()
    for (const each of ['', mother.id, child.id]) fields.append('personIds', each)
    fields.append('asks', 'yes')
    if (answers) fields.append('answers.q1', answers)
    fields.append('_key', `family${answers}`)
    return fields
  }
  const without = await phone.post(signUpAt, form(''))
  expect(without.status).toBe(422)
  expect(textOf(without.html)).toContain('主办人需要知道这一项，请填写。')
  const { location } = await phone.post(signUpAt, form('yes'))
  expect(location).toBe(`/sessions/${id}?done=session.partySignedUp`)
  expect(textOf((await phone.get(location!)).html)).toContain(`您和${child.name}已报名`)
  const host = await visitor(database, { id: hostId })
  const { html } = await host.get(`/sessions/${id}/sign-ups`)
  const [, href] = /class="table-file" href="([^"]*export=answers[^"]*)"/.exec(html) ?? []
  const { bytes } = await host.get(href!.replaceAll('&amp;', '&'))
  const rows = await readSheet(bytes, { mostRows: 100 })
  expect(rows[2]!.fields.at(-1)).toBe('要不要接送？')
  const named = rows.slice(3).map(({ fields }) => [fields[0], fields.at(-1)])
  expect(new Map(named as [string, string][])).toEqual(
    new Map([
      [mother.name, '是'],
      [child.name, '是'],
    ]),
  )
})

test('what a caller answers on the telephone is typed in by who runs the session', async () => {
  const { id, hostId, one, stranger } = await make(async (ctx) => {
    const made = await makeFull(ctx)
    await askOnSignUp(await as(ctx, { id: made.hostId }), { sessionId: made.id, questions: [lift] })
    return { ...made, stranger: await makePerson(ctx) }
  })
  const host = await visitor(database, { id: hostId })
  const page = `/sessions/${id}/sign-ups`
  const answerAt = `${page}?do=answer`
  const hidden = { ...fieldsOf((await host.get(page)).html, answerAt), personId: one.id }
  const left = await host.post(answerAt, { ...hidden, _key: 'left' })
  expect(left.status).toBe(422)
  expect(textOf(left.html)).toContain('主办人需要知道这一项，请填写。')
  const said = await host.post(answerAt, { ...hidden, 'answers.q1': 'yes', _key: 'said' })
  expect(said.location).toBe(`${page}?done=questions.answered`)
  expect(textOf((await host.get(page)).html)).toMatch(new RegExp(`${one.name} 是`))
  const other = await visitor(database, stranger)
  const theirs = { ...hidden, 'answers.q1': 'no', _key: 'other' }
  expect((await other.post(answerAt, theirs)).status).toBe(403)
})

test('who runs the session sees the line and seats someone out of turn, saying why', async () => {
  const { id, hostId, one, waits } = await make(makeFull)
  const host = await visitor(database, { id: hostId })
  const page = `/sessions/${id}/sign-ups`
  const { html } = await host.get(page)
  expect(textOf(html)).toContain(waits.name)
  const fillAt = `${page}?do=fill`
  const [, waitingId] = /<option value="([0-9a-f-]{36})"[^>]*>1 · /.exec(html) ?? []
  const fields = { ...fieldsOf(html, fillAt), waitingId: waitingId! }
  const full = await host.post(fillAt, { ...fields, reason: '轮椅' })
  expect(full.status).toBe(409)
  expect(textOf(full.html)).toContain('空出来的座位坐不下这几位。')
  const empty = await host.post(fillAt, { ...fields, _key: 'empty', reason: '' })
  expect(empty.status).toBe(422)
  const offAt = `${page}?do=signOff`
  expect((await host.post(offAt, { personId: one.id, _key: 'off' })).status).toBe(303)
  const filled = await host.post(fillAt, { ...fields, _key: 'again', reason: '轮椅，约好了车' })
  expect(filled.location).toBe(`${page}?done=line.filledByHand`)
  const seen = textOf((await host.get(page)).html)
  expect(seen).toContain('没有人在等')
  expect(seen).toContain(waits.name)
  expect(textOf((await host.get(`/sessions/${id}`)).html)).toContain('轮椅，约好了车')
})

test('fewer seats than are taken are refused with the names of who would lose theirs', async () => {
  const { id, hostId, one, two } = await make(makeFull)
  const host = await visitor(database, { id: hostId })
  const dealAt = `/sessions/${id}/sign-ups?do=deal`
  const refused = await host.post(dealAt, { seats: '1', childSeats: '0', _key: 'deal' })
  expect(refused.status).toBe(409)
  const said = textOf(refused.html)
  expect([one, two].filter(({ name }) => said.includes(`没有座位的是：${name}`)).length).toBe(1)
})

test('times of signing up are shown to everyone, and half a time is asked about', async () => {
  const { id, hostId } = await make((ctx) => makeSession(ctx))
  const host = await visitor(database, { id: hostId })
  const page = `/sessions/${id}/sign-ups`
  const timesAt = `${page}?do=times`
  const half = await host.post(timesAt, { 'opens.date': '2022-01-12', _key: 'half' })
  expect(half.status).toBe(422)
  expect(textOf(half.html)).toContain('请把日期和钟点都填上，或者都不填。')
  const times = { 'opens.date': '2022-01-12', 'opens.from': '18:00', _key: 'whole' }
  expect((await host.post(timesAt, times)).location).toBe(`${page}?done=session.signUpTimed`)
  const person = await make((ctx) => makePerson(ctx))
  const reader = await visitor(database, person, { language: 'en' })
  const { html } = await reader.get(`/sessions/${id}`)
  expect(textOf(html)).toContain('Sign-up opens on Wed 12 Jan, 18:00.')
  expect(html).toContain('aria-disabled="true"')
  const list = await reader.get('/sessions')
  expect(textOf(list.html)).toContain('Sign-up opens Wed 12 Jan, 18:00')
})
