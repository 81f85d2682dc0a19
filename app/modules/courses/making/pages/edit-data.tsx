import { mayLookAfter } from '#app/modules/people/access.ts'
import { consentFor } from '#app/modules/people/consents/queries.ts'
import { findWithUnits, type HistoryRow, historyOf } from '#app/modules/people/queries.ts'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import { findSpeaker, speakers } from '#app/modules/talks/speakers/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { mayChangeCourse } from '../access.ts'
import {
  type AskedQuestion,
  type Course,
  type CourseVersion,
  clipOf,
  draftOf,
  findCourse,
  findVersion,
  questionsOf,
  versionsOf,
} from '../queries.ts'
import { type CourseReason, whyNotPublished } from '../rules.ts'

export type EditData = {
  course: Course
  /** What is being written; where nothing is, what is published. */
  version: CourseVersion
  questions: AskedQuestion[]
  clip: Awaited<ReturnType<typeof clipOf>>
  speaker: {
    personId: string
    name: string
    consentedAt: Date | null
    /** Whether the reader looks after the speaker, and so may keep a signed paper. */
    mayFile: boolean
  } | null
  strands: Awaited<ReturnType<typeof strandsOf>>
  topics: Awaited<ReturnType<typeof topicsOf>>
  speakers: { id: string; name: string }[]
  versions: Awaited<ReturnType<typeof versionsOf>>
  /** What was done to the course; who took it is nobody's business. */
  history: HistoryRow[]
  whyNot: CourseReason | null
}

/** A course as its author edits it. */
export async function editFor(ctx: Context, courseId: string): Promise<EditData> {
  const course = found(await findCourse(ctx, courseId))
  authorise(mayChangeCourse(ctx.actor, course))
  const draft = await draftOf(ctx, course.id)
  const version = draft ?? found(await findVersion(ctx, found(course.publishedId)))
  const questions = await questionsOf(ctx, version.id)
  const speaker = version.speakerId ? await speakerFor(ctx, course.id, version.speakerId) : null
  const season = await currentSeason(ctx)
  const registered = await speakers(ctx)
  return {
    course,
    version,
    questions,
    clip: version.fileId === null ? undefined : await clipOf(ctx, version.fileId),
    speaker,
    strands: season ? await strandsOf(ctx, season.id) : [],
    topics: await topicsOf(ctx),
    speakers: registered.filter(({ id, leftAt }) => !leftAt || id === version.speakerId),
    versions: await versionsOf(ctx, course.id),
    history: (await historyOf(ctx, course.id)).filter(({ name }) => name !== 'course.completed'),
    whyNot: whyNotPublished(draft, {
      retired: course.retiredAt !== null,
      questions,
      consented: speaker !== null && speaker.consentedAt !== null,
    }),
  }
}

async function speakerFor(ctx: Context, courseId: string, speakerId: string) {
  const { personId, name } = found(await findSpeaker(ctx, speakerId))
  const asked = { personId, purpose: 'recording', subjectId: courseId } as const
  const consent = await consentFor(ctx, asked)
  const { unitIds } = found(await findWithUnits(ctx, personId))
  const mayFile = mayLookAfter(ctx.actor, unitIds)
  return { personId, name, consentedAt: consent?.givenAt ?? null, mayFile }
}
