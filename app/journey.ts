import type { Journey } from './platform/worker.ts'

/** What follows from what happened, across modules: one stretch of the journey leads to the next. */
export const journey: Journey = {}
