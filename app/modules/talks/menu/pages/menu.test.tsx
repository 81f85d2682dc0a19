import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed } from '#test/make.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const { fraud, office } = await committed(database, async (ctx) => {
  const speaker = await makeSpeaker(ctx)
  const made = await makeTalk(ctx, [speaker], {
    title: '守住养老钱',
    titleEn: 'Keeping your savings safe',
  })
  await makeTalk(ctx, [speaker], {
    title: '在家量血压',
    titleEn: '',
    topics: ['health'],
    minutes: 30,
  })
  return { fraud: made, office: await makeAppointed(ctx, 'office') }
})

test('anyone reads the menu, with how many talks each choice would leave', async () => {
  const { status, html } = await (await visitor(database, null)).get('/menu')
  const words = textOf(html)
  expect(status).toBe(200)
  expect(words).toContain('守住养老钱')
  expect(words).toContain('30 分钟以内 1')
  expect(words).toContain('老年人 2')
})

test('a word narrows the menu, and a facet narrows it further', async () => {
  const reader = await visitor(database, null)
  expect(textOf((await reader.get('/menu?q=xueya')).html)).not.toContain('守住养老钱')
  expect(textOf((await reader.get('/menu?q=xueya&minutes=60')).html)).toContain(
    '没有找到这样的一讲',
  )
})

test('in English a talk has its English title, and its Chinese one where there is no other', async () => {
  const words = textOf(
    (await (await visitor(database, null, { language: 'en' })).get('/menu')).html,
  )
  expect(words).toContain('Keeping your savings safe')
  expect(words).toContain('在家量血压')
})

test('a talk can be ordered only by those who order', async () => {
  const path = `/menu/${fraud.id}`
  expect((await (await visitor(database, null)).get(path)).html).not.toContain(`${path}/order`)
  expect((await (await visitor(database, office)).get(path)).html).toContain(`${path}/order`)
})

test.each([
  ['an id that is none', '/menu/nonsense', 404],
  ['an id of nothing', '/menu/018f0000-0000-7000-8000-000000000000', 404],
  ['signs in the search', '/menu?q=%27%29%3B%20drop', 200],
  ['a broken escape in the search', '/menu?q=%E4%BD', 200],
])('%s', async (_, path, status) => {
  expect((await (await visitor(database, null)).get(path)).status).toBe(status)
})

test('the office puts a talk on the menu; a form with faults keeps what was typed', async () => {
  const reader = await visitor(database, office)
  const form = { title: '冬天怎么练', about: '三个动作。', strandCode: 'practice', minutes: '4' }
  const { status, html } = await reader.post('/menu/new?do=put', form)
  expect(status).toBe(422)
  expect(html).toContain('value="冬天怎么练"')
  expect(textOf(html)).toContain('请填不小于5的数')
})
