import { found } from '#app/platform/errors.ts'
import { serveFile } from '#app/platform/files/serve-file.ts'
import type { Download } from '#app/platform/http/page.ts'
import { courseFor } from './course-data.tsx'

/** A course's clip, whole or in the parts that a player asks for. */
export const clipDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const { version } = await courseFor(ctx, visit)
    return serveFile(ctx, visit, found(version.fileId))
  },
}

/** A course's captions, as the program wrote them. */
export const captionsDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const { version } = await courseFor(ctx, visit)
    const captions = { 'zh.vtt': version.captions, 'en.vtt': version.captionsEn }
    const name = visit.params['captions'] as keyof typeof captions
    const text = Object.hasOwn(captions, name) ? captions[name] : ''
    return new Response(found(text === '' ? null : text), {
      headers: {
        'content-type': 'text/vtt; charset=utf-8',
        'cache-control': 'private, max-age=300',
      },
    })
  },
}
