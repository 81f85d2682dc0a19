import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeOrder, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { branchToFit, fitsAreOff, talksToFit } from './queries.ts'
import { switchFits } from './switch-fits.ts'

test('suggestions are switched off and on again by the person', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    const self = await as(ctx, person)
    await switchFits(self, { fits: 'off' })
    await switchFits(self, { fits: 'off' })
    expect(await fitsAreOff(ctx, person.id)).toBe(true)
    await switchFits(self, { fits: 'on' })
    expect(await fitsAreOff(ctx, person.id)).toBe(false)
    const stranger = { ...ctx, actor: nobody }
    expect(await failureOf(ctx, () => switchFits(stranger, { fits: 'off' }))).toBe('forbidden')
  }))

test('a branch is known by what it ordered and where it is', () =>
  rolledBack(async (ctx) => {
    const speaker = await makeSpeaker(ctx)
    const talk = await makeTalk(ctx, [speaker])
    const { branch } = await makeOrder(ctx, talk.id)
    expect(await branchToFit(ctx, branch.id)).toEqual({
      communityId: branch.ancestors.find((id) => id === branch.parentId),
      topicsCovered: ['fraud'],
      talksOrdered: [talk.id],
      dialects: [],
      ages: { known: 0, elders: 0 },
      hasPavilion: false,
    })
    const talks = await talksToFit(ctx, branch.id)
    expect(talks.map(({ id, speakers, heard }) => [id, speakers.length, heard])).toEqual([
      [talk.id, 1, { held: 0, said: 0, well: 0 }],
    ])
  }))
