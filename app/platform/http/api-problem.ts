import { type Language, type Sentence, said } from '../language.ts'
import { words } from './api.words.ts'
import { type Failure, statusOf } from './failures.ts'

/** Why the API does not do what it was asked: what pages know, and what only programs get wrong. */
export type ApiFailure = Failure | { kind: 'wrongMethod' } | { kind: 'wrongType' }

/** The kinds of failure, in the order in which the API's page tells them. */
export const failureKinds = [
  'unreadable',
  'signedOut',
  'forbidden',
  'notFound',
  'wrongMethod',
  'refused',
  'tooLarge',
  'wrongType',
  'invalid',
  'bug',
] as const satisfies readonly ApiFailure['kind'][]

/** Ends a call for a reason that only programs give. */
export class Unanswered extends Error {
  override name = 'Unanswered'
  readonly failure: ApiFailure
  readonly headers: Record<string, string>
  constructor(kind: 'wrongMethod' | 'wrongType' | 'signedOut', headers = {}) {
    super(kind)
    this.failure = { kind }
    this.headers = headers
  }
}

/** The HTTP status of a failure. */
export function apiStatusOf(failure: ApiFailure): number {
  switch (failure.kind) {
    case 'wrongMethod':
      return 405
    case 'wrongType':
      return 415
    default:
      return statusOf(failure)
  }
}

/** Whether a path is the API's, whose failures are for programs. */
export function isOfApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/')
}

/** A failure as RFC 9457 has it, with the pages' own reason and sentence. */
export function problemResponse(
  language: Language,
  reasons: Record<string, Sentence>,
  failure: ApiFailure,
  headers: Record<string, string> = {},
): Response {
  const status = apiStatusOf(failure)
  const [title, detail] = words[language].kinds[failure.kind] as [string, string]
  const refused = failure.kind === 'refused' ? failure : null
  const problem = {
    type: `/api/docs#${failure.kind}`,
    title,
    status,
    detail:
      refused === null
        ? detail
        : (said(reasons, refused.reason, refused.details) ?? said(reasons, 'refused')),
    reason: refused?.reason ?? failure.kind,
    ...(failure.kind === 'invalid' && { issues: failure.issues }),
    ...(failure.kind === 'bug' && { requestId: failure.requestId }),
  }
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': language === 'zh' ? 'zh-CN' : 'en',
      'cache-control': 'private, no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...headers,
    },
  })
}
