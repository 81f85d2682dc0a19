import { sql } from 'kysely'
import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { tellOfCards } from './notices.ts'
import { toInvite } from './queries.ts'
import { linkOver, wordBefore } from './rules.ts'

/** On its weekly round: one word to each person whose cards are due, with a link that opens these cards alone. */
export async function inviteToRecall(ctx: Context): Promise<void> {
  const invited = await toInvite(ctx, wordBefore(ctx.now))
  authorise(isProgram(ctx.actor))
  if (invited.length === 0) return
  const invites = invited.map((each) => ({ id: newId(), ...each, expiresAt: linkOver(ctx.now) }))
  await ctx.tx
    .insertInto('recallInvite')
    .values(invites.map((each) => ({ streetId: ctx.street, ...each, madeAt: ctx.now })))
    .execute()
  await sql`
    insert into recall_choice (street_id, person_id, invited_at)
    select ${ctx.street}, person_id, ${ctx.now}
    from unnest(${invites.map(({ personId }) => personId)}::uuid[]) as invited (person_id)
    on conflict (street_id, person_id) do update set invited_at = excluded.invited_at`.execute(
    ctx.tx,
  )
  await tellOfCards(ctx, invites)
}
