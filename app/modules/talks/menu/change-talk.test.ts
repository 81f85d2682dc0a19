import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeTalk } from '#test/make-talks.ts'
import { changeTalk } from './change-talk.ts'
import { publishTalk } from './publish-talk.ts'
import { findTalk, menuOf, versionsOf } from './queries.ts'
import { retireTalk } from './retire-talk.ts'

const change = (talkId: string, more: Partial<Parameters<typeof changeTalk>[1]> = {}) => ({
  talkId,
  title: '守住养老钱',
  titleEn: 'Keeping your savings safe',
  about: '新的案例：冒充客服。',
  aboutEn: 'A new case: a false help desk.',
  strandCode: 'practice',
  topics: ['health'],
  audiences: ['elders' as const],
  formats: ['talk' as const],
  languages: ['mandarin' as const],
  minutes: 45,
  brings: '',
  version: 1,
  note: '加了冒充客服的案例。',
  ...more,
})

test('a change is a new version; the old one can still be read', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await changeTalk(office, change(talk.id))).toEqual({ version: 2 })
    expect(await findTalk(ctx, talk.id)).toMatchObject({ version: 2, minutes: 45, number: 1 })
    expect(
      (await versionsOf(ctx, talk.id)).map(({ version, about, minutes, note }) => [
        version,
        about,
        minutes,
        note,
      ]),
    ).toEqual([
      [2, '新的案例：冒充客服。', 45, '加了冒充客服的案例。'],
      [1, '电话里的“孙子”要钱，怎么办？', 60, ''],
    ])
    expect((await menuOf(ctx, '客服')).talks.map(({ id }) => id)).toEqual([talk.id])
    expect((await menuOf(ctx, '孙子')).talks).toEqual([])
  }))

test('a draft is seen by nobody on the menu, and stays its first version until it is on it', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx, [], { draft: true })
    expect((await menuOf(ctx)).talks).toEqual([])
    await changeTalk(ctx, change(talk.id, { note: '' }))
    expect(
      (await versionsOf(ctx, talk.id)).map(({ version, minutes }) => [version, minutes]),
    ).toEqual([[1, 45]])
    await publishTalk(ctx, { talkId: talk.id })
    expect((await menuOf(ctx)).talks.map(({ id }) => id)).toEqual([talk.id])
    expect(await failureOf(ctx, () => publishTalk(ctx, { talkId: talk.id }))).toBe(
      'talk.alreadyOnMenu',
    )
  }))

test.each([
  ['talk.noteMissing', { note: '' }],
  ['talk.changedMeanwhile', { version: 2 }],
  ['talk.unknownTopic', { topics: ['other'] }],
  ['talk.unknownStrand', { strandCode: 'other' }],
] as const)('%s', (reason, more) =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx)
    const input = change(talk.id, { ...more } as Parameters<typeof change>[1])
    expect(await failureOf(ctx, () => changeTalk(ctx, input))).toBe(reason)
  }),
)

test('what is off the menu is not changed, and only the office changes a talk', () =>
  rolledBack(async (ctx) => {
    const talk = await makeTalk(ctx)
    const draft = await makeTalk(ctx, [], { draft: true })
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => changeTalk(organiser, change(talk.id)))).toBe('forbidden')
    const publish = () => publishTalk(organiser, { talkId: draft.id })
    expect(await failureOf(ctx, publish)).toBe('forbidden')
    await retireTalk(ctx, { talkId: talk.id })
    expect(await failureOf(ctx, () => changeTalk(ctx, change(talk.id)))).toBe('talk.alreadyRetired')
  }))
