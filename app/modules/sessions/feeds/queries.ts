import type { Context } from '#app/platform/context.ts'
import { readToken } from '#app/platform/http/token.ts'

/** A person's feed as long as it is open; its secret is known to nobody but who subscribes. */
export async function feedOf(ctx: Pick<Context, 'tx' | 'street'>, personId: string) {
  return ctx.tx
    .selectFrom('calendarFeed')
    .select('madeAt')
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

/** Whose feed a secret opens, and the language they read; undefined for one that was renewed or closed. */
export async function ownerOfFeed(ctx: Pick<Context, 'tx' | 'street'>, secret: string) {
  const token = readToken(secret)
  if (token?.street !== ctx.street) return undefined
  return ctx.tx
    .selectFrom('calendarFeed')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'calendarFeed.streetId')
        .onRef('person.id', '=', 'calendarFeed.personId'),
    )
    .select(['person.id', 'person.language'])
    .where('calendarFeed.streetId', '=', ctx.street)
    .where('calendarFeed.secretHash', '=', token.hash.toString('base64url'))
    .where('calendarFeed.revokedAt', 'is', null)
    .executeTakeFirst()
}
