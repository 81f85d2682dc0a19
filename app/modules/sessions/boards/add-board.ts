import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { boardsOf } from './queries.ts'
import { whyNotSetUp } from './rules.ts'

export const AddBoard = z.strictObject({
  sessionId: z.uuid(),
  title: text(60),
  titleEn: optionalText(90),
  about: optionalText(600),
  aboutEn: optionalText(900),
})

/** The host adds a board to an exhibition, after those that stand there. */
export async function addBoard(ctx: Context, input: z.infer<typeof AddBoard>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const boards = await boardsOf(ctx, session.id)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotSetUp(session))
  const id = newId()
  await ctx.tx
    .insertInto('board')
    .values({ streetId: ctx.street, id, ...input, position: (boards.at(-1)?.position ?? 0) + 1 })
    .execute()
  await record(ctx, 'board.added', session.id)
  return { id }
}
