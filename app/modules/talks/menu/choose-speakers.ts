import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, wholeNumber } from '#app/platform/http/forms.ts'
import { speakers } from '../speakers/queries.ts'
import { mayKeepMenu } from './access.ts'
import { lockTalk, searchOf, topicsOf } from './queries.ts'
import { whyNotGivenBy } from './rules.ts'

export const ChooseSpeakers = z.strictObject({
  talkId: z.uuid(),
  /** Each with how well: 1 can, 2 well, 3 it is their own; without it they don't give it. */
  speakers: z
    .array(z.strictObject({ speakerId: z.uuid(), strength: optional(wholeNumber(1, 3)) }))
    .max(500),
})

/** The office says who gives a talk and how well, for who plans; readers see names alone. */
export async function chooseSpeakers(ctx: Context, input: z.infer<typeof ChooseSpeakers>) {
  const talk = found(await lockTalk(ctx, input.talkId))
  const [known, topics] = [await speakers(ctx), await topicsOf(ctx)]
  authorise(mayKeepMenu(ctx.actor))
  const chosen = input.speakers.flatMap(({ speakerId, strength }) =>
    strength === undefined ? [] : [{ speakerId, strength }],
  )
  refuseIf(whyNotGivenBy(talk, chosen, known))
  const itsSpeakers = known.filter(({ id }) => chosen.some(({ speakerId }) => speakerId === id))
  await ctx.tx
    .deleteFrom('talkSpeaker')
    .where('streetId', '=', ctx.street)
    .where('talkId', '=', talk.id)
    .execute()
  await ctx.tx
    .insertInto('talkSpeaker')
    .values(
      chosen
        .toSorted((a, b) => b.strength - a.strength)
        .map((each, position) => ({
          streetId: ctx.street,
          talkId: talk.id,
          position,
          ...each,
        })),
    )
    .execute()
  await ctx.tx
    .updateTable('talk')
    .set({ search: await searchOf(talk, topics, itsSpeakers) })
    .where('streetId', '=', ctx.street)
    .where('id', '=', talk.id)
    .execute()
  await record(ctx, 'talk.speakersChosen', talk.id)
}
