import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { boardsOf } from './queries.ts'
import { whyNotTakenDown } from './rules.ts'

export const RemoveBoard = z.strictObject({ sessionId: z.uuid(), boardId: z.uuid() })

/** The host takes a board away again. */
export async function removeBoard(ctx: Context, input: z.infer<typeof RemoveBoard>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const boards = await boardsOf(ctx, session.id)
  found(boards.find((board) => board.id === input.boardId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotTakenDown(session, boards.length))
  await ctx.tx
    .deleteFrom('board')
    .where('streetId', '=', ctx.street)
    .where('id', '=', input.boardId)
    .execute()
  await record(ctx, 'board.removed', session.id)
}
