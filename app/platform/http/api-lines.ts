import type { ZodObject } from 'zod'
import { NotFound } from '../errors.ts'
import { Unanswered } from './api-problem.ts'
import { type ApiPart, type Endpoint, isId, querySchemaOf } from './endpoint.ts'

/** An endpoint, ready to be asked. */
export type Line = { endpoint: Endpoint; pattern: RegExp; query: ZodObject }

const id = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const word = '[^/]{1,500}'

export function linesOf(parts: readonly ApiPart[]): Line[] {
  return parts.flatMap(({ endpoints }) =>
    endpoints.map((endpoint) => {
      const source = endpoint.path.replace(
        /:(\w+)/g,
        (_, name: string) => `(?<${name}>${isId(name) ? id : word})`,
      )
      return { endpoint, pattern: new RegExp(`^${source}$`), query: querySchemaOf(endpoint) }
    }),
  )
}

/** What describes the API is at a path of its own, for GET only. */
const descriptions = ['/openapi.json', '/docs']

/** The methods that a path takes, as the Allow header lists them; NotFound where there are none. */
export function allowedAt(lines: readonly Line[], path: string): string {
  const methods = new Set(
    lines.filter(({ pattern }) => pattern.test(path)).map(({ endpoint }) => endpoint.method),
  )
  if (descriptions.includes(path)) methods.add('get')
  if (methods.size === 0) throw new NotFound('no such endpoint')
  const allowed = [methods.has('get') && 'GET, HEAD', methods.has('post') && 'POST', 'OPTIONS']
  return allowed.filter((each) => each !== false).join(', ')
}

/** The endpoint that answers this method at this path, and what the path says. */
export function lineAt(
  lines: readonly Line[],
  method: string,
  path: string,
): { line: Line; params: Record<string, string> } {
  const allow = allowedAt(lines, path)
  for (const line of lines) {
    const match = line.pattern.exec(path)
    const asked = method === 'HEAD' ? 'GET' : method
    if (match && line.endpoint.method.toUpperCase() === asked)
      return { line, params: paramsFrom(match.groups ?? {}) }
  }
  throw new Unanswered('wrongMethod', { allow })
}

function paramsFrom(written: Record<string, string>): Record<string, string> {
  try {
    const params = Object.entries(written).map(([name, value]) => [name, decodeURIComponent(value)])
    return Object.fromEntries(params)
  } catch {
    throw new NotFound('no word in UTF-8')
  }
}
