import { expect, test } from 'vitest'
import { rolledBack } from '#test/database.ts'
import { makeBranch, makePerson } from '#test/make.ts'
import { findPeople } from './queries.ts'

test('whose name begins as it is typed comes before a neighbour who has it inside', () =>
  rolledBack(async (ctx) => {
    const here = await makeBranch(ctx)
    await makePerson(ctx, here.id, { name: '蔡国琴' })
    await makePerson(ctx, here.id, { name: '顾小燕' })
    await makePerson(ctx, (await makeBranch(ctx)).id, { name: '顾守田' })
    const near = { unitId: here.id, within: null }
    const named = async (typed: string) =>
      (await findPeople(ctx, typed, near)).map(({ name }) => name)
    expect(await named('gu')).toEqual(['顾小燕', '顾守田', '蔡国琴'])
    expect(await named('国')).toEqual(['蔡国琴'])
  }))
