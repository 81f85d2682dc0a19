import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { writeWorkbook } from '#app/platform/spreadsheet.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, queriesDuring, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeCommunity, makePerson } from '#test/make.ts'
import { makeTalk } from '#test/make-talks.ts'
import { availabilityOf, experts } from '../speakers/queries.ts'
import { chooseListColumns } from './choose-list-columns.ts'
import { enterListedSpeakers } from './enter-listed-speakers.ts'
import { forgetSpeakerLists } from './forget-speaker-lists.ts'
import { keepSpeakerList } from './keep-speaker-list.ts'
import { findSpeakerList, judgedRows, lateSpeakerLists } from './queries.ts'

const headings = ['姓名', '手机号', '社区', '介绍', '会讲的话', '主题', '每周']
const phone = (number: number) => `1009${String(number).padStart(7, '0')}`

async function listOf(ctx: Context, rows: string[][], heads = headings) {
  const bytes = await writeWorkbook([{ name: '名单', headings: heads, rows }])
  return keepSpeakerList(ctx, { bytes, fileName: '名单.xlsx' })
}

async function started(ctx: Context) {
  const community = await makeCommunity(ctx, '费桥村')
  await makeTalk(ctx)
  return { community, office: await as(ctx, await makeAppointed(ctx, 'office')) }
}

test('three hundred speakers come in at once, and the rows with a fault stay out', () =>
  rolledBack(async (ctx) => {
    const { office } = await started(ctx)
    const before = (await experts(ctx)).length
    const rows = Array.from({ length: 300 }, (_, at) => [
      `宣讲人${at}`,
      phone(at),
      '费桥村',
      '讲故事。',
      '南通话',
      at % 100 === 7 ? '高尔夫' : '防诈骗3',
      at % 100 === 8
        ? '周一 9:00-11:00；周一 10:00-12:00'
        : '周一、周三 9:00-11:00；周一 14:00-16:00',
    ])
    const { listId } = await listOf(office, rows)
    const queries = await queriesDuring(async () => {
      const counts = await enterListedSpeakers(office, { listId })
      expect(counts).toEqual({ added: 294, known: 0, faulty: 6 })
    })
    // As many as for one speaker.
    expect(queries).toBeLessThan(20)
    const entered = await experts(ctx)
    expect(entered.length - before).toBe(294)
    const one = entered.find(({ name }) => name === '宣讲人0')!
    expect(one).toMatchObject({ topics: ['fraud'], communityName: '费桥村', kind: 'citizen' })
    expect((await availabilityOf(ctx, [one.id])).get(one.id)?.hours.length).toBe(3)
    const again = await listOf(office, rows)
    expect(await enterListedSpeakers(office, again)).toEqual({ added: 0, known: 294, faulty: 6 })
    expect(await failureOf(ctx, () => enterListedSpeakers(office, { listId }))).toBe(
      'speakers.alreadyEntered',
    )
  }))

test('headings nobody knows are chosen by hand, and a known person is not entered twice', () =>
  rolledBack(async (ctx) => {
    const { office, community } = await started(ctx)
    const person = await makePerson(ctx, community.id, { name: '王红', phone: phone(1) })
    const heads = ['谁', ...headings.slice(1)]
    const { listId } = await listOf(office, [['王红', phone(1), '费桥村', '讲。', '南通话']], heads)
    expect(await failureOf(ctx, () => enterListedSpeakers(office, { listId }))).toBe(
      'speakers.missingColumns',
    )
    const columns = ['name', 'phone', 'community', 'about', 'languages'] as const
    await chooseListColumns(office, { listId, columns: [...columns] })
    const [judged] = await judgedRows(ctx, (await findSpeakerList(ctx, listId))!)
    expect(judged).toMatchObject({ is: 'new', speaker: { personId: person.id } })
    expect((await enterListedSpeakers(office, { listId })).added).toBe(1)
  }))

test('only the office enters lists, and a list is forgotten after a day', () =>
  rolledBack(async (ctx) => {
    const { office } = await started(ctx)
    const stranger = await as(ctx, await makePerson(ctx))
    const { listId } = await listOf(office, [['王红', phone(1), '费桥村', '讲。', '南通话']])
    const attempts = [
      () => listOf(stranger, [['王红']]),
      () => chooseListColumns(stranger, { listId, columns: [] }),
      () => enterListedSpeakers(stranger, { listId }),
    ]
    // one by one, in one transaction
    for (const attempt of attempts) expect(await failureOf(ctx, attempt)).toBe('forbidden')
    await forgetSpeakerLists({ ...ctx, now: later(ctx.now, day) })
    expect((await lateSpeakerLists(ctx)).length).toBe(1)
    await forgetSpeakerLists({ ...ctx, now: later(ctx.now, day + 1) })
    expect(await lateSpeakerLists(ctx)).toEqual([])
  }))
