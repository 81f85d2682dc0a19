import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { addTopic } from './add-topic.ts'
import { topicsOf } from './queries.ts'

test('the office adds topics to the street’s own list, each name once', () =>
  rolledBack(async (ctx) => {
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const fraud = { name: '防诈骗', nameEn: 'Fraud & scams' }
    expect(await addTopic(office, fraud)).toEqual({ code: 'fraud-scams' })
    expect(await failureOf(ctx, () => addTopic(office, fraud))).toBe('topic.known')
    const sameInEnglish = { name: '反诈', nameEn: 'FRAUD & SCAMS' }
    expect(await failureOf(ctx, () => addTopic(office, sameInEnglish))).toBe('topic.known')
    expect(await addTopic(office, { name: '反诈', nameEn: 'Fraud, scams' })).toEqual({
      code: 'fraud-scams-x',
    })
    expect(await addTopic(office, { name: '读报', nameEn: '读报' })).toEqual({ code: 'topic' })
    expect((await topicsOf(ctx)).map(({ name }) => name)).toEqual(['防诈骗', '反诈', '读报'])
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => addTopic(organiser, fraud))).toBe('forbidden')
  }))
