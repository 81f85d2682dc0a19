import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockStory } from './queries.ts'

/**
 * As a consent to a story is withdrawn, the story is down for good. Nobody else sees it from the
 * moment of the withdrawal on; this keeps it so, and says when.
 */
export async function takeStoryDown(ctx: Context, { storyId }: { storyId: string }) {
  const story = await lockStory(ctx, storyId)
  authorise(isProgram(ctx.actor))
  if (!story || story.takenDownAt !== null) return
  await ctx.tx
    .updateTable('speakerStory')
    .set({ takenDownAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', story.id)
    .execute()
  await record(ctx, 'story.takenDown', story.id)
}
