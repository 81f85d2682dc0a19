import { expect, test } from 'vitest'
import { nameGuardian } from '#app/modules/people/name-guardian.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { answerRequest } from './answer-request.ts'
import { askForCorrection } from './ask-for-correction.ts'
import { askForDeletion } from './ask-for-deletion.ts'
import { withdrawRequest } from './withdraw-request.ts'

const answer = '已按户口本改好'

test('a guardian asks for a child, and the office does what was asked', () =>
  rolledBack(async (ctx) => {
    const child = await makePerson(ctx, undefined, { bornOn: '2011-03-04' })
    const parent = await makePerson(ctx, undefined, { bornOn: '1982-03-04' })
    await nameGuardian(ctx, { childId: child.id, guardianId: parent.id })
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const own = await as(ctx, parent)
    const wanted = { personId: child.id, words: '', bornOn: '2012-03-04', name: child.name }
    const { id: requestId } = await askForCorrection(own, wanted)
    expect(await failureOf(ctx, () => answerRequest(own, { requestId, how: 'done', answer }))).toBe(
      'forbidden',
    )
    await answerRequest(office, { requestId, how: 'done', answer })
    expect((await findPerson(ctx, child.id))!.bornOn).toBe('2012-03-04')
    expect(
      await failureOf(ctx, () => answerRequest(office, { requestId, how: 'declined', answer })),
    ).toBe('request.notOpen')
  }))

test('a request without anything wanted is refused, words alone are enough, and may be taken back', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    const own = await as(ctx, person)
    const ask = (words: string) => askForCorrection(own, { personId: person.id, words })
    expect(await failureOf(ctx, () => ask(''))).toBe('request.nothingWanted')
    const { id: requestId } = await ask('我不住在这里了')
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, () => withdrawRequest(stranger, { requestId }))).toBe('forbidden')
    await withdrawRequest(own, { requestId })
    expect(await failureOf(ctx, () => withdrawRequest(own, { requestId }))).toBe('request.notOpen')
  }))

test('a deletion is declined with an answer, and never done by an answer', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const { id: requestId } = await askForDeletion(await as(ctx, person), {
      personId: person.id,
      words: '',
    })
    expect(
      await failureOf(ctx, () => answerRequest(office, { requestId, how: 'done', answer })),
    ).toBe('request.isDeletion')
    await answerRequest(office, { requestId, how: 'declined', answer: '请先交接班次' })
  }))
