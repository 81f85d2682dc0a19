import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { tick } from '#app/platform/http/forms.ts'
import { lockSession } from '../queries.ts'
import { takePlaces } from '../seats/take-places.ts'
import { maySendList } from './access.ts'
import { judgedRows, lockSentList } from './queries.ts'
import { type Judged, whyNotEntered, whyNotReadable } from './rules.ts'

export const EnterList = z.strictObject({
  sessionId: z.uuid(),
  listId: z.uuid(),
  /** Everyone of the list or nobody. */
  whole: tick.default(false),
})

export type Entered = { seated: number; waiting: number; known: number; faulty: number }

/**
 * The good rows of a list are signed up in its order, each by themselves, as if they came one after the
 * other: when the seats are taken the rest stand in line. Rows with a fault stay out, or keep all out.
 */
export async function enterList(ctx: Context, input: z.infer<typeof EnterList>): Promise<Entered> {
  // The session first: what each row finds must still be so when the seats are given.
  const session = found(await lockSession(ctx, input.sessionId))
  const list = found(await lockSentList(ctx, session, input.listId))
  const readable = whyNotReadable(list) === null
  const judged = readable ? await judgedRows(ctx, session, list) : []
  authorise(maySendList(ctx.actor, session))
  refuseIf(whyNotReadable(list) ?? whyNotEntered(list, judged, input.whole))
  const coming = judged.flatMap((row) => (row.is === 'new' ? [row] : []))
  const parties = coming.map(({ personId }) => [personId])
  const places = await takePlaces(ctx, { sessionId: session.id, parties })
  await keepAnswers(ctx, session.id, coming)
  const seated = places.filter((place) => place.seated).length
  const count = (is: Judged['is']) => judged.filter((row) => row.is === is).length
  const entered = { seated, waiting: places.length - seated }
  await ctx.tx
    .updateTable('signUpList')
    .set({ doneAt: ctx.now, ...entered })
    .where('streetId', '=', ctx.street)
    .where('id', '=', list.id)
    .execute()
  const counts = { ...entered, known: count('known'), faulty: count('faulty') }
  await record(ctx, 'signUps.listEntered', session.id, { details: counts })
  return counts
}

type Coming = Extract<Judged, { is: 'new' }>

async function keepAnswers(ctx: Context, sessionId: string, coming: readonly Coming[]) {
  const about = { streetId: ctx.street, sessionId, saidAt: ctx.now }
  const rows = coming.flatMap(({ personId, answers }) =>
    answers.map((answer) => ({ ...about, personId, ...answer })),
  )
  if (rows.length === 0) return
  await ctx.tx
    .insertInto('signUpAnswer')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['streetId', 'sessionId', 'personId', 'position']).doUpdateSet((row) => ({
        answer: row.ref('excluded.answer'),
        saidAt: row.ref('excluded.saidAt'),
      })),
    )
    .execute()
}
