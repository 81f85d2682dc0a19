import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import type { Tables } from '#app/platform/tables.ts'
import { mayDecide } from './access.ts'
import type { Reading } from './rules.ts'

type Read = {
  /** Locked by whoever calls. */
  bulletin: { id: string; round: number; version: number }
  step: Reading
  decision: Tables['bulletinStep']['decision']
}

/** Keeps how a reader decided about the version they read, and that they are one of its readers now. */
export async function keepReading(ctx: Context, { bulletin, step, decision }: Read): Promise<void> {
  const personId = found(ctx.actor.personId)
  authorise(mayDecide(ctx.actor, step))
  const { street: streetId } = ctx
  const { id: bulletinId, round, version } = bulletin
  await ctx.tx
    .insertInto('bulletinPart')
    .values({ streetId, bulletinId, personId, part: 'reader' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = { id: newId(), personId, at: ctx.now }
  await ctx.tx
    .insertInto('bulletinStep')
    .values({ streetId, bulletinId, round, step, version, decision, ...made })
    .execute()
}
