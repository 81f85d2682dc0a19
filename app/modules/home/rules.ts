import type { Span } from '#app/platform/database/spans.ts'

/** What can wait for a person. The page has its words and its picture. */
export type Kind =
  | 'run'
  | 'close'
  | 'round'
  | 'seatOffered'
  | 'rollOpen'
  | 'invited'
  | 'consent'
  | 'shiftRoll'
  | 'contact'
  | 'claim'
  | 'dispatch'
  | 'needs'
  | 'callBacks'
  | 'askResidents'
  | 'atRisk'
  | 'applications'
  | 'entries'
  | 'overlaps'
  | 'records'
  | 'disputes'
  | 'bulletin'
  | 'swaps'
  | 'wishes'
  | 'wishesOverdue'
  | 'vettings'
  | 'review'
  | 'taps'
  | 'onPhotos'
  | 'reviewCalls'
  | 'plan'
  | 'healed'
  | 'vet'
  | 'settle'
  | 'order'
  | 'orderAsked'
  | 'orderReturned'
  | 'orderHeld'
  | 'openOrders'
  | 'draft'
  | 'cards'
  | 'flags'
  | 'unanswered'
  | 'requests'

/** One thing that waits for a person: what it is, and the page where it is done. */
export type Waiting = {
  kind: Kind
  to: string
  /** How many there are, where one line stands for all of them. */
  count?: number
  what?: { title: string; titleEn?: string }
  /** Whom or where it is about. */
  detail?: string
  during?: Span
}
