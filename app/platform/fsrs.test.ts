import fc from 'fast-check'
import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { expect, test } from 'vitest'
import { reviewed, unasked } from './fsrs.ts'
import { day, later } from './time.ts'

const start = new Date('2022-01-12T10:00:00+08:00')

test('the days after right answers grow, and begin again after a wrong one', () => {
  let state = unasked(start)
  let at = start
  const days = [true, true, true, false, true].map((correct) => {
    state = reviewed(state, correct, at).state
    at = state.dueAt
    return state.scheduledDays
  })
  expect(days).toEqual([3, 14, 57, 3, 8])
})

test('rows carry what ts-fsrs knows', () => {
  const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false })
  const answers = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 200 })), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(answers, (given) => {
      let card: Card = createEmptyCard(start)
      let state = unasked(start)
      let at = start
      for (const [correct, wait] of given) {
        at = later(at, wait * day)
        card = scheduler.next(card, at, correct ? Rating.Good : Rating.Again).card
        state = reviewed(state, correct, at).state
      }
      expect([state.dueAt, state.stability, state.difficulty, state.lapses, state.reps]).toEqual([
        card.due,
        card.stability,
        card.difficulty,
        card.lapses,
        card.reps,
      ])
    }),
  )
})
