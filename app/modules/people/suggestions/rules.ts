/** Why a suggestion can't be answered. Each is the key of its sentence. */
export type SuggestionReason = 'suggestion.answered'

export function whyNotAnswerable(suggestion: { answeredAt: Date | null }): SuggestionReason | null {
  return suggestion.answeredAt === null ? null : 'suggestion.answered'
}
