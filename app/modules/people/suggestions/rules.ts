/** Why a suggestion can't be answered. Each is the key of its sentence. */
export type SuggestionReason = 'suggestion.answered' | 'suggestion.tooMany'

const mostAnHour = 10

/** Why nothing more can be said from here just now by someone who isn't signed in. */
export function whyNotMade(fromHere: number): SuggestionReason | null {
  return fromHere >= mostAnHour ? 'suggestion.tooMany' : null
}

export function whyNotAnswerable(suggestion: { answeredAt: Date | null }): SuggestionReason | null {
  return suggestion.answeredAt === null ? null : 'suggestion.answered'
}
