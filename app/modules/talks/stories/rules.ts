/** Why a story can't be told or removed. Each is the key of its sentence. */
export type StoryReason = 'story.nothing' | 'story.speakerLeft' | 'speaker_story_something'

export const mostRecordingBytes = 300 * 1024 * 1024
/** Half an hour. */
export const longestRecording = 30 * 60

/** What is consented to: a recording is more than the words. */
export function purposeOf(story: { fileId: string | null }): 'story' | 'recording' {
  return story.fileId === null ? 'story' : 'recording'
}

/** Why a story can't be told like this: it needs words or a recording, and a speaker who is one. */
export function whyNotTold(
  speaker: { leftAt: Date | null },
  story: { words: string; hasRecording: boolean },
): StoryReason | null {
  if (speaker.leftAt) return 'story.speakerLeft'
  return story.words === '' && !story.hasRecording ? 'story.nothing' : null
}

/** How a story stands: shown, waiting for the speaker's consent, or taken down for good. */
export function stateOf(story: {
  consentId: string | null
  takenDownAt: Date | null
}): 'shown' | 'waiting' | 'down' {
  if (story.takenDownAt) return 'down'
  return story.consentId === null ? 'waiting' : 'shown'
}
