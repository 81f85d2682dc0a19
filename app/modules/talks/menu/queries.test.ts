import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase, rolledBack } from '#test/database.ts'
import { makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { menuOf } from './queries.ts'
import { retireTalk } from './retire-talk.ts'

test.each([
  ['a word', '诈骗', ['fraud']],
  ['a word inside another', '骗', ['fraud']],
  ['two words', '防诈骗 养老钱', ['fraud']],
  ['pinyin of a word', 'zhapian', ['fraud']],
  ['pinyin in syllables', 'fang zha pian', ['fraud']],
  ['initials', 'fzp', ['fraud']],
  ['English', 'Savings', ['fraud']],
  ['the beginning of an English word', 'sav', ['fraud']],
  ['a word of the description', '量血压', ['health']],
  ['the topic’s name in English', 'health', ['health']],
  ['what both say', '家', ['fraud', 'health']],
  ['what none says', '足球', []],
  ['signs alone', '？！', []],
  ['a quote and a backslash', "' \\ &", []],
  ['nothing', '', ['fraud', 'health']],
])('finding by %s', (_, typed, expected) =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    await makeTalk(ctx, [speaker], { title: '防诈骗：守住大家的养老钱', topics: ['fraud'] })
    await makeTalk(ctx, [speaker], {
      title: '在家量血压',
      titleEn: 'Blood pressure at home',
      about: '怎么自己量血压，什么时候该看医生。',
      aboutEn: 'How to measure it, and when to see a doctor.',
      topics: ['health'],
    })
    const { talks } = await menuOf(ctx, typed)
    expect(talks.map((talk) => talk.topics[0]).toSorted((a, b) => a!.localeCompare(b!))).toEqual(
      expected,
    )
  }),
)

test('a title counts more than a description', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    await makeTalk(ctx, [speaker], {
      title: '一个故事',
      about: '讲到书法。',
      titleEn: '',
      aboutEn: '',
    })
    await makeTalk(ctx, [speaker], {
      title: '书法入门',
      about: '从握笔开始。',
      titleEn: '',
      aboutEn: '',
    })
    expect((await menuOf(ctx, '书法')).talks.map((talk) => talk.title)).toEqual([
      '书法入门',
      '一个故事',
    ])
  }))

test('a retired talk and another street’s talks are not on the menu', async () => {
  const database = await ownDatabase()
  await committed(database, (ctx) => makeTalk(ctx), { street: otherStreet })
  await committed(database, async (ctx) => {
    const kept = await makeTalk(ctx)
    const retired = await makeTalk(ctx)
    await retireTalk(ctx, { talkId: retired.id })
    expect((await menuOf(ctx)).talks.map((talk) => talk.id)).toEqual([kept.id])
  })
})
