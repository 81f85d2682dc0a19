import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase, queriesDuring } from '#test/database.ts'
import { makeAppointed, makeBranch, makeCommunity, makeStreet, makeVenue } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { addUnit } from '../add-unit.ts'
import { openUnits } from '../queries.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const community = await makeCommunity(ctx, '费桥村')
  const other = await makeCommunity(ctx, '秦北村')
  const branch = await addUnit(ctx, { parentId: community.id, kind: 'branch', name: '东片党支部' })
  const venue = await makeVenue(ctx, branch.id, 24)
  return {
    street: await makeStreet(ctx),
    community,
    other,
    branch,
    venue,
    office: await makeAppointed(ctx, 'office'),
    organiser: await makeAppointed(ctx, 'organiser', branch.id),
  }
})
const stranger = await committed(database, (ctx) => makeAppointed(ctx, 'office'), {
  street: otherStreet,
})

test('the office reads the tree, whole and one community at a time', async () => {
  const office = await visitor(database, made.office)
  const whole = textOf((await office.get('/units')).html)
  expect(whole).toMatch(/全部 2 .* 0 费桥村 2 秦北村 0/)
  expect(whole).toContain(`费桥村 党支部 东片党支部 场地 ${made.venue.name}（实践站活动室，24 座）`)
  expect(whole).toContain('秦北村 这里还没有单位和场地。')
  const one = textOf((await office.get(`/units?under=${made.community.id}`)).html)
  expect(one).toContain('东片党支部')
  expect(one).not.toContain('这里还没有单位和场地。')
})

test('the office adds a unit and a venue where it looks, and is told why not', async () => {
  const office = await visitor(database, made.office, { language: 'en' })
  const under = made.other.id
  const unit = { kind: 'branch', name: '第一片区党支部', parentId: under }
  const added = await office.post(`/units?do=addUnit&under=${under}`, unit)
  expect(added).toMatchObject({ status: 303, location: `/units?under=${under}&done=unit.added` })
  const again = await office.post(`/units?do=addUnit&under=${under}`, unit)
  expect(again.status).toBe(409)
  expect(again.html).toContain('There is a unit of this name here already.')
  expect(again.html).toContain('value="第一片区党支部"')

  const venue = { name: '晒谷场', kind: 'outdoors', unitId: under, seats: '0', place: '' }
  const wrong = await office.post(`/units?do=addVenue&under=${under}`, venue)
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Please give a number of 1 or more')
  const right = await office.post(`/units?do=addVenue&under=${under}`, { ...venue, seats: '80' })
  expect(textOf((await office.get(right.location!)).html)).toMatch(
    /The venue is added\..*Branch 第一片区党支部 Venues 晒谷场 \(outdoors, 80 seats\)/,
  )
})

test('who may not', async () => {
  const organiser = await visitor(database, made.organiser)
  expect((await organiser.get('/units')).status).toBe(403)
  const unit = { kind: 'branch', name: '新支部', parentId: made.community.id }
  expect((await organiser.post('/units?do=addUnit', unit)).status).toBe(403)
  const elsewhere = await visitor(database, stranger, { street: otherStreet })
  expect((await elsewhere.get('/units')).html).not.toContain('费桥村')
  expect((await elsewhere.post('/units?do=addUnit', unit)).status).toBe(404)
  const units = await committed(database, openUnits, { street: otherStreet })
  expect(units.map(({ kind }) => kind)).toEqual(['street'])
})

test('a hundred branches take as many queries as one', async () => {
  const office = await visitor(database, made.office)
  await office.get('/units')
  const few = await queriesDuring(() => office.get('/units'))
  await committed(database, async (ctx) => {
    for (let count = 0; count < 100; count += 1) await makeBranch(ctx, made.community.id)
  })
  expect(await queriesDuring(() => office.get('/units'))).toBe(few)
})
