import { type Selectable, sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { searchQuery } from '#app/platform/search.ts'
import type { Tables } from '#app/platform/tables.ts'
import type { Line, Question } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

type Row<Name extends keyof Tables> = Selectable<Tables[Name]>

export type Course = Row<'course'>
export type CourseVersion = Omit<Row<'courseVersion'>, 'keyPoints'> & { keyPoints: Line[] }
/** A question as a version of a course asks it; `id` is the question's, through all its versions. */
export type AskedQuestion = Question & { id: string; versionId: string; version: number }

function courses(ctx: Reading, courseId: string) {
  return ctx.tx
    .selectFrom('course')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', courseId)
}

export async function findCourse(ctx: Reading, courseId: string): Promise<Course | undefined> {
  return courses(ctx, courseId).executeTakeFirst()
}

/** Takes the course for this transaction: one writes, publishes or corrects at a time. */
export async function lockCourse(ctx: Reading, courseId: string): Promise<Course | undefined> {
  return courses(ctx, courseId).forUpdate().executeTakeFirst()
}

export async function findVersion(ctx: Reading, versionId: string) {
  const row = await ctx.tx
    .selectFrom('courseVersion')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', versionId)
    .executeTakeFirst()
  return row as CourseVersion | undefined
}

/** What is being written of a course and has not been published. */
export async function draftOf(ctx: Reading, courseId: string) {
  const row = await ctx.tx
    .selectFrom('courseVersion')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('courseId', '=', courseId)
    .where('publishedAt', 'is', null)
    .executeTakeFirst()
  return row as CourseVersion | undefined
}

/** What a page must know of a clip to play it. */
export async function clipOf(ctx: Reading, fileId: string) {
  return ctx.tx
    .selectFrom('file')
    .select(['mediaType', 'bytes'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', fileId)
    .executeTakeFirst()
}

/** The versions of a course that were published, the newest first. */
export async function versionsOf(ctx: Reading, courseId: string) {
  return ctx.tx
    .selectFrom('courseVersion')
    .select(['id', 'version', 'title', 'titleEn', 'publishedAt'])
    .where('streetId', '=', ctx.street)
    .where('courseId', '=', courseId)
    .where('publishedAt', 'is not', null)
    .orderBy('version', 'desc')
    .execute()
}

const asked = sql`q.id, v.id as version_id, v.version, v.kind, v.words, v.words_en, v.choices, v.correct,
  v.feedback, v.feedback_en, v.at_second`

/** The questions of a version, in their order. */
export async function questionsOf(ctx: Reading, versionId: string): Promise<AskedQuestion[]> {
  const { rows } = await sql<AskedQuestion>`
    select ${asked} from course_question c
    join question q on q.street_id = ${ctx.street} and q.id = c.question_id
    join question_version v on v.street_id = ${ctx.street} and v.id = c.question_version_id
    where c.street_id = ${ctx.street} and c.course_version_id = ${versionId}
    order by c.position, q.id`.execute(ctx.tx)
  return rows
}

function question(ctx: Reading, questionId: string) {
  return ctx.tx
    .selectFrom('question')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', questionId)
}

export async function findQuestion(ctx: Reading, questionId: string) {
  return question(ctx, questionId).executeTakeFirst()
}

/** Takes a question for this transaction: it is settled once. */
export async function lockQuestion(ctx: Reading, questionId: string) {
  return question(ctx, questionId).forUpdate().executeTakeFirst()
}

/** Every wording a question has had, the newest first, with who wrote it and why. */
export async function wordingsOf(ctx: Reading, questionId: string) {
  const { rows } = await sql<
    AskedQuestion & { madeAt: Date; maker: string; reason: string; published: boolean }
  >`
    select ${asked}, v.made_at, person.name as maker, v.reason, exists (select from course_question c
      join course_version cv on cv.street_id = ${ctx.street} and cv.id = c.course_version_id
      where c.street_id = ${ctx.street} and c.question_version_id = v.id and cv.published_at is not null) as published
    from question_version v
    join question q on q.street_id = ${ctx.street} and q.id = v.question_id
    join person on person.street_id = ${ctx.street} and person.id = v.made_by
    where v.street_id = ${ctx.street} and v.question_id = ${questionId}
    order by v.version desc`.execute(ctx.tx)
  return rows
}

/** A course as the list shows it: its newest published version. */
export type ListedCourse = Pick<
  CourseVersion,
  'title' | 'titleEn' | 'strandCode' | 'topics' | 'kind' | 'seconds'
> & { id: string; number: number; speaker: string | null; questions: number }

/** The published courses, those found by what was typed best first, else the newest. */
export async function publishedCourses(ctx: Reading, typed = ''): Promise<ListedCourse[]> {
  const wanted = await searchQuery(typed)
  const found = wanted === null ? sql`${typed === ''}` : sql`c.search @@ ${wanted}::tsquery`
  const best = wanted === null ? sql`0::real` : sql`-ts_rank(c.search, ${wanted}::tsquery)`
  const { rows } = await sql<ListedCourse>`
    select c.id, c.number, v.title, v.title_en, v.strand_code, v.topics, v.kind, v.seconds,
      person.name as speaker, (select count(*) from course_question q
        where q.street_id = ${ctx.street} and q.course_version_id = v.id) as questions
    from course c
    join course_version v on v.street_id = ${ctx.street} and v.id = c.published_id
    left join speaker on speaker.street_id = ${ctx.street} and speaker.id = v.speaker_id
    left join person on person.street_id = ${ctx.street} and person.id = speaker.person_id
    where c.street_id = ${ctx.street} and c.retired_at is null and ${found}
    order by ${best}, v.published_at desc, c.id desc`.execute(ctx.tx)
  return rows
}

/** What someone has begun to write and not published; without an author everyone's. */
export async function draftsOf(ctx: Reading, madeBy: string | null) {
  const { rows } = await sql<{ id: string; title: string; titleEn: string; madeAt: Date }>`
    select c.id, v.title, v.title_en, v.made_at
    from course_version v join course c on c.street_id = ${ctx.street} and c.id = v.course_id
    where v.street_id = ${ctx.street} and v.published_at is null and c.retired_at is null
      and (${madeBy}::uuid is null or c.made_by = ${madeBy})
    order by v.made_at desc, v.id desc`.execute(ctx.tx)
  return rows
}

/** The published courses made of a session, or of the talk that was given there. */
export async function coursesOfSession(ctx: Reading, sessionId: string) {
  const { rows } = await sql<{ id: string; publishedId: string; title: string; titleEn: string }>`
    select c.id, c.published_id, v.title, v.title_en from course c
    join course_version v on v.street_id = ${ctx.street} and v.id = c.published_id
    join session s on s.street_id = ${ctx.street} and s.id = ${sessionId}
      and (c.session_id = s.id or c.talk_id = s.talk_id)
    where c.street_id = ${ctx.street} and c.retired_at is null
    order by c.number`.execute(ctx.tx)
  return rows
}

/** What is worth remembering of a session, by the courses that tell it again. */
export async function keyPointsOf(ctx: Reading, sessionId: string) {
  const told = await coursesOfSession(ctx, sessionId)
  const versionIds = told.map(({ publishedId }) => publishedId)
  const { rows } = await sql<{ keyPoints: Line[] }>`
    select key_points from course_version v
    where v.street_id = ${ctx.street} and v.id = any(${versionIds}::uuid[])
    order by v.id`.execute(ctx.tx)
  return rows.flatMap(({ keyPoints }) => keyPoints)
}

/** A published course as a session names it, also one that has been taken back since. */
export async function courseToWatch(ctx: Reading, courseId: string) {
  const { rows } = await sql<{ id: string; title: string; titleEn: string }>`
    select c.id, v.title, v.title_en from course c
    join course_version v on v.street_id = ${ctx.street} and v.id = c.published_id
    where c.street_id = ${ctx.street} and c.id = ${courseId}`.execute(ctx.tx)
  return rows[0]
}

/** The sessions that were held and that a course could be made of, the latest first. */
export async function sessionsToTell(ctx: Reading) {
  return ctx.tx
    .selectFrom('session')
    .select(['id', 'number', 'title', 'titleEn', 'talkId', 'speakerId', 'strandCode', 'during'])
    .where('streetId', '=', ctx.street)
    .where('status', '=', 'held')
    .orderBy('during', 'desc')
    .limit(60)
    .execute()
}

export async function heldSession(ctx: Reading, sessionId: string) {
  return ctx.tx
    .selectFrom('session')
    .select(['id', 'talkId', 'title', 'titleEn', 'speakerId', 'strandCode'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', sessionId)
    .where('status', '=', 'held')
    .executeTakeFirst()
}

/** The courses that lean on a person's consent to record: those made with them as the speaker. */
export async function courseOfConsent(ctx: Reading, courseId: string, personId: string) {
  const { rows } = await sql<{ id: string }>`
    select c.id from course c
    where c.street_id = ${ctx.street} and c.id = ${courseId} and c.retired_at is null
      and exists (select from course_version v
        join speaker on speaker.street_id = ${ctx.street} and speaker.id = v.speaker_id
        where v.street_id = ${ctx.street} and v.course_id = c.id and speaker.person_id = ${personId})`.execute(
    ctx.tx,
  )
  return rows[0]
}

export type Flag = {
  questionId: string
  courseId: string
  title: string
  titleEn: string
  words: string
  wordsEn: string
  neverLearned: number
  wrong: number
  said: string[] | null
  oldest: Date
}

/** Questions about which someone said a word that waits for their author, or for anyone; names are not shown. */
export async function flagsWaiting(ctx: Reading, madeBy: string | null): Promise<Flag[]> {
  const { rows } = await sql<Flag>`
    select q.id as question_id, c.id as course_id, v.title, v.title_en,
      (array_agg(qv.words order by qv.version desc))[1] as words,
      (array_agg(qv.words_en order by qv.version desc))[1] as words_en,
      count(*) filter (where f.kind = 'never_learned') as never_learned,
      count(*) filter (where f.kind = 'wrong') as wrong,
      array_agg(f.words order by f.id) filter (where f.words <> '') as said, min(f.made_at) as oldest
    from question_flag f
    join question q on q.street_id = ${ctx.street} and q.id = f.question_id
    join question_version qv on qv.street_id = ${ctx.street} and qv.id = f.question_version_id
    join course c on c.street_id = ${ctx.street} and c.id = q.course_id
    join course_version v on v.street_id = ${ctx.street} and v.id = c.published_id
    where f.street_id = ${ctx.street} and f.outcome is null
      and (${madeBy}::uuid is null or c.made_by = ${madeBy})
    group by q.id, c.id, v.title, v.title_en
    order by min(f.made_at)`.execute(ctx.tx)
  return rows
}
