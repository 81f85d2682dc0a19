import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase, queriesDuring } from '#test/database.ts'
import { makeAppointed, makeBranch, makeStreet } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeSeason } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { creditHours } from '../credit-hours.ts'
import { hoursOf } from '../queries.ts'

const database = await ownDatabase()

const made = await committed(database, async (ctx) => {
  const season = await makeSeason(ctx)
  const branch = await makeBranch(ctx)
  const member = await makeAppointed(ctx, 'member', branch.id)
  const marks = { [member.id]: 'came' } as const
  const first = await makeHeld(ctx, { unitId: branch.id, minutes: 90, marks })
  const second = await makeHeld(ctx, { unitId: branch.id, from: '15:00', minutes: 60, marks })
  for (const { id } of [first, second]) await creditHours(ctx, { sessionId: id })
  return {
    season,
    member,
    first,
    second,
    neighbour: await makeAppointed(ctx, 'member', branch.id),
    secretary: await makeAppointed(ctx, 'secretary', branch.id),
    organiser: await makeAppointed(ctx, 'organiser', branch.id),
    office: await makeAppointed(ctx, 'office'),
    elsewhere: await makeAppointed(ctx, 'secretary', (await makeBranch(ctx)).id),
  }
})
const stranger = await committed(
  database,
  async (ctx) => {
    await makeStreet(ctx)
    return makeAppointed(ctx, 'office')
  },
  { street: otherStreet },
)
const path = `/hours/${made.member.id}`

test('hours by address are for the person, the branch’s secretary and the office alone', async () => {
  const status = async (person: { id: string }, street?: number) =>
    (await (await visitor(database, person, street ? { street } : {})).get(path)).status
  const { member, secretary, organiser, office, neighbour, elsewhere } = made
  for (const person of [member, secretary, organiser, office])
    expect(await status(person)).toBe(200)
  for (const person of [neighbour, elsewhere]) expect(await status(person)).toBe(404)
  expect(await status(stranger, otherStreet)).toBe(404)
  const own = textOf((await (await visitor(database, member)).get(path)).html)
  expect(own).not.toContain('补记学时')
})

test('one enters, another confirms, on the page; what was typed stays where it is refused', async () => {
  const secretary = await visitor(database, made.secretary)
  const typed = {
    personId: made.member.id,
    seasonId: made.season.id,
    corrects: '',
    what: '区里的培训',
    onDay: '2022-01-11',
    hours: '4',
    strandCode: 'pioneer',
    form: 'centralised',
    reason: '有会议通知',
  }
  const wrong = await secretary.post(`${path}?do=enter`, { ...typed, onDay: '2022-01-20' })
  expect(wrong.status).toBe(409)
  expect(wrong.html).toContain('value="区里的培训"')
  expect(textOf(wrong.html)).toContain('还没到这一天')
  const entered = await secretary.post(`${path}?do=enter`, typed)
  expect(entered.location).toBe(`${path}?done=entry.made`)
  const shown = textOf((await secretary.get(path)).html)
  expect(shown).toContain('区里的培训 等人确认')
  expect(shown).toContain('补记的人不能自己确认')

  const { entries } = await committed(database, (ctx) => hoursOf(ctx, made.member.id, made.season))
  const entryId = entries[0]!.id
  const office = await visitor(database, made.office)
  expect(textOf((await office.get('/hours/to-settle')).html)).toContain('区里的培训')
  const unanswered = await office.post('/hours/to-settle?do=decide', {
    entryId,
    decision: 'refused',
    answer: '',
  })
  expect(unanswered.status).toBe(409)
  const confirmed = await office.post('/hours/to-settle?do=decide', {
    entryId,
    decision: 'confirmed',
    answer: '',
  })
  expect(confirmed.location).toBe('/hours/to-settle?done=entry.confirmed')
  const member = textOf((await (await visitor(database, made.member)).get('/hours')).html)
  expect(member).toContain('到现在有 5.5 学时')
  expect(member).toContain('党员 32 学时 = 32 学时')
})

test('overlaps stand in the list of who may settle them', async () => {
  const { member, first, second } = made
  const far = await visitor(database, made.elsewhere)
  expect(textOf((await far.get('/hours/to-settle')).html)).toContain('现在没有要确认的补记')
  const secretary = await visitor(database, made.secretary, { language: 'en' })
  expect(textOf((await secretary.get('/hours/to-settle')).html)).toContain(
    `${member.name} is on two rolls`,
  )
  const settled = await secretary.post('/hours/to-settle?do=settle', {
    personId: member.id,
    sessionId: second.id,
    otherId: first.id,
    reason: 'asked',
  })
  expect(settled.location).toBe('/hours/to-settle?done=overlap.settled')
  const after = textOf((await secretary.get('/hours/to-settle')).html)
  expect(after).not.toContain(`${member.name} is on two rolls`)
  const plain = await visitor(database, member)
  expect((await plain.get('/hours/to-settle')).status).toBe(403)
})

test('an exemption’s reason is for the office and the person', async () => {
  const office = await visitor(database, made.office)
  const done = await office.post(`${path}?do=exempt`, {
    personId: made.member.id,
    fromOn: '2022-01-01',
    untilOn: '2022-01-31',
    reason: '住院治疗',
  })
  expect(done.location).toBe(`${path}?done=person.exempted`)
  expect(textOf((await office.get(path)).html)).toContain('住院治疗')
  const own = textOf((await (await visitor(database, made.member)).get('/hours')).html)
  expect(own).toContain('住院治疗')
  expect(own).toContain('（免修 1 个月）')
  const secretary = textOf((await (await visitor(database, made.secretary)).get(path)).html)
  expect(secretary).toContain('1月1日到1月31日不要求学时')
  expect(secretary).not.toContain('住院治疗')
})

test('a change of rules shows whose hours would change before it is made', async () => {
  const office = await visitor(database, made.office)
  const page = `/seasons/${made.season.id}/hour-rules`
  expect(textOf((await office.get(page)).html)).toContain('先看看会变什么')
  const preview = await office.get(`${page}?hourRules=C-2026-01&fromOn=2022-01-01`)
  expect(textOf(preview.html)).toMatch(/会有 1 人的学时改变，涉及 \d 场活动/)
  expect(textOf(preview.html)).toMatch(new RegExp(`${made.member.name} 支部\\d+ 5.5 4`))
  const typed = {
    seasonId: made.season.id,
    fromOn: '2022-01-01',
    hourRules: 'C-2026-01',
    reason: '试点',
  }
  const done = await office.post(`${page}?do=change&hourRules=C-2026-01&fromOn=2022-01-01`, typed)
  expect(done.location).toBe(`/seasons/${made.season.id}?done=hourRules.changed`)
  const same = await office.get(`${page}?hourRules=C-2026-01&fromOn=2022-01-01`)
  expect(textOf(same.html)).toContain('这一天已经按这套办法算')
  const secretary = await visitor(database, made.secretary)
  expect((await secretary.get(page)).status).toBe(403)
})

test('more entries need no more queries', async () => {
  const office = await visitor(database, made.office)
  await office.get('/hours/to-settle')
  const few = await queriesDuring(() => office.get('/hours/to-settle'))
  const secretary = await visitor(database, made.secretary)
  for (let count = 0; count < 8; count += 1) {
    await secretary.post(`${path}?do=enter`, {
      personId: made.member.id,
      seasonId: made.season.id,
      corrects: '',
      what: `学习${count}`,
      onDay: '2022-01-11',
      hours: '1',
      strandCode: 'pioneer',
      form: 'branch',
      reason: '有记录',
    })
  }
  expect(await queriesDuring(() => office.get('/hours/to-settle'))).toBe(few)
  expect(textOf((await office.get('/hours/to-settle')).html)).toContain('学习7')
})
