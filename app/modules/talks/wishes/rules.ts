export type WishReason = 'wish.alreadyAnswered' | 'wish.talkRetired'

/** A wish is answered once; a talk that answers it is one that can be ordered. */
export function whyNotAnswered(
  wish: { answeredAt: Date | null },
  talk: { retiredAt: Date | null } | null,
): WishReason | null {
  if (wish.answeredAt) return 'wish.alreadyAnswered'
  return talk?.retiredAt ? 'wish.talkRetired' : null
}
