import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayKeepEntry } from '../speakers/access.ts'
import { findSpeaker } from '../speakers/queries.ts'
import { lockStory } from './queries.ts'

export const RemoveStory = z.strictObject({ storyId: z.uuid() })

/** A speaker removes a story of their own, or the office does; it is gone, words and recording. */
export async function removeStory(ctx: Context, input: z.infer<typeof RemoveStory>) {
  const story = found(await lockStory(ctx, input.storyId))
  const speaker = found(await findSpeaker(ctx, story.speakerId))
  authorise(mayKeepEntry(ctx.actor, speaker))
  await ctx.tx
    .deleteFrom('speakerStory')
    .where('streetId', '=', ctx.street)
    .where('id', '=', story.id)
    .execute()
  await record(ctx, 'story.removed', story.id, { details: { speakerId: speaker.id } })
}
