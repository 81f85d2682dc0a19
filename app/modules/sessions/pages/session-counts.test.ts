import { expect, test } from 'vitest'
import { committed, ownDatabase, queriesDuring } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { visitor } from '#test/visitor.ts'
import { signUp } from '../seats/sign-up.ts'

const one = await ownDatabase()
const thirty = await ownDatabase()

/** As many sessions of one branch, each with as many people who have a seat; and who asks. */
async function crowd(database: typeof one, many: number) {
  return committed(database, async (ctx) => {
    const branch = await makeBranch(ctx)
    const host = await makeAppointed(ctx, 'organiser', branch.id)
    const member = await makePerson(ctx, branch.id)
    const office = await makeAppointed(ctx, 'office')
    const sessions = []
    for (let made = 0; made < many; made += 1) {
      const date = `2022-01-${String(13 + (made % 18)).padStart(2, '0')}`
      const from = made < 18 ? '09:00' : '14:00'
      const more = { unitId: branch.id, placedBy: host.id, date, from }
      sessions.push(await makeSession(ctx, more))
    }
    const [first] = sessions
    for (let made = 0; made < many; made += 1)
      await signUp(await as(ctx, await makePerson(ctx, branch.id)), { sessionId: first!.id })
    return { database, first: first!, host, member, office }
  })
}

const [few, crowded] = [await crowd(one, 1), await crowd(thirty, 30)]

test.each([
  ['the list', 'member', () => '/sessions'],
  ['the list, for the office', 'office', () => '/sessions'],
  ['the own calendar', 'member', () => '/calendar'],
  ['the street’s calendar', 'office', () => '/calendar?of=street'],
  ['a week of the street', 'office', () => '/calendar?of=street&view=week'],
  ['a list of the street', 'office', () => '/calendar?of=street&view=list'],
  ['a calendar file', 'host', () => '/calendar.ics'],
  ['a session', 'member', (id: string) => `/sessions/${id}`],
  ['a session, for its host', 'host', (id: string) => `/sessions/${id}`],
  ['its sign-ups', 'host', (id: string) => `/sessions/${id}/sign-ups`],
  ['people of a unit to sign up', 'host', (id: string) => `/sessions/${id}/branch`],
  ['a roll', 'host', (id: string) => `/sessions/${id}/roll`],
] as const)('%s asks no more for thirty than for one', async (_, who, path) => {
  const counts = []
  for (const { database, first, ...people } of [few, crowded]) {
    const now = first.during.start
    const visit = await visitor(database, people[who], { now })
    const at = path(first.id)
    expect((await visit.get(at)).status).toBe(200)
    counts.push(await queriesDuring(() => visit.get(at)))
  }
  const [forOne, forThirty] = counts
  expect(forOne).toBeGreaterThan(0)
  expect(forThirty).toBe(forOne)
})
