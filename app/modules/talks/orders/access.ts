import { type Actor, type Context, forPerson, holds } from '#app/platform/context.ts'
import { type Act, life, type Mover, type OrderStatus } from './rules.ts'

/** A branch's organiser or secretary orders for the own units; the office for every one. */
export function mayOrderFor(actor: Actor, unitId: string): boolean {
  return holds(actor, ['administrator', 'office', 'organiser', 'secretary'], unitId)
}

/** Units come along where the actor may order for them too. */
export function mayOrderForAll(
  actor: Actor,
  unitId: string,
  guests: readonly { unitId: string }[],
): boolean {
  return [{ unitId }, ...guests].every((each) => mayOrderFor(actor, each.unitId))
}

/** The office dispatches. */
export function mayDispatch(actor: Actor): boolean {
  return holds(actor, ['administrator', 'office'])
}

/** What the office enters for a branch, by phone or from paper, is done on behalf of who ordered. */
export function forBranch(ctx: Context, order: { placedBy: string }): Context {
  const isEntered = ctx.actor.personId !== null && ctx.onBehalfOf === null && mayDispatch(ctx.actor)
  return isEntered ? forPerson(ctx, order.placedBy) : ctx
}

/**
 * Whoever runs the unit that ordered, or one that comes along, sees an order; before it is placed it is
 * nothing to those who may come along.
 */
export function maySeeOrder(
  actor: Actor,
  order: { unitId: string; status: OrderStatus },
  guests: readonly { unitId: string }[],
): boolean {
  const along = order.status === 'draft' ? [] : guests
  return [order, ...along].some(({ unitId }) => mayOrderFor(actor, unitId))
}

/** Whether the actor is one of those who do this act to an order, as the table of its life says. */
export function mayDo(
  actor: Actor,
  act: Act,
  order: { unitId: string },
  speakerPersonId?: string,
): boolean {
  const is: Record<Mover, () => boolean> = {
    branch: () => mayOrderFor(actor, order.unitId),
    office: () => mayDispatch(actor),
    speaker: () => speakerPersonId !== undefined && actor.personId === speakerPersonId,
    program: () => mayFollowSession(actor),
  }
  return life[act].by.some((mover) => is[mover]())
}

/** Sessions that are held or cancelled move their order; only the journey does that. */
export function mayFollowSession(actor: Actor): boolean {
  return actor.kind === 'system'
}
