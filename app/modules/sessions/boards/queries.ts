import type { Context } from '#app/platform/context.ts'

/** What stands at an exhibition, in the order in which it is seen. */
export async function boardsOf(ctx: Pick<Context, 'tx' | 'street'>, sessionId: string) {
  return ctx.tx
    .selectFrom('board')
    .select(['id', 'position', 'title', 'titleEn', 'about', 'aboutEn'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .orderBy('position')
    .execute()
}
