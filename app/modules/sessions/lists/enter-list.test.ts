import { expect, test } from 'vitest'
import { addPeople } from '#app/modules/people/add-people.ts'
import type { Context } from '#app/platform/context.ts'
import { writeWorkbook } from '#app/platform/spreadsheet.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, queriesDuring, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { askOnSignUp } from '../questions/ask-on-sign-up.ts'
import { answersTo } from '../questions/queries.ts'
import { signUpsOf } from '../seats/queries.ts'
import { lineOf } from '../waitlist/queries.ts'
import { chooseColumns } from './choose-columns.ts'
import { enterList } from './enter-list.ts'
import { forgetLists } from './forget-lists.ts'
import { keepList } from './keep-list.ts'
import { findSentList, judgedRows, lateSentLists } from './queries.ts'

const headings = ['姓名', '手机号', '单位', '要接送吗']
const phone = (number: number) => `1008${String(number).padStart(7, '0')}`

async function sent(ctx: Context, sessionId: string, rows: string[][], heads = headings) {
  const bytes = await writeWorkbook([{ name: '名单', headings: heads, rows }])
  const { listId } = await keepList(ctx, { sessionId, bytes, fileName: '名单.xlsx' })
  return { sessionId, listId }
}

async function hosted(ctx: Context, seats = 40) {
  const session = await makeSession(ctx, { venueSeats: 600 })
  await ctx.tx.updateTable('session').set({ seats }).where('id', '=', session.id).execute()
  const host = await as(ctx, { id: session.hostId })
  return { ...session, host }
}

test('five hundred rows are entered at once: seats in the list’s order, then the line, faults told by row', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, unitId, host } = await hosted(ctx, 300)
    await askOnSignUp(host, {
      sessionId,
      questions: [
        {
          kind: 'yes_no',
          label: '要接送吗',
          labelEn: '',
          choices: [],
          choicesEn: [],
          required: true,
        },
      ],
    })
    const people = Array.from({ length: 500 }, (_, at) => ({ name: `名${at}`, phone: phone(at) }))
    const { ids } = await addPeople(ctx, { unitId, people })
    const rows = people.map(({ name, phone: number }, at) => [
      name,
      at % 50 === 7 ? '123' : at % 50 === 9 ? phone(9999) : number,
      '',
      at % 50 === 11 ? '看情况' : at % 3 === 0 ? '是' : '',
    ])
    rows.push([people[0]!.name, phone(0), '', ''])
    const list = await sent(host, sessionId, rows)
    const queries = await queriesDuring(async () => {
      expect(await enterList(host, { ...list, whole: false })).toEqual({
        seated: 300,
        waiting: 170,
        known: 0,
        faulty: 31,
      })
    })
    // As many as for one person.
    expect(queries).toBeLessThan(30)
    const good = ids.filter((_, at) => ![7, 9, 11].includes(at % 50))
    const seated = new Set((await signUpsOf(ctx, sessionId)).map(({ id }) => id))
    expect(good.filter((id) => seated.has(id))).toEqual(good.slice(0, 300))
    const line = await lineOf(ctx, sessionId)
    expect(line.map(({ people: waiting }) => waiting[0]?.id)).toEqual(good.slice(300))
    const answers = await answersTo(ctx, sessionId)
    expect([answers.get(ids[0]!)?.get(1), answers.get(ids[1]!)]).toEqual(['yes', undefined])
    expect(await failureOf(ctx, () => enterList(host, { ...list, whole: false }))).toBe(
      'signUps.alreadyEntered',
    )
    const again = await sent(host, sessionId, rows)
    expect(await failureOf(ctx, () => enterList(host, { ...again, whole: false }))).toBe(
      'signUps.nobody',
    )
  }))

test('all or none: one bad row keeps everyone out', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, unitId, host } = await hosted(ctx)
    const person = await makePerson(ctx, unitId, { name: '王红' })
    const list = await sent(host, sessionId, [
      ['王红', person.phone!, '', ''],
      ['赵一', '', '没有的支部', ''],
    ])
    expect(await failureOf(ctx, () => enterList(host, { ...list, whole: true }))).toBe(
      'signUps.hasFaults',
    )
    expect(await signUpsOf(ctx, sessionId)).toEqual([])
    expect(await enterList(host, { ...list, whole: false })).toMatchObject({ seated: 1, faulty: 1 })
  }))

test('an organiser signs up the people of the own branch only, and chooses columns by hand', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, host } = await hosted(ctx)
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const own = await makePerson(ctx, branch.id, { name: '王红' })
    const other = await makePerson(ctx, undefined, { name: '李明' })
    const list = await sent(
      organiser,
      sessionId,
      [
        ['王红', own.phone!, '', ''],
        ['李明', other.phone!, '', ''],
      ],
      ['谁', '号码', '备注', '别的'],
    )
    expect(await failureOf(ctx, () => enterList(organiser, { ...list, whole: false }))).toBe(
      'signUps.missingColumns',
    )
    await chooseColumns(organiser, { ...list, columns: ['name', 'phone'] })
    const session = { id: sessionId, seats: 40, childSeats: 0, hostId: '', unitId: '' }
    const judged = await judgedRows(
      organiser,
      session,
      (await findSentList(organiser, session, list.listId))!,
    )
    expect(judged.map((row) => (row.is === 'faulty' ? row.fault : row.is))).toEqual([
      'new',
      'signUps.notFound',
    ])
    const stranger = await as(ctx, own)
    const attempts = [() => sent(stranger, sessionId, [['王红']])]
    // one by one, in one transaction
    for (const attempt of attempts) expect(await failureOf(ctx, attempt)).toBe('forbidden')
    // Who runs another branch has no list but the own; who runs the session has all.
    const another = await as(ctx, await makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id))
    const others = [
      () => chooseColumns(another, { ...list, columns: ['name', 'phone'] }),
      () => enterList(another, { ...list, whole: false }),
      () => enterList(stranger, { ...list, whole: false }),
    ]
    for (const attempt of others) expect(await failureOf(ctx, attempt)).toBe('notFound')
    expect(await findSentList(another, session, list.listId)).toBe(undefined)
    expect((await lateSentLists(host, { ...session, hostId: host.actor.personId! })).length).toBe(1)
    await forgetLists({ ...ctx, now: later(ctx.now, day + 1) })
    expect(await findSentList(organiser, session, list.listId)).toBe(undefined)
  }))
