import type { Actor } from '#app/platform/context.ts'
import { mayDispatch, mayOrderFor } from '../orders/access.ts'

/** Whoever orders for a unit says what it thought, and writes down what stood on paper or was said by phone. */
export function mayReviewFor(actor: Actor, unitId: string): boolean {
  return mayOrderFor(actor, unitId)
}

/** The office calls who was let down. */
export function mayCallBack(actor: Actor): boolean {
  return mayDispatch(actor)
}
