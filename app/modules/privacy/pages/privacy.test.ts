import { expect, test } from 'vitest'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { nameGuardian } from '#app/modules/people/name-guardian.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { seeContacts } from '#app/modules/people/see-contacts.ts'
import { newId } from '#app/platform/ids.ts'
import { readSheet } from '#app/platform/spreadsheet.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const parent = await makePerson(ctx, branch.id, { bornOn: '1980-01-01', name: '陈建国' })
  const child = await makePerson(ctx, branch.id, { bornOn: '2011-01-01', name: '陈小满' })
  await nameGuardian(ctx, { childId: child.id, guardianId: parent.id })
  const organiser = await makeAppointed(ctx, 'organiser', branch.id)
  const office = await makeAppointed(ctx, 'office')
  const own = await as(ctx, parent)
  const { id: consentId } = await giveConsent(own, {
    personId: child.id,
    purpose: 'picture',
    subjectId: newId(),
  })
  await seeContacts(await as(ctx, organiser), { personIds: [parent.id] })
  return { parent, child, organiser, office, consentId, stranger: await makePerson(ctx) }
})

test('a guardian sees the child’s consents and who saw the number, and withdraws', async () => {
  const me = await visitor(database, made.parent)
  const { html } = await me.get('/privacy')
  const text = textOf(html)
  expect(text).toContain('使用照片')
  expect(text).toContain('陈小满')
  expect(text).toContain(made.organiser.name)
  const { consentId } = made
  const answer = await me.post('/privacy?do=withdraw', { consentId, _key: newId() })
  expect([answer.status, answer.location]).toEqual([303, '/privacy?done=consent.withdrawn'])
  expect(textOf((await me.get('/privacy')).html)).toContain('撤回')
})

test('one’s own data, and nobody else’s', async () => {
  const stranger = await visitor(database, made.stranger)
  expect((await stranger.get(`/privacy?person=${made.parent.id}`)).status).toBe(404)
  expect((await stranger.get(`/privacy/file?person=${made.parent.id}&as=json`)).status).toBe(404)
  expect((await stranger.get('/privacy/requests')).status).toBe(403)
  expect((await stranger.get('/privacy/retention')).status).toBe(403)
  const organiser = await visitor(database, made.organiser)
  expect((await organiser.get(`/privacy?person=${made.parent.id}`)).status).toBe(200)
  expect((await organiser.get(`/privacy/file?person=${made.parent.id}`)).status).toBe(403)
})

test('who has grown up speaks for themselves', async () => {
  const now = new Date('2029-01-02T10:00:00+08:00')
  for (const [at, status] of [
    [undefined, 200],
    [now, 404],
  ] as const) {
    const me = await visitor(database, made.parent, at && { now: at })
    expect((await me.get(`/privacy?person=${made.child.id}`)).status).toBe(status)
    expect((await me.get(`/privacy/file?person=${made.child.id}`)).status).toBe(status)
  }
})

test('a copy holds what is kept of a person, and no one else’s number', async () => {
  const me = await visitor(database, made.parent)
  const copy = JSON.parse((await me.get('/privacy/file?as=json')).html)
  expect(copy.tables.person).toMatchObject([{ name: '陈建国', phone: made.parent.phone }])
  expect(copy.tables.consent).toMatchObject([{ person_id: '陈小满', purpose: 'picture' }])
  expect(JSON.stringify(copy)).not.toContain(made.organiser.phone)
  expect(Object.keys(copy.tables)).toEqual(expect.arrayContaining(['fact', 'guardian', 'sign_in']))
})

test('a copy for a spreadsheet says in words what is kept as a code', async () => {
  const me = await visitor(database, made.parent)
  const { bytes } = await me.get('/privacy/file?as=xlsx')
  const under = async (sheet: string, heading: string) => {
    const rows = (await readSheet(bytes, { mostRows: 100, sheet })).map(({ fields }) => fields)
    const headings = rows.findIndex((row) => row.includes(heading))
    return rows.slice(headings + 1).map((row) => row[rows[headings]!.indexOf(heading)])
  }
  expect(await under('登记的资料', '联系方式')).toEqual(['短信'])
  expect(await under('同意', '用途')).toEqual(['使用照片'])
  expect(await under('经过', '名称')).toContain('打开了联系方式')
})

test('a correction is asked for, checked and made', async () => {
  const me = await visitor(database, made.parent)
  const wanted = { personId: made.parent.id, name: '陈建民', words: '名字写错了' }
  const asked = await me.post('/privacy?do=ask', { ...wanted, _key: newId() })
  expect(asked.location).toBe('/privacy?done=correction.asked')
  const office = await visitor(database, made.office)
  const list = await office.get('/privacy/requests')
  const [, requestId] = /\/privacy\/requests\/([0-9a-f-]{36})/.exec(list.html)!
  expect(textOf((await office.get(`/privacy/requests/${requestId}`)).html)).toContain('陈建民')
  const answer = { requestId: requestId!, how: 'done', answer: '已改', _key: newId() }
  const path = `/privacy/requests/${requestId}?do=answer`
  expect((await office.post(path, answer)).status).toBe(303)
  const person = await committed(database, (ctx) => findPerson(ctx, made.parent.id))
  expect(person!.name).toBe('陈建民')
})

test('the office sees what a deletion does before it does it', async () => {
  const who = await committed(database, (ctx) => makePerson(ctx, undefined, { name: '单立新' }))
  const me = await visitor(database, who)
  await me.post('/privacy?do=delete', { personId: who.id, words: '', _key: newId() })
  const office = await visitor(database, made.office, { language: 'en' })
  const list = await office.get('/privacy/requests')
  const [, requestId] = /\/privacy\/requests\/([0-9a-f-]{36})/.exec(list.html)!
  const preview = textOf((await office.get(`/privacy/requests/${requestId}`)).html)
  expect(preview).toMatch(/Sign-ins 1 Deleted/)
  expect(preview).toMatch(/Entered data 1 Words emptied, record stays/)
  const path = `/privacy/requests/${requestId}?do=forget`
  const done = await office.post(path, { personId: who.id, _key: newId() })
  expect(done.location).toBe('/privacy/requests?done=person.forgotten')
  expect((await me.get('/privacy')).status).toBe(302)
})
