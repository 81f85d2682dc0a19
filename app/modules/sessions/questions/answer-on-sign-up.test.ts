import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { factsOf, makeGuardian, makeSession } from '#test/make-sessions.ts'
import { signUp } from '../seats/sign-up.ts'
import { answerOnSignUp } from './answer-on-sign-up.ts'
import { askOnSignUp } from './ask-on-sign-up.ts'
import { answersTo, questionsOf, stillUnanswered } from './queries.ts'

const lift = {
  label: '要不要接送？',
  labelEn: 'Do you need a lift?',
  kind: 'yes_no' as const,
  choices: [],
  choicesEn: [],
  required: true,
}
const none = { ...lift, label: '' }
const shoes = { ...lift, label: '鞋码', kind: 'number' as const, required: false }

async function makeAsked(ctx: Context) {
  const { id: sessionId, hostId, during } = await makeSession(ctx)
  const host = await as(ctx, { id: hostId })
  await askOnSignUp(host, { sessionId, questions: [lift, none, shoes] })
  return { sessionId, host, during }
}

test('a mother answers for herself and her child, and again', () =>
  rolledBack(async (ctx) => {
    const { sessionId } = await makeAsked(ctx)
    expect((await questionsOf(ctx, sessionId)).map(({ position }) => position)).toEqual([1, 3])
    const mother = await makePerson(ctx)
    const child = await makePerson(ctx, undefined, { bornOn: '2014-05-01' })
    await makeGuardian(ctx, child.id, mother.id)
    const self = await as(ctx, mother)
    const family = [
      { id: mother.id, guardianIds: [] },
      { id: child.id, guardianIds: [mother.id] },
    ]
    expect(await stillUnanswered(self, sessionId, family)).toBe(2)
    const personIds = family.map(({ id }) => id)
    await answerOnSignUp(self, { sessionId, personIds, answers: { q1: 'yes', q3: '36' } })
    expect(await stillUnanswered(self, sessionId, family)).toBe(0)
    await answerOnSignUp(self, { sessionId, personIds: [child.id], answers: { q1: 'no' } })
    expect(await answersTo(ctx, sessionId)).toEqual(
      new Map([
        [
          mother.id,
          new Map([
            [1, 'yes'],
            [3, '36'],
          ]),
        ],
        [child.id, new Map([[1, 'no']])],
      ]),
    )
    const facts = await factsOf(ctx, sessionId)
    expect(facts.at(-1)).toMatchObject({
      name: 'questions.answered',
      actorId: mother.id,
      details: { personIds: [child.id] },
    })
  }))

test('who has to answer does so before signing up; a caller is asked later', () =>
  rolledBack(async (ctx) => {
    const { sessionId, host } = await makeAsked(ctx)
    const person = await makePerson(ctx)
    const self = await as(ctx, person)
    expect(await failureOf(ctx, () => signUp(self, { sessionId }))).toBe('asking.unanswered')
    await answerOnSignUp(self, { sessionId, personIds: [person.id], answers: { q1: 'no' } })
    expect(await signUp(self, { sessionId })).toEqual({ seated: true })
    const caller = await makePerson(ctx)
    expect(await signUp(host, { sessionId, personId: caller.id })).toEqual({ seated: true })
  }))

test('every refusal of an answer, and a stranger', () =>
  rolledBack(async (ctx) => {
    const { sessionId, during } = await makeAsked(ctx)
    const person = await makePerson(ctx)
    const self = await as(ctx, person)
    const answer = (by: Context, answers: Parameters<typeof answerOnSignUp>[1]['answers']) => () =>
      answerOnSignUp(by, { sessionId, personIds: [person.id], answers })
    expect(await failureOf(ctx, answer(self, {}))).toBe('invalid')
    expect(await failureOf(ctx, answer({ ...self, now: during.start }, { q1: 'yes' }))).toBe(
      'session.started',
    )
    const stranger = await as(ctx, await makePerson(ctx))
    expect(await failureOf(ctx, answer(stranger, { q1: 'yes' }))).toBe('forbidden')
    expect(await failureOf(ctx, answer(self, { q1: 'yes' }))).toBeUndefined()
  }))

test('a list is asked, and only reworded once it was answered', () =>
  rolledBack(async (ctx) => {
    const { sessionId, host } = await makeAsked(ctx)
    const person = await makePerson(ctx)
    const ask = (by: Context, ...questions: Parameters<typeof askOnSignUp>[1]['questions']) =>
      failureOf(ctx, () => askOnSignUp(by, { sessionId, questions }))
    expect(await ask(await as(ctx, person), lift)).toBe('forbidden')
    expect(await ask(host, { ...lift, kind: 'choice' })).toBe('invalid')
    const own = { sessionId, personIds: [person.id], answers: { q1: 'yes' } }
    await answerOnSignUp(await as(ctx, person), own)
    expect(await ask(host, shoes)).toBe('asking.answered')
    expect(await ask(host, { ...lift, label: '要接送吗？' })).toBeUndefined()
  }))
