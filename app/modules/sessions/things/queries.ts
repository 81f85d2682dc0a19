import type { Context } from '#app/platform/context.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** What a session has to give, and how much of it was given, in the order it was entered. */
export async function thingsOf(ctx: Reading, sessionId: string) {
  return ctx.tx
    .selectFrom('thing')
    .select(['id', 'name', 'offered', 'given'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .orderBy('id')
    .execute()
}

export async function findThing(ctx: Reading, thingId: string) {
  return ctx.tx
    .selectFrom('thing')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', thingId)
    .executeTakeFirst()
}
