import { expect, test } from 'vitest'
import type { z } from 'zod'
import { committed, failureOf, otherStreet, ownDatabase, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makeStreet } from '#test/make.ts'
import { OpenSeason, openSeason } from './open-season.ts'
import { currentSeason, findSeason, requirementsOf, seasons, strandsOf } from './queries.ts'

const database = await ownDatabase()

const winter: z.infer<typeof OpenSeason> = {
  name: '2021年冬训',
  nameEn: 'Winter season 2021',
  startsOn: '2021-12-01',
  endsOn: '2022-02-28',
  hourRules: 'A-2021-10',
  strands: [
    { code: 'pioneer', name: '先锋领训', nameEn: 'Pioneer-led talks' },
    { code: 'arts', name: '文艺助训', nameEn: 'Learning through the arts' },
    { code: 'practice', name: '', nameEn: 'Left out' },
  ],
  requirements: [
    { role: 'member', hours: 32, sessions: 6, eachStrand: 1 },
    { role: 'secretary', hours: 56, sessions: 8, eachStrand: 0 },
  ],
}

test('the office opens a season with its strands and what it asks', () =>
  rolledBack(async (ctx) => {
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const { id } = await openSeason(office, winter)
    expect(await findSeason(ctx, id)).toMatchObject({
      name: '2021年冬训',
      startsOn: '2021-12-01',
      endsOn: '2022-02-28',
      hourRules: 'A-2021-10',
    })
    expect(await strandsOf(ctx, id)).toEqual(winter.strands.slice(0, 2))
    expect(await requirementsOf(ctx, id)).toEqual([
      { role: 'member', strandCode: null, hours: 32, sessions: 6 },
      { role: 'member', strandCode: 'pioneer', hours: 0, sessions: 1 },
      { role: 'member', strandCode: 'arts', hours: 0, sessions: 1 },
      { role: 'secretary', strandCode: null, hours: 56, sessions: 8 },
    ])
    const facts = await ctx.tx
      .selectFrom('fact')
      .select('name')
      .where('subjectId', '=', id)
      .execute()
    expect(facts).toEqual([{ name: 'season.opened' }])
  }))

test.each([
  ['ends before it starts', { endsOn: '2021-11-30' }, 'season.endsBeforeStart'],
  ['has no strand with a name', { strands: [winter.strands[2]!] }, 'season.noStrand'],
  [
    'has a strand twice',
    { strands: [winter.strands[0]!, winter.strands[0]!] },
    'season.strandTwice',
  ],
  [
    'asks a role twice',
    { requirements: [winter.requirements[0]!, winter.requirements[0]!] },
    'season.roleTwice',
  ],
])('a season that %s is refused', (_, change, expected) =>
  rolledBack(async (ctx) => {
    expect(await failureOf(ctx, () => openSeason(ctx, { ...winter, ...change }))).toBe(expected)
  }),
)

test('two seasons never overlap, by a single day or in a race', async () => {
  await committed(database, makeStreet)
  const races = await Promise.allSettled([
    committed(database, (ctx) => openSeason(ctx, winter)),
    committed(database, (ctx) =>
      openSeason(ctx, { ...winter, startsOn: '2022-02-28', endsOn: '2022-04-01' }),
    ),
  ])
  expect(races.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const lost = races.find((race) => race.status === 'rejected')
  expect(lost?.reason).toMatchObject({ name: 'Refused', reason: 'season_overlap' })
  expect(await committed(database, seasons)).toHaveLength(1)
})

test('a secretary may not open a season, and another street sees none of this one', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const secretary = await as(ctx, await makeAppointed(ctx, 'secretary', branch.id))
    expect(await failureOf(ctx, () => openSeason(secretary, winter))).toBe('forbidden')
    const { id } = await openSeason(ctx, winter)
    const stranger = { ...ctx, street: otherStreet }
    const elsewhere = [await findSeason(stranger, id), await currentSeason(stranger)]
    expect(elsewhere).toEqual([undefined, undefined])
  }))

test.each([
  ['2019-06-01', '2020'],
  ['2020-02-29', '2020'],
  ['2020-03-01', '2021'],
  ['2021-12-01', '2021'],
  ['2022-02-28', '2021'],
  ['2022-03-01', '2023'],
  ['2024-06-01', '2023'],
])('on %s the season in view is that of %s', (day, expected) =>
  rolledBack(async (ctx) => {
    // One after the other: three seasons, which a test may wait for.
    for (const year of ['2020', '2023', '2021']) {
      await openSeason(ctx, {
        ...winter,
        name: year,
        startsOn: year === '2020' ? '2020-01-01' : `${year}-12-01`,
        endsOn: year === '2020' ? '2020-02-29' : `${Number(year) + 1}-02-28`,
      })
    }
    const now = new Date(`${day}T12:00:00+08:00`)
    expect((await currentSeason({ ...ctx, now }))?.name).toBe(expected)
  }),
)
