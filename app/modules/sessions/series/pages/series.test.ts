import { expect, test } from 'vitest'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { system } from '#app/platform/context.ts'
import { later, minute } from '#app/platform/time.ts'
import { committed, ownDatabase, queriesDuring } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeCourse } from '#test/make-courses.ts'
import { makeDraft, makeSeries } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { publishSession } from '../../publish-session.ts'
import { findSession } from '../../queries.ts'
import { signUp } from '../../seats/sign-up.ts'
import { planSeries } from '../plan-series.ts'
import { sessionsOfSeries } from '../queries.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  await fillHolidays({ ...ctx, actor: system })
  const series = await makeSeries(ctx)
  const stream = await makeDraft(ctx, {
    format: 'stream',
    streamUrl: 'https://live.example.org/1',
    when: { date: '2022-01-21', from: '14:00', to: '15:00' },
  })
  await publishSession(stream.office, { sessionId: stream.id })
  const member = await makePerson(ctx)
  return {
    first: await makeDraft(ctx),
    series,
    stream: (await findSession(ctx, stream.id))!,
    course: await makeCourse(ctx),
    office: await makeAppointed(ctx, 'office'),
    member,
  }
})

test('a session comes again: every day is shown with its reason before anything is made', async () => {
  const office = await visitor(database, made.office)
  const at = `/sessions/${made.first.id}/again`
  const query = 'weekdays=4&untilOn=2022-02-10&onHolidays=skip'
  const looked = await office.get(`${at}?${query}`)
  const shown = textOf(looked.html)
  expect(shown).toContain('一共 3 场')
  expect(shown).toMatch(/有 1 天不办 .*2月3日 周四 春节/)
  expect(shown).toMatch(/1月27日 周四 2月10日 周四 把 3 场都记下来/)
  const before = await committed(database, (ctx) => findSession(ctx, made.first.id))
  expect(before!.seriesId).toBe(null)
  const asked = {
    sessionId: made.first.id,
    weekdays: '4',
    untilOn: '2022-02-10',
    onHolidays: 'skip',
  }
  const none = await office.post(`${at}?${query}&do=plan`, asked)
  expect([none.status, textOf(none.html)]).toEqual([409, expect.stringContaining('一场也排不出来')])
  const sent = await office.post(`${at}?${query}&do=plan`, { ...asked, days: '2022-02-10' })
  const series = textOf((await office.get(sent.location!)).html)
  expect(series).toMatch(/每周四 14:00–16:00/)
  expect(series).toContain('共 2 场，还有 2 场没办，办了 0 场')
  expect(series).toContain('说好不办的日子')
  // What comes again already offers no form in vain.
  const again = await office.get(at)
  expect([again.status, again.html.includes('untilOn')]).toEqual([200, false])
})

test('the office announces what is ready; people see what is announced, and the way from one to the next', async () => {
  const office = await visitor(database, made.office)
  const member = await visitor(database, made.member, { language: 'en' })
  const at = `/series/${made.series.id}`
  expect((await member.get(at)).status).toBe(404)
  const poster = `href="/calendar/poster?of=series.${made.series.id}"`
  expect((await office.get(at)).html).not.toContain(poster)
  const sent = await office.post(`${at}?do=publish`, { seriesId: made.series.id })
  expect((await member.get(at)).html).toContain(poster)
  expect(sent.location).toBe(`${at}?done=series.published`)
  expect(textOf((await member.get(at)).html)).toContain('4 sessions, 4 to come, 0 held')
  const [, second] = made.series.sessions
  const page = textOf((await member.get(`/sessions/${second!.id}`)).html)
  expect(page).toContain(
    'One of a series: every Thursday The one before 20 Jan The next one 10 Feb See the whole series',
  )
})

test('this one and those that follow are changed and called off on one page', async () => {
  const office = await visitor(database, made.office)
  const [, , third] = made.series.sessions
  const at = `/sessions/${third!.id}/change`
  const fields = {
    sessionId: third!.id,
    'when.from': '09:00',
    'when.to': '10:00',
    which: 'following',
  }
  const moved = await office.post(`${at}?do=change`, { ...fields, 'when.date': '2022-02-11' })
  expect([moved.status, textOf(moved.html)]).toEqual([
    422,
    expect.stringContaining('后面的各在原来的日子'),
  ])
  const sent = await office.post(`${at}?do=change`, { ...fields, 'when.date': '2022-02-10' })
  expect(sent.location).toBe(`/sessions/${third!.id}?done=series.changed`)
  const off = await office.post(`${at}?do=cancel`, { sessionId: third!.id, reason: '老师出差' })
  expect(off.location).toBe(`/series/${made.series.id}?done=series.cancelled`)
  const all = await committed(database, (ctx) => sessionsOfSeries(ctx, made.series.id))
  expect(all.map(({ status }) => status)).toEqual([
    'scheduled',
    'scheduled',
    'cancelled',
    'cancelled',
  ])
  const member = await visitor(database, made.member)
  expect((await member.get(at)).status).toBe(403)
})

test('the address of a stream is shown to who has a seat, from half an hour before', async () => {
  const { id, during } = made.stream
  const at = `/sessions/${id}`
  const nearly = { now: later(during.start, -31 * minute) }
  const soon = { now: later(during.start, -30 * minute) }
  const address = 'https://live.example.org/1'
  const sees = async (person: { id: string } | null, when: { now: Date }) =>
    (await (await visitor(database, person, when)).get(at)).html.includes(address)
  expect(await sees(made.member, soon)).toBe(false)
  await committed(database, async (ctx) => signUp(await as(ctx, made.member), { sessionId: id }))
  expect(await sees(made.member, nearly)).toBe(false)
  expect(await sees(made.member, soon)).toBe(true)
  expect(await sees(null, soon)).toBe(false)
  expect(await sees(made.member, { now: during.end })).toBe(false)
  expect(await sees(made.office, nearly)).toBe(true)
})

test('a course is watched together: from its page to a session that shows it', async () => {
  const office = await visitor(database, made.office)
  const courseId = made.course.id
  const link = `/sessions/new?course=${courseId}`
  expect((await office.get(`/courses/${courseId}`)).html).toContain(link)
  const form = (await office.get(link)).html
  expect(form).toMatch(/<option value="viewing" selected/)
  expect(form).toContain(`<option value="${courseId}" selected`)
  const member = await visitor(database, made.member)
  expect((await member.get(`/courses/${courseId}`)).html).not.toContain(link)
})

test('a series of thirty takes as many queries as one of three', async () => {
  const office = await visitor(database, made.office)
  await office.get(`/series/${made.series.id}`)
  const few = await queriesDuring(() => office.get(`/series/${made.series.id}`))
  const { id } = await committed(database, async (ctx) => {
    const { id: sessionId, office: by } = await makeDraft(ctx)
    const daily = ['1', '2', '3', '4', '5'] as const
    const until = { untilOn: '2022-03-03', onHolidays: 'skip' as const }
    return planSeries(by, { sessionId, weekdays: [...daily], ...until })
  })
  expect(await queriesDuring(() => office.get(`/series/${id}`))).toBe(few)
})
