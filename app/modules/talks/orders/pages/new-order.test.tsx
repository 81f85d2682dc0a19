import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeBranch } from '#test/make.ts'
import { makeOrderInput, makeTalk } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const talk = await makeTalk(ctx)
  return {
    ...(await makeOrderInput(ctx, talk.id)),
    callerless: await makeBranch(ctx),
    office: await makeAppointed(ctx, 'office'),
  }
})
const path = `/new-order?unitId=${made.branch.id}`

/** The fields of the form that a hand still has to fill in; what is rarely needed is folded away. */
function leftToFill(html: string): string[] {
  const [form] = /<form[^>]*action="\/new-order\?[^"]*do=order[\s\S]*?<\/form>/.exec(html)!
  const usual = form.replace(/<details[\s\S]*?<\/details>/g, '')
  const controls = usual.matchAll(/<select[\s\S]*?<\/select>|<input[^>]*>/g)
  return [...controls].flatMap(([control]) => {
    const filled = control.startsWith('<select') ? /<option[^>]* selected/ : / value="[^"]+"/
    return filled.test(control) ? [] : [/ name="([^"]*)"/.exec(control)![1]!]
  })
}

test('an order by phone takes the unit, and then four fields at most', async () => {
  const office = await visitor(database, made.office)
  const first = await office.get('/new-order')
  expect(textOf(first.html)).toContain(made.branch.name)
  const { html } = await office.get(path)
  expect(leftToFill(html)).toEqual(['talkId', 'times.0.date', 'times.0.from', 'headCount'])
  const form = { ...fieldsOf(made), 'times.0.date': '2022-02-10', 'times.0.from': '14:00' }
  const { location } = await office.post(`${path}&do=order`, form)
  const order = textOf((await office.get(location!)).html)
  expect(order).toContain('等待派单')
  expect(order).toContain(made.organiser.name)
  // Whoever calls again is asked for the talk and the time only.
  expect(leftToFill((await office.get(path)).html)).toEqual([
    'talkId',
    'times.0.date',
    'times.0.from',
  ])
})

test('what is refused keeps the unit and what was typed', async () => {
  const office = await visitor(database, made.office)
  const form = { ...fieldsOf(made), 'times.0.date': '2022-01-03', 'times.0.from': '14:00' }
  const { status, html } = await office.post(`${path}&do=order`, form)
  expect(status).toBe(422)
  expect(textOf(html)).toContain('有一个时间已经过去')
  expect(leftToFill(html)).toEqual([])
})

test('a unit that nobody runs yet is ordered for in the office’s own name', async () => {
  const office = await visitor(database, made.office)
  const { html } = await office.get(`/new-order?unitId=${made.callerless.id}`)
  expect(textOf(html)).toContain('这一单会记在您名下')
  expect(html).not.toContain('name="callerId"')
})

test('only the office orders for a branch that calls', async () => {
  const organiser = await visitor(database, made.organiser)
  expect((await organiser.get('/new-order')).status).toBe(403)
  expect((await organiser.post(`${path}&do=order`, fieldsOf(made))).status).toBe(403)
})

function fieldsOf({ input, organiser }: typeof made): Record<string, string> {
  return {
    talkId: input.talkId,
    unitId: input.unitId,
    venueId: input.venueId,
    audience: input.audience,
    language: input.language,
    headCount: '12',
    callerId: organiser.id,
  }
}
