export const speakerKinds = ['expert', 'veteran', 'model', 'citizen'] as const
export type SpeakerKind = (typeof speakerKinds)[number]

export type SpeakerReason = 'speaker_person' | 'speaker.alreadyLeft'

export function whyNotLeaving(speaker: { leftAt: Date | null }): SpeakerReason | null {
  return speaker.leftAt ? 'speaker.alreadyLeft' : null
}
