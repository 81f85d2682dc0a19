import { found } from '#app/platform/errors.ts'
import { serveFile } from '#app/platform/files/serve-file.ts'
import type { Download } from '#app/platform/http/page.ts'
import { maySeeMaterials } from '../access.ts'
import { findMaterial, speakersOfTalk } from '../queries.ts'

/** What goes with a talk, for those who order it, give it or keep the menu. */
export const materialDownload: Download = {
  async respond(ctx, visit) {
    const material = found(await findMaterial(ctx, visit.params['materialId']!))
    const speakers = await speakersOfTalk(ctx, material.talkId)
    const may = maySeeMaterials(ctx.actor, speakers)
    found((may && material.talkId === visit.params['talkId']) || null)
    const response = await serveFile(ctx, visit, material.fileId)
    const inline = response.headers.get('content-disposition') ?? ''
    // A document opens in a program of the reader's, never as a page of this site.
    response.headers.set('content-disposition', inline.replace(/^inline/, 'attachment'))
    return response
  },
}
