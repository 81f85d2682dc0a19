import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { fileOf, pdf } from '#test/make-files.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { addMaterial } from '../add-material.ts'
import { changeTalk } from '../change-talk.ts'
import { findTalk } from '../queries.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const speaker = await makeSpeaker(ctx)
  const office = await makeAppointed(ctx, 'office')
  const byOffice = await as(ctx, office)
  const talk = await makeTalk(ctx, [speaker], { title: '守住养老钱', about: '旧的说法。' })
  const draft = await makeTalk(ctx, [speaker], { title: '还没写好', draft: true })
  const { id: materialId } = await addMaterial(byOffice, {
    talkId: talk.id,
    title: '幻灯片',
    file: fileOf(pdf(), 'x.pdf'),
  })
  const { audiences, formats, languages, ...fields } = (await findTalk(ctx, talk.id))!
  await changeTalk(byOffice, {
    talkId: talk.id,
    version: 1,
    note: '换了案例。',
    title: fields.title,
    titleEn: fields.titleEn,
    about: '新的说法。',
    aboutEn: '',
    strandCode: fields.strandCode,
    topics: fields.topics,
    audiences: audiences as ['elders'],
    formats: formats as ['talk'],
    languages: languages as ['mandarin'],
    minutes: 60,
    brings: '',
  })
  const organiser = await makeAppointed(ctx, 'organiser')
  const member = await makeAppointed(ctx, 'member')
  const speaking = { id: speaker.personId }
  return { talk, draft, materialId, office, organiser, member, speaking }
})
const path = `/menu/${made.talk.id}`

test('anyone reads what a talk said before', async () => {
  const reader = await visitor(database, null)
  expect((await reader.get(path)).html).toContain(`${path}/versions`)
  const words = textOf((await reader.get(`${path}/versions`)).html)
  expect(words).toContain('旧的说法。')
  expect(words).toContain('换了案例。')
})

test.each([
  ['nobody', null, 302],
  ['a member', made.member, 404],
  ['who orders', made.organiser, 200],
  ['who speaks', made.speaking, 200],
])('a material for %s', async (_, person, status) => {
  const reader = await visitor(database, person)
  const answer = await reader.get(`${path}/materials/${made.materialId}`)
  expect(answer.status).toBe(status)
  expect((await reader.get(path)).html.includes(made.materialId)).toBe(status === 200)
})

test.each([
  ['nobody', null, 404],
  ['who orders', made.organiser, 404],
  ['who speaks', made.speaking, 200],
  ['the office', made.office, 200],
])('a draft for %s', async (_, person, status) => {
  const reader = await visitor(database, person)
  expect((await reader.get(`/menu/${made.draft.id}`)).status).toBe(status)
  const listed = textOf((await reader.get('/menu')).html).includes('还没写好')
  expect(listed).toBe(person === made.office)
})

test('the office changes a talk on a page of its own, and says who gives it', async () => {
  const office = await visitor(database, made.office)
  expect((await office.get(`${path}/change`)).html).toContain('value="守住养老钱"')
  expect(textOf((await office.get(`${path}/speakers`)).html)).toContain('讲得好')
  const organiser = await visitor(database, made.organiser)
  expect((await organiser.get(`${path}/change`)).status).toBe(403)
})

test('a wrong character still finds the talk, and it is said what was looked for', async () => {
  const { html } = await (await visitor(database, null)).get(
    `/menu?q=${encodeURIComponent('仰老钱')}`,
  )
  expect(textOf(html)).toContain('没有“仰老钱”，下面是“养老钱”的。')
  expect(textOf(html)).toContain('守住养老钱')
})

test.each([
  ['the menu on paper', '/menu/paper?phone=12345', '12345'],
  ['a poster of a talk', `${path}/poster?paper=A3`, '守住养老钱'],
  ['a poster of a strand', '/menu/poster?strand=pioneer', '守住养老钱'],
])('%s says what it should', async (_, address, said) => {
  const { status, html } = await (await visitor(database, null)).get(address)
  expect([status, textOf(html).includes(said)]).toEqual([200, true])
})

test.each(['/menu/paper.pdf', `${path}/poster.pdf`, '/menu/poster.pdf?paper=A3'])(
  '%s is a PDF',
  async (address) => {
    const { bytes } = await (await visitor(database, null)).get(address)
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-')
  },
)

test('a street without topics is asked for its first one, and then has it to choose', async () => {
  const own = await ownDatabase()
  const office = await visitor(own, await committed(own, (ctx) => makeAppointed(ctx, 'office')))
  expect((await office.get('/menu/new')).html).toContain('<details open')
  const typed = { name: '防诈骗', nameEn: '' }
  const faulty = await office.post('/menu/new?do=topic', typed)
  expect([faulty.status, faulty.html.includes('value="防诈骗"')]).toEqual([422, true])
  const { status } = await office.post('/menu/new?do=topic', { ...typed, nameEn: 'Fraud' })
  expect(status).toBe(303)
  const { html } = await office.get('/menu/new')
  expect(html).not.toContain('<details open')
  expect(textOf(html)).toContain('防诈骗')
})
