import { expect, test } from 'vitest'
import { committed, ownDatabase, queriesDuring } from '#test/database.ts'
import { freshBrowser } from '#test/jar.ts'
import { as, makeAppointed, makeCommunity } from '#test/make.ts'
import { makeClaim, makeNeed, needInput } from '#test/make-matters.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { finishClaim } from '../../claims/finish-claim.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const community = await makeCommunity(ctx)
  return {
    community,
    office: await makeAppointed(ctx, 'office'),
    staff: await makeAppointed(ctx, 'staff', community.id),
    member: await makeAppointed(ctx, 'member', community.id),
  }
})

/** What a resident types, as the form sends it. */
function form(more: Record<string, string> = {}): Record<string, string> {
  const { words, category, communityId, landmark, name, phone } = needInput(made.community.id)
  return { words, category, communityId, landmark, name: name!, phone: phone!, ...more }
}

test('a resident says what is lacking without a sign-in and sees where it stands', async () => {
  const resident = freshBrowser(database)
  expect(textOf((await resident.get('/needs/new')).html)).toContain('说说您的难处')
  const sent = await resident.post('/needs/new?do=say', form({ words: '灯坏了，打13812345678' }))
  expect(sent.status).toBe(303)
  const status = textOf((await resident.get(sent.location!)).html)
  expect(status).toContain('已经遮住')
  expect(status).toContain('灯坏了，打***')
  // Two working days after Wednesday 12 January 2022.
  expect(status).toContain('1月14日 周五之前')
})

test('number and phone open it again on another phone, and a wrong phone does not', async () => {
  const need = await committed(database, (ctx) => makeNeed(ctx, { communityId: made.community.id }))
  const elsewhere = freshBrowser(database)
  const look = { number: String(need.number), phone: need.phone }
  const wrong = await elsewhere.post('/needs/status?do=look', { ...look, phone: '10099999998' })
  expect([wrong.status, textOf(wrong.html).includes('没有找到')]).toEqual([409, true])
  const opened = await elsewhere.post('/needs/status?do=look', look)
  expect(opened.status).toBe(303)
  expect(opened.location).not.toContain(need.phone)
  const page = textOf((await elsewhere.get(opened.location!)).html)
  expect(page).toContain(`编号是 ${need.number}`)
  expect(page).not.toContain(need.phone)
  expect(textOf((await elsewhere.get('/needs/status?key=forged')).html)).toContain('链接过期了')
})

test.each([
  ['no words', { words: ' ' }, 422],
  ['no phone', { phone: '' }, 409],
  ['a kind that is none', { category: 'x' }, 422],
  ['a state of its own', { status: 'matter' }, 422],
])('%s: refused, with what was typed', async (_, wrong, status) => {
  const answer = await freshBrowser(database).post(
    '/needs/new?do=say',
    form({ landmark: '老槐树下', ...wrong }),
  )
  expect([answer.status, answer.html.includes('老槐树下')]).toEqual([status, true])
})

test('staff write one down from paper; a member is not offered that', async () => {
  const staff = await visitor(database, made.staff)
  expect(textOf((await staff.get('/needs/new?for=other')).html)).toContain('替居民记一件事')
  const onPaper = form({ channel: 'paper', phone: '', how: '每天上午在活动室' })
  const sent = await staff.post('/needs/new?do=say&for=other', onPaper)
  expect(sent.status).toBe(303)
  const member = await visitor(database, made.member)
  expect(textOf((await member.get('/needs/new?for=other')).html)).not.toContain('替居民记一件事')
  expect((await member.post('/needs/new?do=say&for=other', onPaper)).status).toBe(403)
})

test('the office opens a contact, noted, and answers at once', async () => {
  const need = await committed(database, (ctx) => makeNeed(ctx, { communityId: made.community.id }))
  const office = await visitor(database, made.office)
  const path = `/needs/${need.id}`
  expect((await office.get(path)).html).not.toContain(need.phone)
  const opened = await office.post(`${path}?do=contact`, { needId: need.id })
  const shown = await office.get(opened.location!)
  expect(shown.html).toContain(`tel:${need.phone}`)
  expect(textOf(shown.html)).toContain('查看了居民的联系方式')
  const empty = { needId: need.id, how: 'answered', answer: '' }
  const refused = await office.post(`${path}?do=triage`, empty)
  expect([refused.status, textOf(refused.html).includes('请写下给居民的话')]).toEqual([409, true])
  const done = await office.post(`${path}?do=triage`, { ...empty, answer: '今天下午就修' })
  expect(done.location).toBe('/needs?done=need.answered')
  const member = await visitor(database, made.member)
  expect((await member.get(path)).status).toBe(403)
  expect((await member.get('/needs')).status).toBe(403)
})

test('the office makes a matter of it, and the resident confirms it in the end', async () => {
  const resident = freshBrowser(database)
  const sent = await resident.post('/needs/new?do=say', form({ othersMaySee: 'yes' }))
  const link = sent.location!.split('&done')[0]!
  const { id } = await committed(database, async (ctx) =>
    ctx.tx.selectFrom('need').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow(),
  )
  const office = await visitor(database, made.office)
  const path = `/needs/${id}/matter`
  expect(textOf((await office.get(path)).html)).toContain('写清楚办成什么样')
  const matter = {
    needIds: id,
    title: '换楼道灯',
    titleEn: '',
    doneWhen: '灯都亮',
    risk: '',
    landmark: '',
    hands: '2',
    costYuan: '60',
    byOn: '2022-02-20',
    parts: '',
  }
  const wrong = await office.post(`${path}?do=publish`, { ...matter, byOn: '2022-01-01' })
  expect([wrong.status, wrong.html.includes('换楼道灯')]).toEqual([409, true])
  const published = await office.post(`${path}?do=publish`, matter)
  expect(published.location).toMatch(/^\/matters\/[0-9a-f-]+\?done=matter\.published$/)
  expect(textOf((await resident.get(link)).html)).toContain('正在等支部来认领')
})

test('the resident is asked once the branch says done, and asked no more after answering', async () => {
  const { matter, by, claim } = await committed(database, (ctx) =>
    makeClaim(ctx, { communityId: made.community.id }),
  )
  const resident = freshBrowser(database)
  const { need } = matter
  const look = { number: String(need.number), phone: need.phone }
  const link = (await resident.post('/needs/status?do=look', look)).location!
  expect((await resident.get(link)).html).not.toContain('id="verdict"')
  await committed(database, async (ctx) =>
    finishClaim(await as(ctx, { id: by.actor.personId! }), { claimId: claim.id, words: '' }),
  )
  expect((await resident.get(link)).html).toContain('id="verdict"')
  const key = new URL(link, 'http://localhost').searchParams.get('key')!
  const verdict = { needId: need.id, link: key, solved: 'yes', words: '很亮' }
  const forged = await resident.post(`${link}&do=verdict`, { ...verdict, link: 'x' })
  expect(forged.status).toBe(403)
  const given = await resident.post(`${link}&do=verdict`, verdict)
  const after = await resident.get(given.location!)
  expect(textOf(after.html)).toContain('您说已经办好，谢谢')
  expect(after.html).not.toContain('id="verdict"')
})

test('thirty needs take no more queries than one', async () => {
  const queries: number[] = []
  for (const count of [1, 30]) {
    const own = await ownDatabase()
    const office = await committed(own, async (ctx) => {
      const community = await makeCommunity(ctx)
      for (let at = 0; at < count; at += 1) await makeNeed(ctx, { communityId: community.id })
      return makeAppointed(ctx, 'office')
    })
    const reader = await visitor(own, office)
    await reader.get('/needs')
    queries.push(await queriesDuring(() => reader.get('/needs')))
  }
  expect(queries[1]).toBe(queries[0])
})
