import type { Status } from '../rules.ts'

/** Why the people and pictures of a bulletin can't be changed. */
export type QuoteReason = 'bulletin.notDraft' | 'written_by_a_reader' | 'bulletin_person_name'

/** Why what belongs to a text can't be changed: it is being read, or who changes it has read it. */
export function whyNotChanged(
  bulletin: { status: Status },
  part: 'writer' | 'reader' | null,
): QuoteReason | null {
  if (bulletin.status !== 'draft') return 'bulletin.notDraft'
  return part === 'reader' ? 'written_by_a_reader' : null
}
