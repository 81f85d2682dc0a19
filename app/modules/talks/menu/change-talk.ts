import { z } from 'zod'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText, wholeNumber } from '#app/platform/http/forms.ts'
import { mayKeepMenu } from './access.ts'
import { talkFields } from './put-talk-on-menu.ts'
import { lockTalk, searchOf, speakersOfTalk, topicsOf } from './queries.ts'
import { saidIn, whyNotChanged, whyNotOnMenu } from './rules.ts'

export const ChangeTalk = z.strictObject({
  talkId: z.uuid(),
  ...talkFields,
  /** The version that was read: someone who was faster isn't overwritten. */
  version: wholeNumber(1, 100_000),
  /** What is new, in a sentence. */
  note: optionalText(200),
})

/**
 * The office changes what the menu says of a talk. On the menu that is a new version, and whoever
 * ordered the one before keeps it; a draft stays the version it is.
 */
export async function changeTalk(ctx: Context, input: z.infer<typeof ChangeTalk>) {
  const talk = found(await lockTalk(ctx, input.talkId))
  const season = found(await currentSeason(ctx))
  const [topics, strands, speakers] = [
    await topicsOf(ctx),
    await strandsOf(ctx, season.id),
    await speakersOfTalk(ctx, talk.id),
  ]
  authorise(mayKeepMenu(ctx.actor))
  refuseIf(whyNotChanged(talk, input))
  refuseIf(whyNotOnMenu({ ...input, speakerIds: [] }, { topics, strands, speakers: [] }))
  const { talkId, version: read, note, bringsEn = '', ...said } = input
  const version = talk.putOnMenuAt ? read + 1 : read
  await ctx.tx
    .updateTable('talk')
    .set({ ...said, bringsEn, version, search: await searchOf(said, topics, speakers) })
    .where('streetId', '=', ctx.street)
    .where('id', '=', talkId)
    .execute()
  const kept = { ...saidIn(said), note, madeBy: ctx.actor.personId, madeAt: ctx.now }
  await ctx.tx
    .insertInto('talkVersion')
    .values({ streetId: ctx.street, talkId, version, ...kept })
    .onConflict((conflict) => conflict.columns(['streetId', 'talkId', 'version']).doUpdateSet(kept))
    .execute()
  await record(ctx, 'talk.changed', talkId, { ...(note && { reason: note }), details: { version } })
  return { version }
}
