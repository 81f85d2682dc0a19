import { found } from '#app/platform/errors.ts'
import { serveFile } from '#app/platform/files/serve-file.ts'
import type { Download } from '#app/platform/http/page.ts'
import { mayKeepEntry } from '../../speakers/access.ts'
import { findStory } from '../queries.ts'
import { stateOf } from '../rules.ts'

/** A recording's bytes: for everyone while the consent stands, else for the speaker and the office. */
export const recordingDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const story = found(await findStory(ctx, visit.params['storyId']!))
    const isOpen = stateOf(story) === 'shown' || mayKeepEntry(ctx.actor, story)
    return serveFile(ctx, visit, found(isOpen ? story.fileId : null))
  },
}
