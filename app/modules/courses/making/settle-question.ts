import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayChangeCourse } from './access.ts'
import { findVersion, lockCourse, lockQuestion, questionsOf } from './queries.ts'
import { type Question, whyNotAsked, whyNotSettled, withoutGaps } from './rules.ts'
import { QuestionInput } from './save-question.ts'

export const SettleQuestion = z.strictObject({
  questionId: z.uuid(),
  outcome: z.enum(['corrected', 'retired', 'kept']),
  /** Why, for the question's history. */
  reason: text(300),
  /** How it is put from now on, where it is corrected. */
  question: QuestionInput.optional(),
})

/**
 * The author answers what people said of a question: it is put right or taken out, in a new version
 * of the course that goes out at once, or it stays. Earlier wordings and answers keep standing, and a
 * draft that is being written stays a draft.
 */
export async function settleQuestion(
  ctx: Context,
  input: z.infer<typeof SettleQuestion>,
): Promise<void> {
  const question = found(await lockQuestion(ctx, input.questionId))
  const course = found(await lockCourse(ctx, question.courseId))
  const published = found(await findVersion(ctx, found(course.publishedId)))
  const asked = await questionsOf(ctx, published.id)
  authorise(mayChangeCourse(ctx.actor, course))
  const left = asked.filter(({ id }) => id !== question.id).length
  refuseIf(course.retiredAt ? 'course.retired' : whyNotSettled(question, left, input.outcome))
  if (input.outcome === 'corrected') {
    const wording = withoutGaps(found(input.question))
    refuseIf(whyNotAsked(wording, published.seconds))
    await publishWith(ctx, { ...input, course, wording })
  }
  if (input.outcome === 'retired') await publishWith(ctx, { ...input, course, wording: null })
  await sql`
    with settled as (
      update question_flag set outcome = ${input.outcome}, settled_by = ${ctx.actor.personId}, settled_at = ${ctx.now}
      where street_id = ${ctx.street} and question_id = ${question.id} and outcome is null
      returning card_id, kind)
    update recall_card set set_aside_at = null
    where street_id = ${ctx.street} and ${input.outcome !== 'retired'}
      and id in (select card_id from settled where kind = 'wrong')`.execute(ctx.tx)
  await record(ctx, 'question.settled', question.id, {
    reason: input.reason,
    details: { outcome: input.outcome },
  })
}

type Change = {
  questionId: string
  reason: string
  course: { id: string; publishedId: string | null }
  /** How the question is put from now on; without a wording it is taken out. */
  wording: Question | null
}

/** Publishes what is published once more, with one question put differently or without it. */
async function publishWith(ctx: Context, change: Change): Promise<void> {
  const { questionId, course, wording } = change
  const by = found(ctx.actor.personId)
  const versionId = newId()
  await sql`
    update course_version set version = version + 1
    where street_id = ${ctx.street} and course_id = ${course.id} and published_at is null`.execute(
    ctx.tx,
  )
  await sql`
    insert into course_version (street_id, id, course_id, version, title, title_en, strand_code, topics, speaker_id,
      kind, file_id, seconds, body, body_en, transcript, transcript_en, captions, captions_en, note, key_points,
      made_by, made_at, published_by, published_at)
    select street_id, ${versionId}, course_id, version + 1, title, title_en, strand_code, topics, speaker_id,
      kind, file_id, seconds, body, body_en, transcript, transcript_en, captions, captions_en, note, key_points,
      ${by}, ${ctx.now}, ${by}, ${ctx.now}
    from course_version where street_id = ${ctx.street} and id = ${course.publishedId}`.execute(
    ctx.tx,
  )
  const wordingId = wording ? await keepWording(ctx, change, wording) : null
  await sql`
    insert into course_question (street_id, course_version_id, question_id, question_version_id, position)
    select street_id, ${versionId}, question_id,
      case when question_id = ${questionId} then ${wordingId}::uuid else question_version_id end, position
    from course_question
    where street_id = ${ctx.street} and course_version_id = ${course.publishedId}
      and (${wording !== null} or question_id <> ${questionId})`.execute(ctx.tx)
  await followInDraft(ctx, change, wordingId)
  await ctx.tx
    .updateTable('course')
    .set({ publishedId: versionId })
    .where('streetId', '=', ctx.street)
    .where('id', '=', course.id)
    .execute()
}

async function keepWording(
  ctx: Context,
  { questionId, reason }: Change,
  wording: NonNullable<Change['wording']>,
): Promise<string> {
  const id = newId()
  await sql`
    insert into question_version (street_id, id, question_id, version, kind, words, words_en, choices, correct,
      feedback, feedback_en, at_second, made_by, made_at, reason)
    select ${ctx.street}, ${id}, ${questionId}, max(version) + 1, ${wording.kind}, ${wording.words},
      ${wording.wordsEn}, ${JSON.stringify(wording.choices)}, ${wording.correct}, ${wording.feedback},
      ${wording.feedbackEn}, ${wording.atSecond}, ${ctx.actor.personId}, ${ctx.now}, ${reason}
    from question_version where street_id = ${ctx.street} and question_id = ${questionId}`.execute(
    ctx.tx,
  )
  return id
}

/** A draft takes over what was settled, but for a wording that its author is changing there. */
async function followInDraft(
  ctx: Context,
  { questionId, course }: Change,
  wordingId: string | null,
) {
  const ofDraft = sql`street_id = ${ctx.street} and question_id = ${questionId}
    and course_version_id = (select id from course_version
      where street_id = ${ctx.street} and course_id = ${course.id} and published_at is null)`
  if (wordingId === null) {
    await sql`delete from course_question where ${ofDraft}`.execute(ctx.tx)
    await ctx.tx
      .updateTable('question')
      .set({ retiredAt: ctx.now })
      .where('streetId', '=', ctx.street)
      .where('id', '=', questionId)
      .execute()
    return
  }
  await sql`
    update course_question set question_version_id = ${wordingId}
    where ${ofDraft} and question_version_id = (select question_version_id from course_question
      where street_id = ${ctx.street} and course_version_id = ${course.publishedId} and question_id = ${questionId})`.execute(
    ctx.tx,
  )
}
