import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { readLink } from '#app/platform/signing.ts'
import { dayOf, yearsBetween } from '#app/platform/time.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { type AgeGroup, ageGroupsOf } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** What a link to an invitation may do: answer it. */
export const answering = 'invitation'

export type Invitation = NonNullable<Awaited<ReturnType<typeof findDispatch>>>

/** The invitation that a link is of; undefined for a link that isn't ours. Whether it is too late, its time says. */
export async function openInvitation(
  ctx: ReadingNow,
  token: string,
): Promise<Invitation | undefined> {
  const link = await readLink(ctx, answering, token)
  return link ? findDispatch(ctx, link.id) : undefined
}

/** How old the members of the units are that come to an ordered talk, as far as they have said. */
export async function agesFor(ctx: ReadingNow, orderId: string): Promise<AgeGroup[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<{ bornOn: string }>`
    select person.born_on from person
    where person.street_id = ${ctx.street} and person.born_on is not null and person.id in (
      select a.person_id from appointment a
      where a.street_id = ${ctx.street} and a.role = 'member' and a.from_on <= ${today}
        and (a.until_on is null or a.until_on >= ${today}) and a.unit_id in (
          select o.unit_id from talk_order o where o.street_id = ${ctx.street} and o.id = ${orderId}
          union select g.unit_id from order_guest g where g.street_id = ${ctx.street} and g.order_id = ${orderId}))`.execute(
    ctx.tx,
  )
  return ageGroupsOf(rows.map(({ bornOn }) => yearsBetween(bornOn, today)))
}
