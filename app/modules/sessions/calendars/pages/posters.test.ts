import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeRound, makeSeries, makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { cancelSession } from '../../cancel-session.ts'
import { publishSeries } from '../../series/publish-series.ts'

const database = await ownDatabase()
const { branch, organiser, talk, home, off, far, round } = await committed(
  database,
  async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const mine = { unitId: branch.id, placedBy: organiser.id }
    const talk = await makeSession(ctx, { ...mine, date: '2022-01-14' })
    const home = await makeSession(ctx, { ...mine, date: '2022-01-18' })
    const off = await makeSession(ctx, { ...mine, date: '2022-01-16' })
    const far = await makeSession(ctx, { ...mine, date: '2022-02-10' })
    await cancelSession(await as(ctx, organiser), { sessionId: off.id, reason: '停电' })
    await ctx.tx
      .updateTable('venue')
      .set({ kind: 'home', name: '陈家堂屋', place: '3号楼' })
      .where('id', '=', home.venueId)
      .execute()
    await ctx.tx
      .updateTable('venue')
      .set({ entrance: 'level', toilet: 'accessible', hearingLoop: true })
      .where('id', '=', talk.venueId)
      .execute()
    await ctx.tx
      .updateTable('session')
      .set({ childSeats: 5, toKnow: '请带上老花镜' })
      .where('id', '=', talk.id)
      .execute()
    return { branch, organiser, talk, home, off, far, round: await makeRound(ctx) }
  },
)
const anyone = await visitor(database, null)

/** The words of the sheet, without those around it. */
const sheetOf = (html: string) => textOf(/<article class="sheet.*<\/article>/s.exec(html)![0])

test('a poster says when, where, how one gets in, for whom, and whom to tell', async () => {
  const { status, html } = await anyone.get(`/sessions/${talk.id}/poster`)
  expect(status).toBe(200)
  const said = sheetOf(html)
  expect(said).toContain('1月14日 周五 14:00–15:30')
  expect(said).toContain('进门不用上台阶 · 有无障碍厕所 · 有助听环路')
  expect(said).toContain('留给孩子 5 个座位')
  expect(said).toContain('请带上老花镜')
  expect(said).toContain(`到${branch.name}说一声`)
  expect(html).toContain(`http://localhost/sessions/${talk.id}?street=320613019`)
  expect(said).not.toMatch(/100\d{8}/)
})

test('the sheet is in the language that is chosen, whatever the page’s', async () => {
  const { html } = await anyone.get(`/sessions/${talk.id}/poster?in=en&paper=A3`)
  expect(html).toContain('class="sheet notice A3 one" lang="en"')
  expect(sheetOf(html)).toContain('no steps to get in')
  expect(textOf(html)).toContain('黑白打印也清楚')
})

test('whose home it is in is on no poster, not even for who runs it', async () => {
  const host = await visitor(database, organiser)
  for (const at of [`/sessions/${home.id}/poster`, `/calendar/poster?of=unit.${branch.id}`]) {
    const { status, html } = await host.get(at)
    expect(status).toBe(200)
    expect(html).not.toContain('陈家')
    expect(html).not.toContain('3号楼')
  }
})

test('a poster of what is on shows two weeks, without what is called off', async () => {
  const host = await visitor(database, organiser)
  const { html } = await host.get(`/calendar/poster?of=unit.${branch.id}`)
  const lines = [...html.matchAll(/<li><b>.*?<br\/>([^·<]*) ·/g)].map(([, when]) => when)
  expect(lines).toEqual(['1月14日 周五 14:00–15:30', '1月18日 周二 14:00–15:30'])
  expect((await anyone.get(`/calendar/poster?of=unit.${branch.id}`)).status).toBe(403)
  expect((await host.get('/calendar/poster?of=mine')).status).toBe(404)
})

test('a series’ poster says its name once, and all its days', async () => {
  const { id } = await committed(database, async (ctx) => {
    const series = await makeSeries(ctx)
    await publishSeries(series.office, { seriesId: series.id })
    return series
  })
  const { html } = await anyone.get(`/calendar/poster?of=series.${id}`)
  expect(sheetOf(html).match(/写春联/g)).toHaveLength(1)
  const days = [...html.matchAll(/<li><b>(\S+) 周四 14:00–16:00<\/b>/g)].map(([, day]) => day)
  expect(days).toEqual(['1月20日', '1月27日', '2月10日', '2月17日'])
})

test('the poster of what is called off says so, and a round has none', async () => {
  expect(sheetOf((await anyone.get(`/sessions/${off.id}/poster`)).html)).toMatch(/^已取消/)
  expect((await anyone.get(`/sessions/${round.id}/poster`)).status).toBe(404)
})

test('each is a PDF of one page too', async () => {
  const host = await visitor(database, organiser)
  const unit = `of=unit.${branch.id}`
  for (const at of [
    `/sessions/${far.id}/poster.pdf?in=en`,
    `/calendar/poster.pdf?paper=A3&${unit}`,
  ]) {
    const { status, bytes } = await host.get(at)
    const file = Buffer.from(bytes).toString('latin1')
    expect([status, file.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect(file.match(/\/Type \/Page\b/g)).toHaveLength(1)
  }
})
