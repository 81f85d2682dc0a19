import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { nameGuardian } from '#app/modules/people/name-guardian.ts'
import type { Context } from '#app/platform/context.ts'
import { signLink } from '#app/platform/signing.ts'
import { later } from '#app/platform/time.ts'
import { failureOf, queriesDuring, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { factsOf, makeSession } from '#test/make-sessions.ts'
import { signUp } from '../seats/sign-up.ts'
import { makeCards } from './make-cards.ts'
import { makeCode } from './make-code.ts'
import { cardsOf, codesFor, personOfCode, personsOfSpoken, spokenOf, tokensOf } from './queries.ts'
import { calling, codeOver } from './rules.ts'

const tokenOf = async (ctx: Context, { id }: { id: string }) => (await tokensOf(ctx, [id])).get(id)!

test('a code names its person, and one made anew ends the one before', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    const self = await as(ctx, person)
    expect(await tokenOf(ctx, person)).toBe(undefined)
    await makeCode(self, { anew: false })
    const token = await tokenOf(ctx, person)
    expect(await personOfCode(ctx, token)).toEqual({ personId: person.id })
    expect(await personOfCode(ctx, `https://hearth.example/c/${token}`)).toEqual({
      personId: person.id,
    })
    const late = { ...ctx, now: codeOver(ctx.now) }
    expect(await personOfCode(late, token)).toEqual({ reason: 'rollCode.over' })
    expect(await failureOf(ctx, () => makeCode(self, { anew: false }))).toBe('personal_code_now')
    await makeCode(self, { anew: true })
    expect(await personOfCode(ctx, token)).toEqual({ reason: 'rollCode.renewed' })
    expect(await personOfCode(ctx, await tokenOf(ctx, person))).toEqual({ personId: person.id })
    expect((await factsOf(ctx, person.id)).map(({ name }) => name)).toEqual([
      'person.added',
      'rollCode.made',
      'rollCode.renewed',
    ])
  }))

test('a code that was changed, signed for something else or never made is nobody’s', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    await makeCode(await as(ctx, person), { anew: false })
    const token = await tokenOf(ctx, person)
    const changed = (token.startsWith('E') ? 'F' : 'E') + token.slice(1)
    const other = await signLink(ctx, 'invitation', person.id, later(ctx.now, 1000))
    const none = await signLink(ctx, calling, person.id, later(ctx.now, 1000))
    const said: unknown[] = []
    for (const read of [changed, other, none, 'https://elsewhere.example/', ''])
      said.push(await personOfCode(ctx, read))
    expect(said).toEqual(said.map(() => ({ reason: 'rollCode.unknown' })))
  }))

test('a guardian makes a child’s code and an organiser a member’s; a stranger makes none', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const child = await makePerson(ctx, branch.id, { bornOn: '2012-05-01' })
    const parent = await makePerson(ctx, undefined, { bornOn: '1980-02-03' })
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    await nameGuardian(office, { childId: child.id, guardianId: parent.id })
    const member = await makePerson(ctx, branch.id)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    await makeCode(await as(ctx, parent), { personId: child.id, anew: false })
    await makeCode(organiser, { personId: member.id, anew: false })
    expect((await tokensOf(ctx, [child.id, member.id])).size).toBe(2)
    const stranger = await as(ctx, await makePerson(ctx))
    const attempts = [
      () => makeCode(stranger, { personId: child.id, anew: true }),
      () => makeCards(stranger, { unitId: branch.id }),
    ]
    // one by one, in one transaction
    for (const attempt of attempts) expect(await failureOf(ctx, attempt)).toBe('forbidden')
  }))

test('everyone of a branch gets a card, in as many queries for many as for few', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const member = await makePerson(ctx, branch.id)
    await makeCode(organiser, { personId: member.id, anew: false })
    const before = await tokenOf(ctx, member)
    for (let at = 0; at < 20; at += 1) await makePerson(ctx, branch.id)
    const queries = await queriesDuring(async () => {
      expect(await makeCards(organiser, { unitId: branch.id })).toEqual({ made: 21 })
      const cards = await cardsOf(ctx, branch.id)
      expect(cards.length).toBe(22)
      expect(new Set(cards.map(({ token }) => token)).size).toBe(22)
      expect(cards.find(({ personId }) => personId === member.id)?.token).toBe(before)
    })
    expect(queries).toBeLessThan(10)
    expect(await makeCards(organiser, { unitId: branch.id })).toEqual({ made: 0 })
  }))

test('six digits belong to a person at one session, and a phone knows codes by their hash', () =>
  rolledBack(async (ctx) => {
    const { id: sessionId, unitId } = await makeSession(ctx)
    const { id: otherId } = await makeSession(ctx, { date: '2022-01-14' })
    const [seated, absent] = [await makePerson(ctx, unitId), await makePerson(ctx, unitId)]
    await signUp(await as(ctx, seated), { sessionId })
    await makeCode(await as(ctx, seated), { anew: false })
    const spoken = (await spokenOf(ctx, sessionId, seated.id))!
    expect(await personsOfSpoken(ctx, sessionId, spoken)).toEqual([seated.id])
    expect(await spokenOf(ctx, otherId, seated.id)).not.toBe(spoken)
    const notSeated = (await spokenOf(ctx, sessionId, absent.id))!
    expect(await personsOfSpoken(ctx, sessionId, notSeated)).toEqual([])
    const codes = await codesFor(ctx, sessionId, [seated.id, absent.id])
    const token = await tokenOf(ctx, seated)
    const codeHash = createHash('sha256').update(token).digest('hex').slice(0, 24)
    expect([...codes]).toEqual([
      [seated.id, { codeHash, spoken }],
      [absent.id, { codeHash: null, spoken: notSeated }],
    ])
  }))
