import { isSignedIn } from '#app/modules/people/access.ts'
import { found } from '#app/platform/errors.ts'
import { serveFile } from '#app/platform/files/serve-file.ts'
import type { Download } from '#app/platform/http/page.ts'
import { mayRunSession } from '../../access.ts'
import { findSession } from '../../queries.ts'
import { findPhoto } from '../queries.ts'

/** A photo for who runs its session and who is on it; for others while everyone on it consents. */
export const photoDownload: Download = {
  async respond(ctx, visit) {
    const photo = found(await findPhoto(ctx, visit.params['photoId']!))
    const session = found(await findSession(ctx, photo.sessionId))
    const isOnIt = photo.persons.some(({ id }) => id === ctx.actor.personId)
    const may =
      mayRunSession(ctx.actor, session) ||
      isOnIt ||
      (photo.state === 'shown' && isSignedIn(ctx.actor))
    found(may && session.id === visit.params['sessionId'] ? photo : null)
    const response = await serveFile(ctx, visit, photo.fileId)
    // A withdrawn consent takes effect at once, so that nobody may keep a copy to show again.
    response.headers.set('cache-control', 'no-store')
    return response
  },
}
