import { expect, test } from 'vitest'
import { readSheet } from '#app/platform/spreadsheet.ts'
import { committed, ownDatabase, queriesDuring } from '#test/database.ts'
import { makeAppointed, makeBranch, makePerson, makeVenue } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { addVenue } from '../add-venue.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const plain = { unitId: branch.id, seats: 40, place: '' }
  const hall = { ...plain, kind: 'hall', name: '二楼会议室', entrance: 'ramp' } as const
  return {
    branch,
    hall: await addVenue(ctx, { ...hall, hearingLoop: true, equipment: ['projector', 'piano'] }),
    pavilion: await addVenue(ctx, { ...plain, kind: 'pavilion', name: '凉亭', entrance: 'steps' }),
    office: await makeAppointed(ctx, 'office'),
    organiser: await makeAppointed(ctx, 'organiser', branch.id),
    stranger: await makePerson(ctx),
  }
})

test('venues are found by what they have, and the list is there as a file', async () => {
  const office = await visitor(database, made.office)
  const all = textOf((await office.get('/venues')).html)
  expect(all).toContain('共 2 处')
  expect(all).toMatch(/进门不用上台阶 · 有助听环路 投影仪 · 钢琴 .*门口有台阶/)
  const some = textOf((await office.get('/venues?has=noSteps&has=piano')).html)
  expect(some).toContain('共 1 处')
  expect(some).not.toContain('凉亭 ')
  expect(textOf((await office.get('/venues?has=lift')).html)).toContain('这样挑，一处也没有')
  const { html } = await office.get('/venues?kind=pavilion')
  const [, href] = /class="table-file" href="([^"]*)"/.exec(html) ?? []
  const rows = await readSheet((await office.get(href!.replaceAll('&amp;', '&'))).bytes, {
    mostRows: 100,
  })
  expect(rows.at(-1)!.fields.slice(0, 4)).toEqual(['凉亭', made.branch.name, '凉亭', '40'])
})

test('who keeps a venue puts it right on its page', async () => {
  const organiser = await visitor(database, made.organiser)
  const at = `/venues/${made.pavilion.id}`
  const fields = { kind: 'pavilion', name: '凉亭', seats: '30', place: '', toilet: 'plain' }
  const wrong = await organiser.post(`${at}?do=correct`, { ...fields, seats: '0' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('<details open')
  const sent = await organiser.post(`${at}?do=correct`, {
    ...fields,
    entrance: 'ramp',
    lift: 'yes',
  })
  expect(sent.location).toBe(`${at}?done=venue.corrected`)
  expect(textOf((await organiser.get(at)).html)).toMatch(
    /30 座 进门 门口有坡道 厕所 有普通厕所 有什么 有电梯/,
  )
})

test('the hours of seven equal days are said once; hours that are wrong stand open', async () => {
  const organiser = await visitor(database, made.organiser)
  const at = `/venues/${made.pavilion.id}`
  const sevenDays = (until: string) =>
    Object.fromEntries(
      Array.from({ length: 7 }, (_, day) => [
        [`hours.${day}.0.from`, '09:00'],
        [`hours.${day}.0.until`, until],
      ]).flat(),
    )
  const wrong = await organiser.post(`${at}?do=hours`, sevenDays('08:00'))
  expect([wrong.status, wrong.html.includes('<details open')]).toEqual([422, true])
  const sent = await organiser.post(`${at}?do=hours`, sevenDays('17:00'))
  expect(sent.location).toBe(`${at}?done=venue.hoursSet`)
  expect(textOf((await organiser.get(at)).html)).toContain('什么时候能用 每天 09:00–17:00')
  const sundayOff = { ...sevenDays('17:00'), 'hours.6.0.from': '', 'hours.6.0.until': '' }
  await organiser.post(`${at}?do=hours`, sundayOff)
  expect(textOf((await organiser.get(at)).html)).toMatch(
    /周一 09:00–17:00 · .* · 周六 09:00–17:00 什么时候能用/,
  )
})

test('who may not, and a hundred venues take as many queries as two', async () => {
  const stranger = await visitor(database, made.stranger)
  expect((await stranger.get('/venues')).status).toBe(403)
  const office = await visitor(database, made.office)
  await office.get('/venues')
  const few = await queriesDuring(() => office.get('/venues'))
  await committed(database, async (ctx) => {
    for (let count = 0; count < 30; count += 1) await makeVenue(ctx, made.branch.id)
  })
  expect(await queriesDuring(() => office.get('/venues'))).toBe(few)
})
