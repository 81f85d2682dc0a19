import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { hour, later } from '#app/platform/time.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeDraft, makeGuardian, makeResource, makeSession } from '#test/make-sessions.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { cancelSession } from '../../cancel-session.ts'
import { bookResource } from '../../resources/book-resource.ts'
import { signUp } from '../../seats/sign-up.ts'

const database = await ownDatabase()

/** Sessions on different days, so that a calendar shows by its days which of them it has. */
const { branch, hosted, joined, elsewhere, off, person, organiser, office } = await committed(
  database,
  async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const person = await makePerson(ctx, branch.id)
    const mine = { unitId: branch.id, placedBy: organiser.id }
    const hosted = await makeSession(ctx, { ...mine, date: '2022-01-14' })
    const joined = await makeSession(ctx, { date: '2022-01-15' })
    const off = await makeSession(ctx, { ...mine, date: '2022-01-16' })
    const elsewhere = await makeSession(ctx, { date: '2022-01-17', from: '09:00' })
    await signUp(await as(ctx, person), { sessionId: joined.id })
    await cancelSession(await as(ctx, organiser), { sessionId: off.id, reason: '停电' })
    const office = await makeAppointed(ctx, 'office')
    return { branch, hosted, joined, elsewhere, off, person, organiser, office }
  },
)

const linked = (html: string) =>
  new Set([...html.matchAll(/href="\/sessions\/([0-9a-f-]{36})"/g)].map((match) => match[1]))

test('a person’s calendar has what they joined and what their branch holds', async () => {
  const phone = await visitor(database, person)
  const { status, html } = await phone.get('/calendar')
  expect(status).toBe(200)
  expect(linked(html)).toEqual(new Set([hosted.id, joined.id, off.id]))
  // The next day with something on it stands under the month.
  expect(textOf(html)).toMatch(/2022年1月.*1月14日 周五.*本支部/)
  const list = textOf((await phone.get('/calendar?view=list')).html)
  for (const said of ['本支部', '已报名', '已取消']) expect(list).toContain(said)
})

test('host and speaker find theirs', async () => {
  const ofHost = await (await visitor(database, organiser)).get('/calendar')
  expect(linked(ofHost.html)).toEqual(new Set([hosted.id, off.id]))
  expect(textOf(ofHost.html)).toContain('我主办')
  const speaker = await visitor(database, { id: elsewhere.speaker.personId })
  const ofSpeaker = await speaker.get('/calendar')
  expect(linked(ofSpeaker.html)).toEqual(new Set([elsewhere.id]))
  expect(textOf(ofSpeaker.html)).toContain('我宣讲')
})

test('a speaker finds what they are asked to give, and no one else does', async () => {
  const { dispatch, speaker } = await committed(database, (ctx) => makeDispatch(ctx, 'proposed'))
  const asked = async (of: { id: string }) => {
    const { html } = await (await visitor(database, of)).get('/calendar')
    return [textOf(html).includes('等您答复的邀请'), html.includes(`/dispatches/${dispatch.id}`)]
  }
  expect(await asked({ id: speaker.personId })).toEqual([true, true])
  expect(await asked(organiser)).toEqual([false, false])
})

test('another month is another page, and its links keep what was chosen', async () => {
  const phone = await visitor(database, person)
  const december = await phone.get('/calendar?at=2021-12&strand=pioneer')
  expect(textOf(december.html)).toContain('2021年12月')
  const kept = (more: string) => `href="/calendar?${more}&amp;strand=pioneer#calendar"`
  expect(december.html).toContain(kept('at=2022-01'))
  expect(december.html).toContain(kept('at=2021-11'))
  expect(december.html).toContain(kept('view=week&amp;at=2021-12'))
  expect(december.html).toContain(kept('at=2022-01-12'))
  const odd = await phone.get('/calendar?at=2021-13')
  expect(textOf(odd.html)).toContain('2022年1月')
})

test('the chosen day stands under the month, what is called off struck through and said', async () => {
  const phone = await visitor(database, person)
  const { html } = await phone.get('/calendar?at=2022-01-16')
  const day = /<section class="day".*?<\/section>/s.exec(html)![0]
  expect(linked(day)).toEqual(new Set([off.id]))
  expect(day).toMatch(/<s>[^<]+<\/s> <b class="entry-state">已取消/)
  expect(html).toContain('aria-current="date"')
  expect(html).toContain('<span class="unseen">1月16日 周日，1 项</span>')
})

test('a week and a list show the days around, in their order', async () => {
  const phone = await visitor(database, person)
  const week = await phone.get('/calendar?view=week&at=2022-01-12')
  expect(linked(week.html)).toEqual(new Set([hosted.id, joined.id, off.id]))
  expect(textOf(week.html)).toContain('1月10日至1月16日')
  const next = await phone.get('/calendar?view=week&at=2022-01-17')
  expect(linked(next.html)).toEqual(new Set())
  const list = await phone.get('/calendar?view=list&at=2022-01-12')
  const ids = [...list.html.matchAll(/href="\/sessions\/([0-9a-f-]{36})"/g)].map(([, id]) => id)
  expect(ids).toEqual([hosted.id, joined.id, off.id])
  expect(textOf(list.html)).toContain('已取消')
})

test('holidays and the weekend days worked for them are marked', async () => {
  const spring = { name: '春节', nameEn: 'Spring Festival', source: 'hand' } as const
  await committed(database, (ctx) =>
    ctx.tx
      .insertInto('holiday')
      .values([
        { day: '2022-01-31', kind: 'off', ...spring },
        { day: '2022-01-30', kind: 'work', ...spring },
      ])
      .onConflict((conflict) => conflict.column('day').doUpdateSet(spring))
      .execute(),
  )
  const { html } = await (await visitor(database, person)).get('/calendar?at=2022-01')
  expect(html).toContain('<span class="unseen">1月31日 周一，春节</span>')
  expect(html).toContain('<span class="unseen">1月30日 周日，春节调休上班</span>')
})

test('who waits for a seat, or is offered one, finds it in the calendar', async () => {
  const waiter = await committed(database, async (ctx) => {
    const person = await makePerson(ctx)
    await wait(ctx, elsewhere.id, (await makePerson(ctx)).id, 'waiting', 1)
    await wait(ctx, elsewhere.id, (await makePerson(ctx)).id, 'seated', 2)
    await wait(ctx, elsewhere.id, person.id, 'waiting', 3)
    await wait(ctx, joined.id, person.id, 'offered', 1)
    return person
  })
  const phone = await visitor(database, waiter)
  const { html } = await phone.get('/calendar?at=2022-01-17')
  expect(linked(html)).toEqual(new Set([joined.id, elsewhere.id]))
  expect(textOf(html)).toContain('候补第 2 位')
  expect(textOf(html)).toContain('有座位留给您')
  const { html: file } = await phone.get('/calendar.ics')
  expect(events(file).map(({ status }) => status)).toEqual(['TENTATIVE', 'TENTATIVE'])
})

/** Puts someone into a session's line, or says how the place in it ended. */
async function wait(
  ctx: Context,
  sessionId: string,
  personId: string,
  status: 'waiting' | 'offered' | 'seated',
  number: number,
) {
  const id = newId()
  const open = status !== 'seated'
  await ctx.tx
    .insertInto('waiting')
    .values({
      streetId: ctx.street,
      id,
      sessionId,
      number,
      status,
      askedBy: personId,
      askedAt: ctx.now,
      offeredAt: status === 'offered' ? ctx.now : null,
      offerUntil: status === 'offered' ? later(ctx.now, hour) : null,
      endedAt: open ? null : ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('waitingPerson')
    .values({ streetId: ctx.street, waitingId: id, sessionId, personId, ended: !open })
    .execute()
}

test('a unit’s calendar is for who runs it, the street’s for the office', async () => {
  const runner = await visitor(database, organiser)
  const ofUnit = await runner.get(`/calendar?of=unit.${branch.id}`)
  expect(linked(ofUnit.html)).toEqual(new Set([hosted.id, off.id]))
  expect(textOf(ofUnit.html)).toContain(`${branch.name}的日程`)
  const member = await visitor(database, person)
  expect((await member.get(`/calendar?of=unit.${branch.id}`)).status).toBe(403)
  expect((await member.get('/calendar?of=street')).status).toBe(403)
  expect((await runner.get('/calendar?of=unit.nonsense')).status).toBe(404)
  expect((await runner.get(`/calendar?of=unit.${office.id}`)).status).toBe(404)
  const desk = await visitor(database, office)
  const all = new Set([hosted.id, joined.id, off.id, elsewhere.id])
  expect(linked((await desk.get('/calendar?of=street')).html)).toEqual(all)
  // The office begins with the street; its own calendar is a choice.
  expect(linked((await desk.get('/calendar')).html)).toEqual(all)
  expect(linked((await desk.get('/calendar?of=mine')).html)).toEqual(new Set())
})

test('a child’s calendar is for its guardians, and nobody else sees another person’s', async () => {
  const { child, guardian } = await committed(database, async (ctx) => {
    const [child, guardian] = [await makePerson(ctx), await makePerson(ctx)]
    await makeGuardian(ctx, child.id, guardian.id)
    await signUp(await as(ctx, guardian), { sessionId: joined.id, personId: child.id })
    return { child, guardian }
  })
  const at = `/calendar?of=child.${child.id}&at=2022-01`
  const parent = await visitor(database, guardian)
  expect(linked((await parent.get(at)).html)).toEqual(new Set([joined.id]))
  expect((await (await visitor(database, office)).get(at)).status).toBe(404)
  expect((await (await visitor(database, child)).get(at)).status).toBe(404)
  expect((await parent.get(`/calendar?of=child.${person.id}`)).status).toBe(404)
})

test('a venue’s calendar shows when it is taken, also by what is still prepared', async () => {
  const { venueId } = joined
  const draft = await committed(database, (ctx) =>
    makeDraft(ctx, { venueId, unitId: joined.unitId, title: '还没公布的事', format: 'talk' }),
  )
  const at = `/calendar?of=venue.${venueId}&at=2022-01-20`
  const desk = (await (await visitor(database, office)).get(at)).html
  expect(linked(desk)).toEqual(new Set([joined.id, draft.id]))
  const runner = (await (await visitor(database, organiser)).get(at)).html
  expect(linked(runner)).toEqual(new Set([joined.id]))
  expect(textOf(runner)).toContain('场地有人用（筹备中）')
  expect(runner).not.toContain('还没公布的事')
  expect((await (await visitor(database, person)).get(at)).status).toBe(403)
})

test('the calendar of a home is for who keeps it', async () => {
  const home = await committed(database, async (ctx) => {
    const made = await makeSession(ctx, { date: '2022-01-18' })
    const { venueId } = made
    await ctx.tx.updateTable('venue').set({ kind: 'home' }).where('id', '=', venueId).execute()
    return made
  })
  const at = `/calendar?of=venue.${home.venueId}`
  expect((await (await visitor(database, office)).get(at)).status).toBe(200)
  expect((await (await visitor(database, organiser)).get(at)).status).toBe(403)
})

test('a resource’s calendar has its bookings, each on every day it is away', async () => {
  const boards = await committed(database, async (ctx) => {
    const resource = await makeResource(ctx)
    await bookResource(await as(ctx, organiser), {
      resourceId: resource.id,
      unitId: branch.id,
      from: { date: '2022-01-20', from: '09:00' },
      until: { date: '2022-01-22', from: '17:00' },
    })
    return resource
  })
  const runner = await visitor(database, organiser)
  const { html } = await runner.get(`/calendar?of=resource.${boards.id}&at=2022-01-21`)
  const away = (page: string) => [...page.matchAll(/unseen">1月2[0-3]日 周.，1 项/g)].length
  expect(away(html)).toBe(3)
  // Its own page shows the same month.
  expect(away((await runner.get(`/resources/${boards.id}?at=2022-01-21`)).html)).toBe(3)
  // Where nothing is planned, boards are not invited to a session; a person is.
  const emptyList = 'view=list&at=2022-05-01'
  const of = `&of=resource.${boards.id}`
  for (const [query, inviting] of [
    [of, false],
    ['', true],
  ] as const) {
    const said = textOf((await runner.get(`/calendar?${emptyList}${query}`)).html)
    expect([said.includes('这段时间没有安排。'), said.includes('有什么活动能参加')]).toEqual([
      true,
      inviting,
    ])
  }
  expect(textOf(html)).toContain(branch.name)
  const member = await visitor(database, person)
  expect((await member.get(`/calendar?of=resource.${boards.id}`)).status).toBe(403)
})

test('without signing in there is no calendar', async () => {
  const anyone = await visitor(database, null)
  expect((await anyone.get('/calendar')).status).toBe(302)
  expect((await anyone.get('/calendar.ics')).status).toBe(302)
})

function events(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      start: event.startDate.toString(),
      zone: event.startDate.zone.tzid,
      instant: event.startDate.toJSDate(),
      url: component.getFirstPropertyValue('url'),
    }
  })
}

test('the calendar’s file is read elsewhere with the right hours, and with what was called off', async () => {
  const { html: file } = await (await visitor(database, person)).get('/calendar.ics')
  const entry = ({ id, during }: typeof hosted, start: string) => ({
    uid: `${id}@320613019`,
    sequence: 0,
    status: 'CONFIRMED',
    start,
    zone: 'Asia/Shanghai',
    instant: during.start,
    url: `http://localhost/sessions/${id}`,
  })
  expect(events(file)).toEqual([
    entry(hosted, '2022-01-14T14:00:00'),
    entry(joined, '2022-01-15T14:00:00'),
    { ...entry(off, '2022-01-16T14:00:00'), sequence: 1, status: 'CANCELLED' },
  ])
})

test('one session has a file of its own', async () => {
  const phone = await visitor(database, person, { language: 'en' })
  const { html: file } = await phone.get(`/sessions/${elsewhere.id}/calendar.ics`)
  expect(events(file).map((event) => event.start)).toEqual(['2022-01-17T09:00:00'])
  expect(file).toContain('SUMMARY:Keeping your savings safe\r\n')
})
