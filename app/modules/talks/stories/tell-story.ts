import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { fileInput, keepFile } from '#app/platform/files/keep-file.ts'
import { optional, optionalText, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayKeepEntry } from '../speakers/access.ts'
import { findSpeaker } from '../speakers/queries.ts'
import { longestRecording, mostRecordingBytes, whyNotTold } from './rules.ts'

export const TellStory = z.strictObject({
  speakerId: z.uuid(),
  title: text(80),
  titleEn: optionalText(120),
  words: optionalText(4000),
  wordsEn: optionalText(6000),
  /** A recording of the speaker telling it, sound or film. */
  recording: optional(fileInput),
})

/** A speaker's story is written down or recorded; nobody else sees it before the speaker consents. */
export async function tellStory(ctx: Context, input: z.infer<typeof TellStory>) {
  const speaker = found(await findSpeaker(ctx, input.speakerId))
  authorise(mayKeepEntry(ctx.actor, speaker))
  const { recording, ...story } = input
  refuseIf(whyNotTold(speaker, { words: story.words, hasRecording: recording !== undefined }))
  const file = recording
    ? await keepFile(ctx, recording, {
        kinds: ['audio', 'video'],
        mostBytes: mostRecordingBytes,
        mostSeconds: longestRecording,
      })
    : null
  const id = newId()
  await ctx.tx
    .insertInto('speakerStory')
    .values({
      streetId: ctx.street,
      id,
      ...story,
      fileId: file?.id ?? null,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'story.told', id, { details: { speakerId: speaker.id } })
  return { id }
}
