import { expect, test } from 'vitest'
import { committed, ownDatabase, queriesDuring } from '#test/database.ts'
import { makeAppointed, makeCommunity } from '#test/make.ts'
import { makeClaimer, makeMatter } from '#test/make-matters.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const matter = await makeMatter(ctx)
  return {
    matter,
    here: await makeClaimer(ctx, matter.communityId),
    there: await makeClaimer(ctx),
    staff: await makeAppointed(ctx, 'staff', matter.communityId),
  }
})
const path = `/matters/${made.matter.id}`
const claimForm = (unitId: string, more: Record<string, string> = {}) => ({
  matterId: made.matter.id,
  unitId,
  ownPart: '',
  otherParts: '',
  ...more,
})

test('the board says what a branch could do and why; the other branch is shown no such thing', async () => {
  const here = await visitor(database, made.here.organiser)
  const board = textOf((await here.get('/matters')).html)
  expect(board).toContain(`${made.here.branch.name}可以办的`)
  expect(board).toContain('就在你们社区')
  const there = await visitor(database, made.there.organiser)
  expect(textOf((await there.get('/matters')).html)).not.toContain('就在你们社区')
  expect(textOf((await there.get('/matters')).html)).toContain('帮独居老人换楼道灯')
  expect((await (await visitor(database, null)).get('/matters')).location).toContain('/sign-in')
})

test('from the claim to the resident’s word, as each of them sees it', async () => {
  const here = await visitor(database, made.here.organiser)
  const there = await visitor(database, made.there.organiser)
  const staff = await visitor(database, made.staff)
  const twice = { ...claimForm(made.here.branch.id), _key: 'one-press' }
  const claimed = await here.post(`${path}?do=claim`, twice)
  expect(claimed.location).toBe(`${path}?done=matter.claimed`)
  expect((await here.post(`${path}?do=claim`, twice)).location).toBe(claimed.location)
  const late = await there.post(`${path}?do=claim`, claimForm(made.there.branch.id))
  expect([late.status, textOf(late.html).includes('刚刚有支部认领了')]).toEqual([409, true])

  expect((await here.get(path)).html).not.toContain(made.matter.need.phone)
  expect((await there.get(path)).html).not.toContain('do=residents')
  expect((await there.post(`${path}?do=residents`, { matterId: made.matter.id })).status).toBe(403)
  const opened = await here.post(`${path}?do=residents`, { matterId: made.matter.id })
  expect((await here.get(opened.location!)).html).toContain(`tel:${made.matter.need.phone}`)

  const claimId = /name="claimId" value="([0-9a-f-]+)"/.exec((await here.get(path)).html)![1]!
  await here.post(`${path}?do=note`, { claimId, words: '周三去换' })
  expect((await there.post(`${path}?do=finish`, { claimId, words: '' })).status).toBe(403)
  expect((await here.post(`${path}?do=finish`, { claimId, words: '' })).status).toBe(303)
  const done = textOf((await here.get(path)).html)
  expect(done).toContain('等居民说办好')
  const verdict = { needId: made.matter.need.id, solved: 'no', words: '二楼还黑' }
  expect((await here.post(`${path}?do=verdict`, verdict)).status).toBe(403)
  expect((await staff.post(`${path}?do=verdict`, verdict)).status).toBe(303)
  const again = textOf((await staff.get(path)).html)
  expect(again).toContain('二楼还黑')
  // One working day after Wednesday 12 January 2022.
  expect(again).toContain('回电话的期限 1月13日 周四之前')
  const office = await visitor(database, made.matter.office)
  expect(textOf((await office.get('/needs')).html)).toContain('要回的电话')

  const back = await here.post(`${path}?do=handBack`, { claimId, how: 'handedBack' })
  expect(back.location).toBe(`${path}?done=claim.handedBack`)
  expect(textOf((await there.get(path)).html)).toContain('周三去换')
})

test('a branch shares a matter from the form', async () => {
  const matter = await committed(database, (ctx) => makeMatter(ctx))
  const here = await visitor(database, made.here.organiser)
  const shared = claimForm(made.here.branch.id, {
    matterId: matter.id,
    ownPart: '换灯',
    otherParts: '接线',
  })
  expect((await here.post(`/matters/${matter.id}?do=claim`, shared)).status).toBe(303)
  const there = await visitor(database, made.there.organiser)
  const page = await there.get(`/matters/${matter.id}`)
  expect(textOf(page.html)).toContain('接线')
  expect(page.html).toContain('name="part"')
})

test('thirty matters take no more queries than one', async () => {
  const queries: number[] = []
  for (const count of [1, 30]) {
    const own = await ownDatabase()
    const organiser = await committed(own, async (ctx) => {
      const community = await makeCommunity(ctx)
      for (let at = 0; at < count; at += 1) await makeMatter(ctx, { communityId: community.id })
      return (await makeClaimer(ctx, community.id)).organiser
    })
    const reader = await visitor(own, organiser)
    await reader.get('/matters')
    queries.push(await queriesDuring(() => reader.get('/matters')))
  }
  expect(queries[1]).toBe(queries[0])
})
