import { Unreadable } from './failures.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })
// Deeper than any input; what goes deeper is meant to exhaust the stack.
const deepest = 12
// oxlint-disable-next-line no-control-regex -- PostgreSQL stores no NUL; the others have no look
const broken = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffd]/

/** Whether a body says that it is JSON in UTF-8. */
export function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(contentType ?? '')
}

/** The JSON that was sent, with nothing in it that can't be stored. */
export async function bodyOf(request: Request): Promise<unknown> {
  const body = parsed(await request.arrayBuffer())
  refuseBroken(body, 0)
  return body
}

function parsed(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (error) {
    throw new Unreadable('not JSON in UTF-8', { cause: error })
  }
}

function refuseBroken(value: unknown, depth: number): void {
  if (depth > deepest) throw new Unreadable('nested too deeply')
  if (typeof value === 'string') {
    if (broken.test(value) || !value.isWellFormed()) throw new Unreadable('broken text')
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      refuseBroken(key, depth)
      refuseBroken(each, depth + 1)
    }
  }
}
