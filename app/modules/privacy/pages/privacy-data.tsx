import type { consentsOf } from '#app/modules/people/consents/queries.ts'
import type { findPerson, Looked } from '#app/modules/people/queries.ts'
import { to, urls } from '#app/urls.ts'
import type { requestsOf, ToSign } from '../queries.ts'

export type PrivacyData = {
  person: NonNullable<Awaited<ReturnType<typeof findPerson>>>
  isMine: boolean
  looksAfter: boolean
  mayCopy: boolean
  consents: Awaited<ReturnType<typeof consentsOf>>
  /** The names of people and things that consents are of and for. */
  names: ReadonlyMap<string, string>
  seen: Looked[]
  requests: Awaited<ReturnType<typeof requestsOf>>
  /** What a paper could be filed for, and who could have signed it; for those who look after them. */
  toSign: ToSign[]
  signers: { id: string; name: string }[]
}

/** The address of one of the page's forms, about the person it is about. */
export function acting(data: PrivacyData, what: string): string {
  return to(urls.privacy, null, { person: data.isMine ? null : data.person.id, do: what })
}
