import { describe, expect, test } from 'vitest'
import { retireTalk } from '#app/modules/talks/menu/retire-talk.ts'
import { instantAt } from '#app/platform/time.ts'
import { committed, otherStreet, ownDatabase, queriesDuring } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson, makeStreet } from '#test/make.ts'
import { lastWinter, makeHeld } from '#test/make-coverage.ts'
import { makeSession } from '#test/make-sessions.ts'
import { makeSeason, makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { recordsBehind, valuesOf } from '../figures/queries.ts'
import { type Figure, figureOf, plainFigures } from '../figures/rules.ts'
import { startBulletin } from '../start-bulletin.ts'

const database = await ownDatabase()

const made = await committed(database, async (ctx) => {
  const season = await makeSeason(ctx)
  const branch = await makeBranch(ctx)
  const member = await makeAppointed(ctx, 'member', branch.id)
  const neighbour = await makePerson(ctx, branch.id)
  const away = await makePerson(ctx, branch.id)
  const marks = { [member.id]: 'came', [neighbour.id]: 'left_early', [away.id]: 'absent' } as const
  const first = await makeHeld(ctx, {
    firstMarks: { [away.id]: 'came' },
    marks,
    guests: 9,
    given: [
      { thing: '春联', pieces: 40 },
      { thing: '福字', pieces: 3 },
    ],
  })
  const second = await makeHeld(ctx, {
    unitId: first.unitId,
    date: '2022-01-15',
    marks: { [member.id]: 'came' },
    given: [{ thing: '春联', pieces: 6 }],
  })
  await makeSession(ctx, { unitId: first.unitId, date: '2022-01-20' })
  const before = await lastWinter(ctx)
  await makeHeld(before, {
    unitId: branch.id,
    date: '2021-01-14',
    marks: { [away.id]: 'came' },
    given: [{ thing: '春联', pieces: 100 }],
  })
  await makeTalk(ctx)
  return {
    season,
    branch,
    member,
    neighbour,
    first,
    second,
    correspondent: await makeAppointed(ctx, 'correspondent'),
    proofreader: await makeAppointed(ctx, 'proofreader'),
    office: await makeAppointed(ctx, 'office'),
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

const couplets: Figure = { name: 'thingsGivenOut', thing: '春联' }
const plain: Figure[] = plainFigures.map((name) => ({ name, thing: null }))
const asking = { season: made.season, bulletinId: null }

describe('the catalogue', () => {
  test('counts what was held', async () => {
    const values = await committed(database, (ctx) =>
      valuesOf(ctx, asking, [...plain, couplets, { name: 'thingsGivenOut', thing: '灯谜' }]),
    )
    expect(Object.fromEntries(values)).toEqual({
      sessionsHeld: 2,
      homeSessions: 0,
      pavilionClasses: 0,
      exhibitionBoards: 0,
      doorVisits: 0,
      peopleReached: 2,
      membersReached: 1,
      attendances: 12,
      branchesTakingPart: 2,
      ordersHeld: 2,
      mattersPublished: 0,
      mattersClaimed: 0,
      mattersConfirmed: 0,
      branchesClaiming: 0,
      courseTakers: 0,
      talksOnMenu: 5,
      speakersRegistered: 5,
      'thingsGivenOut:春联': 46,
      'thingsGivenOut:灯谜': 0,
    })
  })

  test.each([...plain, couplets])('$name is the sum of the records behind it', async (figure) => {
    const { values, behind } = await committed(database, async (ctx) => ({
      values: await valuesOf(ctx, asking, [figure]),
      behind: await recordsBehind(ctx, asking, figure, { limit: 100, offset: 0 }),
    }))
    const sum = behind.records.reduce((total, row) => total + row.pieces, 0)
    expect([sum, behind.value]).toEqual([...values.values(), ...values.values()])
    expect(behind.total).toBe(behind.records.length)
  })

  test.each([
    ['sessionsHeld|from:2022-01-15', 1],
    ['sessionsHeld|until:2022-01-14', 1],
    ['sessionsHeld|from:2022-01-16', 0],
    ['thingsGivenOut:春联|from:2021-01-01|until:2021-12-31', 100],
    [`peopleReached|in:${made.branch.name}`, 2],
    ['peopleReached|in:没有村', 0],
    [`sessionsHeld|in:${made.branch.name}`, 0],
  ])('asks %s', async (written, expected) => {
    const figure = figureOf(written)!
    const values = await committed(database, (ctx) => valuesOf(ctx, asking, [figure]))
    expect([...values]).toEqual([[written, expected]])
  })

  test('opens each session with the pieces that were given out there', async () => {
    const { records } = await committed(database, (ctx) =>
      recordsBehind(ctx, asking, couplets, { limit: 100, offset: 0 }),
    )
    expect(records.map(({ kind, id, pieces, at }) => ({ kind, id, pieces, at }))).toEqual([
      { kind: 'session', id: made.first.id, pieces: 40, at: made.first.during.start },
      { kind: 'session', id: made.second.id, pieces: 6, at: made.second.during.start },
    ])
  })

  test('leaves out talks that were retired before the season began', async () => {
    const before = instantAt('2021-11-01', '10:00')
    const count = await committed(database, async (ctx) => {
      const talk = await makeTalk({ ...ctx, now: before })
      await retireTalk({ ...ctx, now: before }, { talkId: talk.id })
      return valuesOf(ctx, asking, [{ name: 'talksOnMenu', thing: null }])
    })
    expect([...count.values()]).toEqual([5])
  })
})

test('a correspondent starts a bulletin, reads its figures, opens one, and writes', async () => {
  const writer = await visitor(database, made.correspondent)
  const empty = await writer.get('/bulletins')
  expect(textOf(empty.html)).toContain('还没有简报。')
  expect(empty.html).toContain('value="2021—2022 年冬训简报"')
  const typed = { seasonId: made.season.id, language: 'zh', title: '一季冬训' }
  const nameless = await writer.post('/bulletins?do=start', { ...typed, title: '' })
  expect(nameless.status).toBe(422)
  const started = await writer.post('/bulletins?do=start', typed)
  expect(started.status).toBe(303)

  const address = started.location!.split('?')[0]!
  const draft = await writer.get(started.location!)
  expect(textOf(draft.html)).toMatch(
    /初稿已经写好.*一季冬训.*办了 2 场活动，来了 2 人，合计 12 人次/,
  )
  expect(textOf(draft.html)).toMatch(/春联 40余/)
  const link = `${address}/figures/${encodeURIComponent('thingsGivenOut:春联')}`
  expect(draft.html).toContain(`href="${link}"`)
  expect(draft.html).toContain('<code>{{thingsGivenOut:春联}}</code>')

  const opened = await writer.get(link)
  expect(textOf(opened.html)).toMatch(/一季冬训 发出的春联 46 .*共 2 条记录 截至/)
  expect(opened.html).toContain(`href="/sessions/${made.first.id}"`)

  const unknown = await writer.post(`${address}?do=save`, {
    version: '1',
    title: '一季冬训',
    body: '我写的：{{couplets}}',
  })
  expect(unknown.status).toBe(422)
  expect(unknown.html).toContain('没有 {{couplets}} 这个数字')
  expect(unknown.html).toContain('我写的：{{couplets}}</textarea>')

  const text = { version: '1', title: '一季冬训', body: '发了{{thingsGivenOut:春联}}副春联。' }
  const saved = await writer.post(`${address}?do=save`, text)
  expect(saved).toMatchObject({ status: 303, location: `${address}?done=bulletin.saved` })
  expect(textOf((await writer.get(saved.location!)).html)).toMatch(/已保存。.*发了 46 副春联。/)

  const second = await visitor(database, made.office, { language: 'en' })
  const late = await second.post(`${address}?do=save`, { ...text, body: 'What I typed' })
  expect(late.status).toBe(409)
  expect(textOf(late.html)).toContain('Someone saved this bulletin after the version you opened.')
  expect(late.html).toContain('What I typed</textarea>')
  expect(late.html).toContain('name="version" value="2"')
  expect(textOf(late.html)).toMatch(/发了 46 副春联。/)
})

test('a figure opens as many records as it counts, in English too', async () => {
  const reader = await visitor(database, made.proofreader, { language: 'en' })
  const list = await reader.get('/bulletins')
  expect(textOf(list.html)).toContain('No. 1 · Winter 2021–22')
  expect(list.html).not.toContain('do=start')
  const address = /href="(\/bulletins\/[^"]+)"/.exec(list.html)![1]!
  const draft = await reader.get(address)
  expect(draft.status).toBe(200)
  expect(draft.html).not.toContain('do=save')
  const people = textOf((await reader.get(`${address}/figures/peopleReached`)).html)
  expect(people).toMatch(/People who came 2 .*2 records as of/i)
  expect(people).toContain(made.member.name)
  expect(people).toContain(made.neighbour.name)
  expect((await reader.get(`${address}/figures/couplets`)).status).toBe(404)
  const forbidden = await reader.post(`${address}?do=save`, { version: '2', title: 'x', body: 'y' })
  expect(forbidden.status).toBe(403)

  const member = await visitor(database, made.member)
  expect((await member.get('/bulletins')).status).toBe(403)
  expect((await member.get(address)).status).toBe(403)
  const elsewhere = await visitor(database, stranger, { street: otherStreet })
  expect((await elsewhere.get(address)).status).toBe(404)
  expect((await elsewhere.get(`${address}/figures/peopleReached`)).status).toBe(404)
  expect(textOf((await elsewhere.get('/bulletins')).html)).toContain('先开一个冬训季')
})

test('more bulletins and more figures in one need no more queries', async () => {
  const { correspondent, season } = made
  const writer = await visitor(database, correspondent)
  const typed = { seasonId: season.id, language: 'zh', title: '又一期' } as const
  const first = await writer.post('/bulletins?do=start', typed)
  const address = first.location!.split('?')[0]!
  const bare = { version: '1', title: '又一期', body: '还没有数字。' }
  await writer.post(`${address}?do=save`, bare)
  const list = () => writer.get('/bulletins')
  const draft = () => writer.get(address)
  const few = [await queriesDuring(list), await queriesDuring(draft)]
  await committed(database, async (ctx) => {
    const by = await as(ctx, correspondent)
    for (let count = 0; count < 30; count += 1) await startBulletin(by, typed)
  })
  const body = plain.map(({ name }) => `{{${name}}}`).join('\n')
  await writer.post(`${address}?do=save`, { ...bare, version: '2', body })
  expect([await queriesDuring(list), await queriesDuring(draft)]).toEqual(few)
})

test('many records behind a figure are read page by page', async () => {
  const reader = await visitor(database, made.proofreader)
  await committed(database, async (ctx) => {
    const marks: Record<string, 'came'> = {}
    for (let count = 0; count < 101; count += 1) marks[(await makePerson(ctx)).id] = 'came'
    await makeHeld(ctx, { unitId: made.branch.id, date: '2022-01-16', marks })
  })
  const address = /href="(\/bulletins\/[^"]+)"/.exec((await reader.get('/bulletins')).html)![1]!
  const rows = (html: string) => html.split('<th scope="row">').length - 1
  const first = await reader.get(`${address}/figures/peopleReached`)
  expect([rows(first.html), textOf(first.html).includes('共 103 条记录')]).toEqual([100, true])
  expect(first.html).toContain(`href="${address}/figures/peopleReached?page=2"`)
  const second = await reader.get(`${address}/figures/peopleReached?page=2`)
  expect(rows(second.html)).toBe(3)
})
