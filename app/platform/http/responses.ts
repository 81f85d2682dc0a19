import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const compress = promisify(gzip)
const worthCompressing = 1024

/** An HTML answer, compressed where the browser can read that. */
export async function htmlResponse(
  asked: Headers,
  html: string,
  status: number,
): Promise<Response> {
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding, cookie, accept-language',
  })
  if (html.length < worthCompressing || !/\bgzip\b/.test(asked.get('accept-encoding') ?? '')) {
    return new Response(html, { status, headers })
  }
  headers.set('content-encoding', 'gzip')
  return new Response(await compress(html, { level: 5 }), { status, headers })
}
