import { isSelf, isSignedIn } from '#app/modules/people/access.ts'
import { consentFor } from '#app/modules/people/consents/queries.ts'
import { mayScheduleSessions } from '#app/modules/sessions/access.ts'
import { findSpeaker } from '#app/modules/talks/speakers/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import type { Visit } from '#app/platform/http/page.ts'
import { mayChangeCourse } from '../../making/access.ts'
import {
  type AskedQuestion,
  type Course,
  type CourseVersion,
  clipOf,
  draftOf,
  findCourse,
  findVersion,
  questionsOf,
} from '../../making/queries.ts'
import { answersOf, resultsOf, takenBy } from '../queries.ts'

export type CourseData = {
  course: Course
  version: CourseVersion
  questions: AskedQuestion[]
  clip: { mediaType: string; bytes: number } | null
  speaker: string | null
  /** Where the reader is the speaker: the consent they gave, or that they are asked for it. */
  ownConsent: { consentId: string | null } | null
  /** Whether this is the draft, as those who edit it see it. */
  preview: boolean
  mayChange: boolean
  /** Whether the reader may plan a session that watches it together. */
  mayWatch: boolean
  /** The reader's own answers, and whether the course is taken; null for who isn't signed in. */
  own: { answers: Awaited<ReturnType<typeof answersOf>>; completed: boolean } | null
  results: Awaited<ReturnType<typeof resultsOf>> | null
}

/** A course as someone may see it: what is published, or for those who edit it the draft. */
export async function courseFor(ctx: Context, { params, query }: Visit): Promise<CourseData> {
  const course = found(await findCourse(ctx, params['courseId']!))
  const mayChange = mayChangeCourse(ctx.actor, course)
  const preview = query.get('draft') !== null
  const version = preview
    ? await draftOf(ctx, course.id)
    : await findVersion(ctx, found(course.publishedId))
  const speaker = version?.speakerId ? await findSpeaker(ctx, version.speakerId) : undefined
  const speaks = speaker !== undefined && isSelf(ctx.actor, speaker.personId)
  if (preview) authorise(mayChange || speaks)
  // What is taken back stays with those who made it.
  if (course.retiredAt && !mayChange) found(null)
  const shown = found(version)
  const { personId } = ctx.actor
  return {
    course,
    version: shown,
    questions: await questionsOf(ctx, shown.id),
    clip: shown.fileId === null ? null : ((await clipOf(ctx, shown.fileId)) ?? null),
    speaker: speaker?.name ?? null,
    ownConsent: speaks ? await ownConsentTo(ctx, course.id, speaker.personId) : null,
    preview,
    mayChange,
    mayWatch: !preview && course.retiredAt === null && mayScheduleSessions(ctx.actor),
    own:
      personId !== null && isSignedIn(ctx.actor)
        ? {
            answers: await answersOf(ctx, course.id, personId),
            completed: (await takenBy(ctx, course.id, personId))?.completedAt != null,
          }
        : null,
    results: mayChange && !preview ? await resultsOf(ctx, course.id) : null,
  }
}

async function ownConsentTo(ctx: Context, courseId: string, personId: string) {
  const asked = { personId, purpose: 'recording', subjectId: courseId } as const
  return { consentId: (await consentFor(ctx, asked))?.id ?? null }
}
