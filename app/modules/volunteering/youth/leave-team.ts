import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayServeFor } from '../posts/access.ts'
import { findServer } from '../posts/queries.ts'
import { giveUpPlace } from '../rota/give-up-place.ts'
import { placesAhead } from '../rota/queries.ts'
import { findTeam, membersOf } from './queries.ts'

export const LeaveTeam = z.strictObject({ teamId: z.uuid(), personId: z.uuid() })

/**
 * Someone leaves a team, freely; guardians say it for their children. The team's coming shifts are
 * given up with it: a child serves nowhere but in the own team.
 */
export async function leaveTeam(ctx: Context, input: z.infer<typeof LeaveTeam>) {
  authorise(isSignedIn(ctx.actor))
  const team = found(await findTeam(ctx, input.teamId))
  const members = await membersOf(ctx, team.id)
  const member = found(members.find(({ personId }) => personId === input.personId))
  const person = found(await findServer(ctx, member.personId))
  authorise(mayServeFor(ctx.actor, person, team))
  await ctx.tx
    .updateTable('teamMember')
    .set({ leftAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('teamId', '=', team.id)
    .where('personId', '=', person.id)
    .execute()
  const ahead = (await placesAhead(ctx, [person.id])).filter(
    ({ teamId, during }) => teamId === team.id && during.start > ctx.now,
  )
  // one query a place: each shift has its own people who are told
  for (const { id } of ahead) await giveUpPlace(ctx, { placeId: id, reason: '' })
  await record(ctx, 'team.left', team.id, { details: { personId: person.id } })
}
