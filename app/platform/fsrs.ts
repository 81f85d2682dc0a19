import { type Card, createEmptyCard, type FSRS, fsrs, Rating, type ReviewLog } from 'ts-fsrs'

/** What is known of one thing to remember, in the shape of a row. */
export type MemoryState = {
  dueAt: Date
  stability: number
  difficulty: number
  elapsedDays: number
  scheduledDays: number
  learningSteps: number
  reps: number
  lapses: number
  state: number
  lastReviewAt: Date | null
}

/** One review, and what was known before it, in the shape of a row. */
export type MemoryLog = {
  rating: number
  state: number
  dueAt: Date
  stability: number
  difficulty: number
  elapsedDays: number
  lastElapsedDays: number
  scheduledDays: number
  learningSteps: number
}

/**
 * FSRS-6 with its published default parameters and 90 % wanted; the same answers give the same days.
 * Its learning steps of minutes are off: nothing here is asked twice a day.
 */
const scheduler: FSRS = fsrs({ enable_fuzz: false, enable_short_term: false })

/** Something that has never been asked about, due at once. */
export function unasked(at: Date): MemoryState {
  return stateOf(createEmptyCard(at))
}

/** The state after an answer, right ("good") or wrong ("again"), and what the log keeps of it. */
export function reviewed(
  state: MemoryState,
  correct: boolean,
  at: Date,
): { state: MemoryState; log: MemoryLog } {
  const { card, log } = scheduler.next(cardOf(state), at, correct ? Rating.Good : Rating.Again)
  return { state: stateOf(card), log: loggedOf(log) }
}

function cardOf(state: MemoryState): Card {
  return {
    due: state.dueAt,
    stability: state.stability,
    difficulty: state.difficulty,
    elapsed_days: state.elapsedDays,
    scheduled_days: state.scheduledDays,
    learning_steps: state.learningSteps,
    reps: state.reps,
    lapses: state.lapses,
    state: state.state,
    ...(state.lastReviewAt && { last_review: state.lastReviewAt }),
  }
}

function stateOf(card: Card): MemoryState {
  return {
    dueAt: card.due,
    stability: card.stability,
    difficulty: card.difficulty,
    elapsedDays: card.elapsed_days,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    lastReviewAt: card.last_review ?? null,
  }
}

function loggedOf(log: ReviewLog): MemoryLog {
  return {
    rating: log.rating,
    state: log.state,
    dueAt: log.due,
    stability: log.stability,
    difficulty: log.difficulty,
    elapsedDays: log.elapsed_days,
    lastElapsedDays: log.last_elapsed_days,
    scheduledDays: log.scheduled_days,
    learningSteps: log.learning_steps,
  }
}
