import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { readToken } from '#app/platform/http/token.ts'
import type { Tables } from '#app/platform/tables.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type Feed = {
  id: string
  kind: Tables['calendarFeed']['kind']
  subjectId: string
  /** The unit's, venue's or resource's; null for one's own calendar. */
  name: string | null
  nameEn: string
  madeAt: Date
  fetchedAt: Date | null
}

/** A person's open feeds, the own calendar's first; their secrets are known to nobody but who subscribes. */
export async function feedsOf({ tx, street }: Reading, personId: string): Promise<Feed[]> {
  const { rows } = await sql<Feed>`
    select f.id, f.kind, f.subject_id, coalesce(unit.name, venue.name, resource.name) as name,
      coalesce(resource.name_en, '') as name_en, f.made_at, f.fetched_at
    from calendar_feed f
    left join unit on unit.street_id = f.street_id and unit.id = f.subject_id and f.kind = 'unit'
    left join venue on venue.street_id = f.street_id and venue.id = f.subject_id and f.kind = 'venue'
    left join resource on resource.street_id = f.street_id and resource.id = f.subject_id and f.kind = 'resource'
    where f.street_id = ${street} and f.person_id = ${personId} and f.revoked_at is null
    order by f.kind <> 'mine', f.kind, f.made_at, f.id`.execute(tx)
  return rows
}

/** Takes a feed for this transaction. */
export async function lockFeed(ctx: Reading, feedId: string) {
  return ctx.tx
    .selectFrom('calendarFeed')
    .select(['id', 'personId'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', feedId)
    .forUpdate()
    .executeTakeFirst()
}

/** The feed that a secret opens, with its owner and the language they read; undefined for one that was renewed or closed. */
export async function feedAt(ctx: Reading, secret: string) {
  const token = readToken(secret)
  if (token?.street !== ctx.street) return undefined
  return ctx.tx
    .selectFrom('calendarFeed')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'calendarFeed.streetId')
        .onRef('person.id', '=', 'calendarFeed.personId'),
    )
    .select([
      'calendarFeed.id',
      'calendarFeed.kind',
      'calendarFeed.subjectId',
      'calendarFeed.personId',
      'person.language',
    ])
    .where('calendarFeed.streetId', '=', ctx.street)
    .where('calendarFeed.secretHash', '=', token.hash.toString('base64url'))
    .where('calendarFeed.revokedAt', 'is', null)
    .executeTakeFirst()
}
