import { found } from '#app/platform/errors.ts'
import { serveFile } from '#app/platform/files/serve-file.ts'
import type { Download } from '#app/platform/http/page.ts'
import { mayReadBulletins } from '../../access.ts'
import { findPicture, picturesOut } from '../queries.ts'

/** A picture for who works on its bulletin, and for who is on it and is asked. */
export const pictureDownload: Download = {
  async respond(ctx, visit) {
    const picture = found(await findPicture(ctx, visit.params['pictureId']!))
    const isOnIt = picture.persons.some(({ id }) => id === ctx.actor.personId)
    found(mayReadBulletins(ctx.actor) || isOnIt ? picture : null)
    return serveFile(ctx, visit, picture.fileId)
  },
}

/** A picture of a published bulletin, for everyone, as long as everyone on it consents. */
export const newsPictureDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const out = await picturesOut(ctx, visit.params['bulletinId']!)
    const picture = found(out.find(({ id }) => id === visit.params['pictureId']!))
    const response = await serveFile(ctx, visit, picture.fileId)
    // A withdrawn consent takes effect at once, so that nobody may keep a copy to show again.
    response.headers.set('cache-control', 'no-store')
    return response
  },
}
