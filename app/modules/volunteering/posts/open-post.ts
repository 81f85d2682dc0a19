import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, text, tick, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { findTeam, keepFirstRule } from '../youth/queries.ts'
import { mayRunPost } from './access.ts'
import { whyNotOpened } from './rules.ts'

export const OpenPost = z.strictObject({
  unitId: z.uuid(),
  /** The team of young volunteers whose post it is. */
  teamId: optional(z.uuid()),
  title: text(60),
  titleEn: optionalText(120),
  tasks: text(1000),
  place: text(120),
  leastAge: wholeNumber(6, 60).default(18),
  needsTraining: tick.default(false),
  needsHealth: tick.default(false),
  /** What is risky about it; empty where nothing is. */
  riskNotice: optionalText(500),
  vettedTwice: tick.default(false),
})

/** A unit says what volunteers are needed for, where, and who may come. */
export async function openPost(ctx: Context, input: z.infer<typeof OpenPost>) {
  const unit = found(await findUnit(ctx, input.unitId))
  const team = input.teamId ? found(await findTeam(ctx, input.teamId)) : null
  const risk = input.riskNotice === '' ? ('none' as const) : ('some' as const)
  authorise(mayRunPost(ctx.actor, { unitId: unit.id }))
  authorise(team === null || mayRunPost(ctx.actor, team))
  refuseIf(whyNotOpened({ ...input, risk }))
  await keepFirstRule(ctx)
  const post = { id: newId(), number: await nextNumber(ctx, 'post') }
  await ctx.tx
    .insertInto('post')
    .values({
      streetId: ctx.street,
      ...post,
      unitId: unit.id,
      teamId: team?.id ?? null,
      title: input.title,
      titleEn: input.titleEn,
      tasks: input.tasks,
      place: input.place,
      leastAge: input.leastAge,
      needsTraining: input.needsTraining,
      needsHealth: input.needsHealth,
      risk,
      riskNotice: input.riskNotice,
      vettedTwice: input.vettedTwice,
      openedBy: ctx.actor.personId,
      openedAt: ctx.now,
    })
    .execute()
  await record(ctx, 'post.opened', post.id)
  return post
}
