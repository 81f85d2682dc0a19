import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** A person's answers to the questions of a course: the last one to each, and whether the first was right. */
export async function answersOf(ctx: Reading, courseId: string, personId: string) {
  const { rows } = await sql<{ questionId: string; answer: string[]; correct: boolean }>`
    select distinct on (a.question_id) a.question_id, a.answer, a.correct
    from attempt a
    join question q on q.street_id = ${ctx.street} and q.id = a.question_id and q.course_id = ${courseId}
    where a.street_id = ${ctx.street} and a.person_id = ${personId}
    order by a.question_id, a.id desc`.execute(ctx.tx)
  return rows
}

/** When a person had answered every question of a course; null where some are open, undefined before the first. */
export async function takenBy(ctx: Reading, courseId: string, personId: string) {
  return ctx.tx
    .selectFrom('courseTaken')
    .select(['startedAt', 'completedAt'])
    .where('streetId', '=', ctx.street)
    .where('courseId', '=', courseId)
    .where('personId', '=', personId)
    .executeTakeFirst()
}

/** The courses a person has taken to the end. */
export async function coursesTakenBy(ctx: Reading, personId: string): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('courseTaken')
    .select('courseId')
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('completedAt', 'is not', null)
    .execute()
  return new Set(rows.map(({ courseId }) => courseId))
}

/** Takes a person's place in a course for this transaction: first answers are decided one at a time. */
export async function lockTaking(ctx: Context, courseId: string, personId: string) {
  const { rows } = await sql<{ completedAt: Date | null }>`
    insert into course_taken (street_id, course_id, person_id, started_at)
    values (${ctx.street}, ${courseId}, ${personId}, ${ctx.now})
    on conflict (street_id, course_id, person_id) do update set started_at = course_taken.started_at
    returning completed_at`.execute(ctx.tx)
  return rows[0]!
}

/** Which of these questions a person has answered before. */
export async function answeredBefore(
  ctx: Reading,
  personId: string,
  questionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('attempt')
    .select('questionId')
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('first', '=', true)
    .where('questionId', '=', (is) => is.fn.any(is.val([...questionIds])))
    .execute()
  return new Set(rows.map(({ questionId }) => questionId))
}

/** How a course was taken: who finished it, and how many first answers to each question were right. */
export async function resultsOf(ctx: Reading, courseId: string) {
  const { rows: questions } = await sql<{ questionId: string; answered: number; correct: number }>`
    select a.question_id, count(*) as answered, count(*) filter (where a.correct) as correct
    from attempt a
    join question q on q.street_id = ${ctx.street} and q.id = a.question_id and q.course_id = ${courseId}
    where a.street_id = ${ctx.street} and a.first
    group by a.question_id`.execute(ctx.tx)
  const { rows: people } = await sql<{ started: number; completed: number }>`
    select count(*) as started, count(completed_at) as completed from course_taken
    where street_id = ${ctx.street} and course_id = ${courseId}`.execute(ctx.tx)
  return { questions, ...people[0]! }
}
