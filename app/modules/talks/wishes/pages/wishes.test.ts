import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { answerWish } from '../answer-wish.ts'
import { makeWish } from '../make-wish.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const organiser = await makeAppointed(ctx, 'organiser', branch.id)
  const office = await makeAppointed(ctx, 'office')
  const talk = await makeTalk(ctx, [], { title: '扶手装在哪里' })
  const by = await as(ctx, organiser)
  const wish = await makeWish(by, { unitId: branch.id, words: '怎样装扶手' })
  const heard = await makeWish(by, { unitId: branch.id, words: '书法' })
  await answerWish(await as(ctx, office), { wishId: heard.id, answer: '第 23 号就是。' })
  return { organiser, office, talk, wish }
})

test('what was not found on the menu is written down as a wish', async () => {
  const organiser = await visitor(database, made.organiser)
  const { html } = await organiser.get('/menu?q=football')
  expect(html).toContain('/wishes?words=football')
  const wishes = await organiser.get('/wishes?words=football')
  expect(wishes.html).toContain('>football</textarea>')
  expect(textOf(wishes.html)).toContain('第 23 号就是。')
})

test('who can’t wish is led to the office', async () => {
  const { html } = await (await visitor(database, null)).get('/menu?q=football')
  expect(html).toContain('href="/say"')
})

test('a wish becomes a talk, and the answer has it chosen', async () => {
  const office = await visitor(database, made.office)
  expect((await office.get('/wishes')).html).toContain(`/menu/new?wish=${made.wish.id}`)
  const begun = await office.get(`/menu/new?wish=${made.wish.id}`)
  expect(textOf(begun.html)).toContain('怎样装扶手')
  const { html } = await office.get(`/wishes?wish=${made.wish.id}&talk=${made.talk.id}`)
  expect(html).toContain(`<option value="${made.talk.id}" selected>`)
})
