import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { Invalid } from '#app/platform/errors.ts'
import { committed, failureOf, otherStreet, ownDatabase, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { makeSeason } from '#test/make-talks.ts'
import { allAtOnce } from '#test/race.ts'
import { findBulletin, lockBulletin } from './queries.ts'
import { saveBulletin } from './save-bulletin.ts'
import { startBulletin } from './start-bulletin.ts'

const database = await ownDatabase()

async function makeBulletin(ctx: Context, language: 'zh' | 'en' = 'zh') {
  const season = await makeSeason(ctx)
  const writer = await as(ctx, await makeAppointed(ctx, 'correspondent'))
  const bulletin = await startBulletin(writer, { seasonId: season.id, language, title: '简报' })
  const input = { bulletinId: bulletin.id, version: 1, title: '简报', body: '写了一句。' }
  return { bulletin, writer, input }
}

test('a correspondent saves the text', () =>
  rolledBack(async (ctx) => {
    const { bulletin, input } = await makeBulletin(ctx)
    const second = await makeAppointed(ctx, 'correspondent')
    const body = '办了{{sessionsHeld}}场。'
    await saveBulletin(await as(ctx, second), { ...input, title: '新标题', body })
    expect(await findBulletin(ctx, bulletin.id)).toMatchObject({
      title: '新标题',
      body,
      version: 2,
      writtenBy: bulletin.writtenBy,
      changedBy: second.id,
    })
    const facts = await ctx.tx
      .selectFrom('fact')
      .select(['name', 'details'])
      .where('subjectId', '=', bulletin.id)
      .orderBy('id')
      .execute()
    expect(facts).toEqual([
      { name: 'bulletin.started', details: {} },
      { name: 'bulletin.saved', details: { version: 2, wasRead: false } },
    ])
  }))

test.each([
  ['zh', '没有 {{couplets}}、{{}} 这个数字，请从下面的列表里选。'],
  ['en', 'There is no figure {{couplets}}, {{}}; please choose one from the list below.'],
] as const)('a token that is no figure is named, in %s', (language, sentence) =>
  rolledBack(async (ctx) => {
    const { writer, input } = await makeBulletin(ctx, language)
    const save = saveBulletin(writer, { ...input, body: '{{couplets}} {{}} {{sessionsHeld}}' })
    await expect(save).rejects.toEqual(new Invalid({ body: sentence }))
  }),
)

test('of two writers at once the second is told, and nothing is undone', async () => {
  const made = await committed(database, (ctx) => makeBulletin(ctx))
  const save = (body: string) =>
    committed(database, (ctx) => saveBulletin(ctx, { ...made.input, body }), {
      actor: made.writer.actor,
    })
  const hold = (ctx: Context) => lockBulletin(ctx, made.bulletin.id)
  const results = await allAtOnce(database, hold, [() => save('甲'), () => save('乙')])
  expect(results.toSorted()).toEqual(['bulletin.changedMeanwhile', 'done'])
  const won = results[0] === 'done' ? '甲' : '乙'
  const saved = await committed(database, (ctx) => findBulletin(ctx, made.bulletin.id))
  expect(saved).toMatchObject({ body: won, version: 2 })
})

test.each([
  ['{{thingsGivenOut:春联|moreThan:40}}', '“40余”不对：“发出的春联”现在是 39。'],
  ['{{sessionsHeld|in:没有村}}', '街道没有叫“没有村”的单位，请看看名称。'],
])('“%s” is not saved', (body, sentence) =>
  rolledBack(async (ctx) => {
    const { writer, input } = await makeBulletin(ctx)
    await makeHeld(ctx, { guests: 1, given: [{ thing: '春联', pieces: 39 }] })
    const save = saveBulletin(writer, { ...input, body })
    await expect(save).rejects.toEqual(new Invalid({ body: sentence }))
  }),
)

test('more than 40 is said of 46', () =>
  rolledBack(async (ctx) => {
    const { writer, input } = await makeBulletin(ctx)
    await makeHeld(ctx, { guests: 1, given: [{ thing: '春联', pieces: 46 }] })
    const saved = await saveBulletin(writer, {
      ...input,
      body: '{{thingsGivenOut:春联|moreThan:40}}',
    })
    expect(saved.version).toBe(2)
  }))

test('proofreaders read and do not write; another street finds nothing', () =>
  rolledBack(async (ctx) => {
    const { writer, input } = await makeBulletin(ctx)
    const proofreader = await as(ctx, await makeAppointed(ctx, 'proofreader'))
    expect(await failureOf(ctx, () => saveBulletin(proofreader, input))).toBe('forbidden')
    const stranger = { ...writer, street: otherStreet }
    expect(await failureOf(ctx, () => saveBulletin(stranger, input))).toBe('notFound')
    expect(await findBulletin(stranger, input.bulletinId)).toBeUndefined()
  }))
