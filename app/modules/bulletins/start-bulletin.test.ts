import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeSeason } from '#test/make-talks.ts'
import { figuresIn, unknownTokens, writtenAs } from './figures/rules.ts'
import { bulletins, findBulletin } from './queries.ts'
import { startBulletin } from './start-bulletin.ts'

test('a correspondent starts with a draft of the season’s own records', () =>
  rolledBack(async (ctx) => {
    const season = await makeSeason(ctx)
    const guest = await makePerson(ctx)
    await makeHeld(ctx, {
      marks: { [guest.id]: 'came' },
      given: [
        { thing: '春联', pieces: 46 },
        { thing: '福字', pieces: 50 },
      ],
    })
    const correspondent = await makeAppointed(ctx, 'correspondent')
    const writer = await as(ctx, correspondent)
    const input = { seasonId: season.id, language: 'zh', title: '冬训简报' } as const
    const { id } = await startBulletin(writer, input)
    const draft = await findBulletin(ctx, id)
    expect(draft).toMatchObject({
      number: 1,
      language: 'zh',
      title: '冬训简报',
      version: 1,
      writtenBy: correspondent.id,
      changedByName: correspondent.name,
      season: { id: season.id },
    })
    expect(draft!.body.split('\n\n')).toHaveLength(5)
    expect(draft!.body).toContain(
      '2021—2022 年冬训从2021年12月1日至3月15日，分先锋领训、文艺助训、实践促训3个板块。',
    )
    expect(unknownTokens(draft!.body)).toEqual([])
    expect(figuresIn(draft!.body).map(writtenAs)).toEqual([
      'sessionsHeld',
      'peopleReached',
      'attendances',
      'branchesTakingPart',
      'thingsGivenOut:福字',
      'thingsGivenOut:春联',
      'speakersRegistered:citizen',
      'talksOnMenu',
      'ordersHeld',
    ])
    expect(draft!.body).toContain('春联{{thingsGivenOut:春联|moreThan:40}}')
    const facts = await ctx.tx
      .selectFrom('fact')
      .select('name')
      .where('subjectId', '=', id)
      .execute()
    expect(facts).toEqual([{ name: 'bulletin.started' }])

    const en = await startBulletin(writer, { ...input, language: 'en', title: 'Winter' })
    expect(en.number).toBe(2)
    expect(en.body).toContain(
      'Winter 2021–22, 1 Dec 2021 – 15 Mar, has 3 strands: Pioneer-led talks',
    )
    expect(figuresIn(en.body)).toEqual(figuresIn(draft!.body))
    expect((await bulletins(ctx)).map(({ number }) => number)).toEqual([2, 1])
  }))

test('without a thing given out, the draft says nothing of things', () =>
  rolledBack(async (ctx) => {
    const season = await makeSeason(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const input = { seasonId: season.id, language: 'zh', title: '简报' } as const
    const { body } = await startBulletin(office, input)
    expect(body.split('\n\n')).toHaveLength(3)
    expect(body).not.toContain('thingsGivenOut')
  }))

test('a season that is not there, and those who may not write', () =>
  rolledBack(async (ctx) => {
    const season = await makeSeason(ctx)
    const input = { seasonId: season.id, language: 'zh', title: '简报' } as const
    const proofreader = await as(ctx, await makeAppointed(ctx, 'proofreader'))
    const member = await as(ctx, await makeAppointed(ctx, 'member'))
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const fails = (who: typeof ctx, change = {}) =>
      failureOf(ctx, () => startBulletin(who, { ...input, ...change }))
    expect(await fails(proofreader)).toBe('forbidden')
    expect(await fails(member)).toBe('forbidden')
    expect(await fails(office, { seasonId: newId() })).toBe('notFound')
    expect(await fails({ ...office, street: otherStreet })).toBe('notFound')
  }))
