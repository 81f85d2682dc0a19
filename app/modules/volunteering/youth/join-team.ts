import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { findServer } from '../posts/queries.ts'
import { mayRunTeam } from './access.ts'
import { findTeam, membersOf } from './queries.ts'
import { whyNotJoined } from './rules.ts'

export const JoinTeam = z.strictObject({
  teamId: z.uuid(),
  personId: z.uuid(),
  part: z.enum(['lead', 'young']),
})

/** Who runs a team enters its young volunteers, and the older ones who lead them. */
export async function joinTeam(ctx: Context, input: z.infer<typeof JoinTeam>) {
  const team = found(await findTeam(ctx, input.teamId))
  const person = found(await findServer(ctx, input.personId))
  const members = await membersOf(ctx, team.id)
  authorise(mayRunTeam(ctx.actor, team))
  refuseIf(whyNotJoined(person, input.part, members, ctx.now))
  await ctx.tx
    .insertInto('teamMember')
    .values({
      streetId: ctx.street,
      teamId: team.id,
      personId: person.id,
      part: input.part,
      joinedAt: ctx.now,
    })
    // Someone who left may come back.
    .onConflict((conflict) =>
      conflict.columns(['streetId', 'teamId', 'personId']).doUpdateSet((row) => ({
        part: row.ref('excluded.part'),
        joinedAt: row.ref('excluded.joinedAt'),
        leftAt: null,
      })),
    )
    .execute()
  await record(ctx, 'team.joined', team.id, {
    details: { personId: person.id, part: input.part },
  })
}
