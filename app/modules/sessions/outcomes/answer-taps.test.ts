import { expect, test } from 'vitest'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { type Context, nobody, system } from '#app/platform/context.ts'
import { signLink } from '#app/platform/signing.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { factsOf, makeGuardian, makeSession } from '#test/make-sessions.ts'
import { closeSession } from '../close-session.ts'
import { callRoll } from '../roll/call-roll.ts'
import { answerTaps } from './answer-taps.ts'
import { askHowItWas } from './ask-how-it-was.ts'
import { countTaps } from './count-taps.ts'
import { countsOf, tapping, tapsByTopic, tapsOf, tapsWaitingFor } from './queries.ts'
import { type PerTap, taps } from './rules.ts'

/** A session that is closed, with so many who came, and the links that they were sent. */
async function heldFor(ctx: Context, count: number, guests = 0) {
  const session = await makeSession(ctx)
  const host = { ...(await as(ctx, { id: session.hostId })), now: session.during.end }
  const people: { id: string }[] = []
  for (let at = 0; at < count; at += 1) people.push(await makePerson(ctx))
  const marks = Object.fromEntries(people.map(({ id }) => [id, { presence: 'came' as const }]))
  if (count > 0) await callRoll(host, { sessionId: session.id, marks })
  await closeSession(host, { sessionId: session.id, guests, given: [], note: '' })
  await askHowItWas({ ...host, actor: system }, { sessionId: session.id })
  return { session, host, people, links: await linksOf(ctx) }
}

async function linksOf(ctx: Context) {
  const told = await ctx.tx
    .selectFrom('notice')
    .select(['personId', 'link', 'details'])
    .where('streetId', '=', ctx.street)
    .where('name', '=', 'taps.asked')
    .orderBy('id')
    .execute()
  return told.map((notice) => ({ ...notice, link: notice.link.replace('/taps/', '') }))
}

const holder = (ctx: Context) => ({ ...ctx, actor: nobody })

test('who came is asked once, a guardian for a child, and nobody by a call', () =>
  rolledBack(async (ctx) => {
    const session = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: session.hostId })), now: session.during.end }
    const grown = await makePerson(ctx)
    const [child, second] = [
      await makePerson(ctx, undefined, { bornOn: '2012-01-01' }),
      await makePerson(ctx, undefined, { bornOn: '2014-01-01' }),
    ]
    const [parent, other] = [await makePerson(ctx), await makePerson(ctx)]
    await makeGuardian(ctx, child.id, other.id)
    await makeGuardian(ctx, child.id, parent.id)
    await makeGuardian(ctx, second.id, parent.id)
    const noPhone = await makePerson(ctx)
    await ctx.tx.updateTable('person').set({ phone: null }).where('id', '=', noPhone.id).execute()
    const away = await makePerson(ctx)
    const came = [grown, child, second, parent, noPhone]
    const marks = Object.fromEntries([
      ...came.map(({ id }) => [id, { presence: 'came' }] as const),
      [away.id, { presence: 'absent' }] as const,
    ])
    await callRoll(host, { sessionId: session.id, marks })
    await closeSession(host, { sessionId: session.id, guests: 0, given: [], note: '' })
    const program = { ...host, actor: system }
    await askHowItWas(program, { sessionId: session.id })
    const told = (await linksOf(ctx)).map(({ personId }) => personId)
    expect(told.toSorted()).toEqual([grown.id, parent.id, parent.id, parent.id].toSorted())
    await askHowItWas(program, { sessionId: session.id })
    expect(await linksOf(ctx)).toHaveLength(4)
    const asPerson = () => askHowItWas(host, { sessionId: session.id })
    expect(await failureOf(ctx, asPerson)).toBe('forbidden')
  }))

test('a link takes one answer without a sign-in, and only a number is kept of it', () =>
  rolledBack(async (ctx) => {
    const { session, people, links, host } = await heldFor(ctx, 2)
    const before = await factsOf(ctx, session.id)
    const { link } = links[0]!
    const waiting = async () =>
      (await tapsWaitingFor(host, links[0]!.personId)).map(({ token }) => token)
    expect(await waiting()).toEqual([link])
    const answer = (more: PerTap<'yes' | 'no'>, at = holder(host)) =>
      failureOf(ctx, () => answerTaps(at, { link, ...more }))
    expect(await answer({})).toBe('taps.nothingSaid')
    expect(await answer({ understood: 'yes', will_use: 'no' })).toBeUndefined()
    expect(await answer({ understood: 'yes' })).toBe('taps.alreadyAnswered')
    const none = { yes: 0, no: 0 }
    expect((await countsOf(ctx, session.id)).toSorted((a, b) => (a.tap < b.tap ? -1 : 1))).toEqual([
      { way: 'link', tap: 'understood', counted: { yes: 1, no: 0 }, shown: none },
      { way: 'link', tap: 'will_use', counted: { yes: 0, no: 1 }, shown: none },
    ])
    // Nothing says when.
    expect(await factsOf(ctx, session.id)).toEqual(before)
    expect([people.length, await waiting()]).toEqual([2, []])
  }))

test('a link does this one thing, for two weeks, in its street', () =>
  rolledBack(async (ctx) => {
    const { links, host, session } = await heldFor(ctx, 1)
    const { link } = links[0]!
    const answer = (more: object, at: Context = holder(host)) =>
      failureOf(ctx, () => answerTaps(at, { link, understood: 'yes', ...more }))
    expect(await answer({}, { ...holder(host), now: later(host.now, 14 * day) })).toBe(
      'taps.linkOver',
    )
    expect(await answer({ link: `${link.slice(0, -4)}AAAA` })).toBe('notFound')
    const review = await signLink(host, 'review', session.id, later(host.now, day))
    expect(await answer({ link: review })).toBe('notFound')
    const none = await signLink(host, tapping, session.id, later(host.now, day))
    expect(await answer({ link: none })).toBe('notFound')
    expect(await answer({}, { ...holder(host), street: otherStreet })).toBe('notFound')
  }))

test('results are shown from five answers on, and with every five more', () =>
  rolledBack(async (ctx) => {
    const { session, links, host } = await heldFor(ctx, 7)
    const shown = async () => (await tapsOf(ctx, session.id)).results[0]!.counts
    for (const [at, { link }] of links.entries()) {
      await answerTaps(holder(host), { link, understood: at === 6 ? 'no' : 'yes' })
      expect(await shown()).toEqual(at < 4 ? null : { yes: 5, no: 0 })
    }
    expect((await tapsOf(ctx, session.id)).came).toBe(7)
    const whole = scopeOf(session.office.actor, officeRoles)
    const [first] = await tapsByTopic(ctx, whole)
    expect(first).toMatchObject({ tap: 'understood', yes: 5, no: 0, came: 7 })
    expect(await tapsByTopic(ctx, scopeOf(host.actor, officeRoles))).toEqual([])
  }))

test('strips are typed in for who had no link, and put right by typing again', () =>
  rolledBack(async (ctx) => {
    const { session, host, links } = await heldFor(ctx, 2, 6)
    const type = (counts: object, way: 'paper' | 'hands' = 'paper', at = host) =>
      failureOf(ctx, () => countTaps(at, { sessionId: session.id, way, counts }))
    expect(await type({ understood: { yes: 7, no: 0 } })).toBe('taps.moreThanCame')
    expect(await type({ understood: { yes: 5, no: 1 } })).toBeUndefined()
    expect(await type({ understood: { yes: 4, no: 2 } })).toBeUndefined()
    expect((await tapsOf(ctx, session.id)).results[0]).toEqual({
      tap: 'understood',
      counts: { yes: 4, no: 2 },
    })
    await answerTaps(holder(host), { link: links[0]!.link, understood: 'yes' })
    expect(await type({ understood: { yes: 1, no: 0 } }, 'hands')).toBe('taps.answeredByLink')
    const stranger = { ...(await as(ctx, await makePerson(ctx))), now: host.now }
    expect(await type({}, 'paper', stranger)).toBe('forbidden')
    expect(await type({}, 'paper', { ...host, street: otherStreet })).toBe('notFound')
    const open = await makeSession(ctx, { date: '2022-01-14' })
    const early = await as(ctx, { id: open.hostId })
    const soon = () => countTaps(early, { sessionId: open.id, way: 'paper', counts: {} })
    expect(await failureOf(ctx, soon)).toBe('taps.notHeld')
  }))

test('where hands were raised, links that were not used take nothing more', () =>
  rolledBack(async (ctx) => {
    const { session, host, links } = await heldFor(ctx, 5)
    const counts = Object.fromEntries(taps.map((tap) => [tap, { yes: 4, no: 1 }]))
    await countTaps(host, { sessionId: session.id, way: 'hands', counts })
    const answer = () => answerTaps(holder(host), { link: links[0]!.link, understood: 'no' })
    expect(await failureOf(ctx, answer)).toBe('taps.askedInTheRoom')
    const { came, results } = await tapsOf(ctx, session.id)
    expect([came, results.map((result) => result.counts)]).toEqual([
      5,
      taps.map(() => ({ yes: 4, no: 1 })),
    ])
  }))
