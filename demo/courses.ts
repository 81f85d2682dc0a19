import { sql } from 'kysely'
import { keepClip } from '#app/modules/courses/making/keep-clip.ts'
import { publishCourse } from '#app/modules/courses/making/publish-course.ts'
import { findCourse, questionsOf } from '#app/modules/courses/making/queries.ts'
import type { Question } from '#app/modules/courses/making/rules.ts'
import { saveCourse } from '#app/modules/courses/making/save-course.ts'
import { saveQuestion } from '#app/modules/courses/making/save-question.ts'
import { startCourse } from '#app/modules/courses/making/start-course.ts'
import { answerCards } from '#app/modules/courses/recall/answer-cards.ts'
import { flagQuestion } from '#app/modules/courses/recall/flag-question.ts'
import { cardsToday } from '#app/modules/courses/recall/queries.ts'
import { answerQuestions } from '#app/modules/courses/taking/answer-questions.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import type { Context } from '#app/platform/context.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { chime } from './chime.ts'
import {
  type CourseContent,
  earlierCourses,
  expectedOfCourses,
  frontRoomCourse,
} from './content/courses.ts'
import { type Random, seeded } from './content/random.ts'
import { heldAt, homeSession } from './content/season.ts'
import type { Line } from './figures.ts'
import { presentBranch } from './present.ts'
import { as, asSystem, type Stage, type Step } from './stage.ts'

const seed = 13
/** The front-room course is out the day after the session; people take it three days later. */
const frontRoomOut = heldAt(homeSession).day + 1
const frontRoomTaken = frontRoomOut + 3

/** Micro-courses are made, taken, and asked about again a week and a month later. */
export function courseSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const at = (day: number, time: string) => instantAt(addDays(firstDay, day), time)
  const members = learnersOf(cast)
  const earlier = earlierCourses.flatMap(({ day, course, learners: count }, number): Step[] => {
    let courseId = ''
    const learners = members.slice(number * 10, number * 10 + count)
    return [
      {
        at: at(day, '15:00'),
        run: async (now) => {
          courseId = await makeCourse(stage, cast, now, course)
        },
      },
      learn(stage, at(day + 3, '19:30'), () => courseId, learners, 20 + number),
      remember(stage, at(day + 10, '19:30'), learners, 30 + number, 0.85),
      remember(stage, at(day + 33, '19:30'), learners, 40 + number, 0.75),
    ]
  })
  return [...earlier, ...frontRoomSteps(stage, cast, at, members)]
}

function frontRoomSteps(
  stage: Stage,
  cast: Cast,
  at: (day: number, time: string) => Date,
  members: readonly string[],
): Step[] {
  let courseId = ''
  const learners = members.slice(-expectedOfCourses.taken)
  const { askedAfterAWeek, askedAfterAMonth } = expectedOfCourses
  const questions = frontRoomCourse.questions.length
  return [
    {
      at: at(frontRoomOut, '15:00'),
      run: async (now) => {
        courseId = await makeCourse(stage, cast, now, frontRoomCourse, homeSession.speaker)
      },
    },
    learn(stage, at(frontRoomTaken, '19:30'), () => courseId, learners, 1),
    remember(
      stage,
      at(frontRoomTaken + 7, '19:30'),
      learners.slice(0, askedAfterAWeek / questions),
      2,
      0.86,
    ),
    remember(
      stage,
      at(frontRoomTaken + 30, '19:30'),
      learners.slice(0, askedAfterAMonth / questions),
      3,
      0.77,
    ),
  ]
}

/** Members of many branches, the same every time; nobody of the branch that sat in the front room. */
function learnersOf(cast: Cast): string[] {
  const others = [...cast.branches].filter(
    ([number]) => number !== homeSession.branch && number !== presentBranch,
  )
  const each = Math.ceil(280 / others.length)
  return others.flatMap(([, { members }]) => members.slice(0, each)).slice(0, 280)
}

/** A correspondent makes a course; with a speaker it is made of the front room, and agreed to on paper. */
async function makeCourse(
  stage: Stage,
  cast: Cast,
  now: Date,
  course: CourseContent,
  speakerNumber?: number,
): Promise<string> {
  const speaker = speakerNumber === undefined ? undefined : the(cast.speakers, speakerNumber)
  const courseId = await as(stage, cast.correspondent, now, (ctx) =>
    writeCourse(ctx, course, speaker?.speakerId),
  )
  if (speaker) {
    const { personId } = speaker
    const agreed = { personId, purpose: 'recording', subjectId: courseId } as const
    await as(stage, cast.office[0]!, now, (ctx) =>
      giveConsent(ctx, { ...agreed, signedBy: personId }),
    )
  }
  await as(stage, cast.correspondent, now, (ctx) => publishCourse(ctx, { courseId }))
  return courseId
}

async function writeCourse(
  ctx: Context,
  course: CourseContent,
  speakerId: string | undefined,
): Promise<string> {
  const head = {
    title: course.title.zh,
    titleEn: course.title.en,
    strandCode: course.strand,
    topics: [...course.topics],
    speakerId,
    kind: course.transcript ? ('audio' as const) : ('text' as const),
  }
  const sessionId = speakerId === undefined ? undefined : await sessionOf(ctx, speakerId)
  const { id: courseId } = await startCourse(ctx, { ...head, sessionId })
  if (course.transcript) {
    const clip = new File([chime(expectedOfCourses.seconds)], 'front-room.wav')
    await keepClip(ctx, { courseId, clip })
  }
  await saveCourse(ctx, {
    courseId,
    ...head,
    body: course.body.zh,
    bodyEn: course.body.en,
    transcript: course.transcript?.zh ?? '',
    transcriptEn: course.transcript?.en ?? '',
    captions: course.captions?.zh ?? '',
    captionsEn: course.captions?.en ?? '',
    note: course.note,
    keyPoints: [...course.keyPoints],
  })
  for (const question of course.questions)
    await saveQuestion(ctx, {
      courseId,
      questionId: undefined,
      kind: question.kind,
      words: question.words.zh,
      wordsEn: question.words.en,
      choices: [...(question.choices ?? [])],
      correct: [...question.correct],
      feedback: question.feedback.zh,
      feedbackEn: question.feedback.en,
      at: question.at ?? '',
    })
  return courseId
}

/** The session in which a speaker was heard last. */
async function sessionOf(ctx: Context, speakerId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from session where street_id = ${ctx.street} and speaker_id = ${speakerId} and status = 'held'
    order by during desc limit 1`.execute(ctx.tx)
  return rows[0]?.id
}

/** A person who answers for themselves; that needs no role. */
function answering(ctx: Context, personId: string): Context {
  return { ...ctx, actor: { kind: 'person', personId, name: '', appointments: [] } }
}

function answerTo(question: Question, random: Random, knows: number): string[] {
  if (!random.chance(knows)) return ['9']
  if (question.kind === 'order') return question.choices.map((_, at) => String(at + 1))
  return question.kind === 'several' ? [...question.correct] : [question.correct[0]!]
}

/** People take a course on one evening; some questions are harder than others. */
function learn(
  stage: Stage,
  at: Date,
  courseIdOf: () => string,
  learners: readonly string[],
  part: number,
): Step {
  const run = (now: Date) =>
    asSystem(stage, now, async (ctx) => {
      const courseId = courseIdOf()
      const questions = await questionsOf(ctx, (await findCourse(ctx, courseId))!.publishedId!)
      const random = seeded(seed, part)
      for (const personId of learners) {
        const answers = questions.map((question, number) => ({
          questionId: question.id,
          answer: answerTo(question, random, 0.9 - number * 0.05),
        }))
        await answerQuestions(answering(ctx, personId), { courseId, answers })
      }
    })
  return { at, run }
}

/** People answer what is due on one evening, and know so much of it. */
function remember(
  stage: Stage,
  at: Date,
  learners: readonly string[],
  part: number,
  knows: number,
): Step {
  const run = (now: Date) =>
    asSystem(stage, now, async (ctx) => {
      const random = seeded(seed, part)
      for (const personId of learners) {
        const { cards } = await cardsToday(ctx, personId)
        const answers = cards.map(({ id, question }) => ({
          cardId: id,
          answer: answerTo(question, random, knows),
        }))
        if (answers.length > 0) await answerCards(answering(ctx, personId), { answers })
      }
    })
  return { at, run }
}

/** What waits today: cards for a member, and a word about a question for its author and the office. */
export function coursesWaiting(stage: Stage, cast: Cast, today: string, member: string): Step[] {
  const newest = async (ctx: Context) => {
    const { rows } = await sql<{ id: string }>`
      select id from course where street_id = ${ctx.street} and published_id is not null
      order by number limit 1`.execute(ctx.tx)
    return rows[0]!.id
  }
  const doubtful = the(cast.branches, presentBranch).members.at(-1)!
  let courseId = ''
  const choosing: Step = {
    at: instantAt(addDays(today, -5), '12:00'),
    run: async (now) => {
      courseId = await asSystem(stage, now, newest)
    },
  }
  const flagging: Step = {
    at: instantAt(addDays(today, -1), '12:30'),
    run: (now) =>
      as(stage, doubtful, now, async (ctx) => {
        const [card] = (await cardsToday(ctx, doubtful)).cards
        const words = '爷爷的手机换了号，原来的号码打不通怎么办？'
        await flagQuestion(ctx, { cardId: card!.id, kind: 'wrong', words })
      }),
  }
  const taken = instantAt(addDays(today, -5), '19:30')
  return [choosing, learn(stage, taken, () => courseId, [member, doubtful], 50), flagging]
}

/** What the courses came to, as the records have it. */
export async function courseLines(ctx: Context): Promise<Line[]> {
  const { rows } = await sql<Record<string, number>>`
    with front_room as (
      select c.id, v.seconds from course c join course_version v on v.street_id = ${ctx.street} and v.id = c.published_id
      where c.street_id = ${ctx.street} and c.session_id is not null
    ), asked as (
      select r.days_learned from recall_review r join question q on q.street_id = ${ctx.street} and q.id = r.question_id
      where r.street_id = ${ctx.street} and q.course_id in (select id from front_room)
    )
    select
      (select count(*) from course where street_id = ${ctx.street} and published_id is not null) as published,
      (select max(seconds) from front_room) as seconds,
      (select count(*) from course_taken where street_id = ${ctx.street} and completed_at is not null
        and course_id in (select id from front_room)) as taken,
      (select count(*) from asked where days_learned between 5 and 9) as asked_after_a_week,
      (select count(*) from asked where days_learned between 20 and 40) as asked_after_a_month,
      (select count(*) from recall_card where street_id = ${ctx.street} and session_id is not null) as cards_of_listeners`.execute(
    ctx.tx,
  )
  const counted = rows[0]!
  const line = (figure: string, name: keyof typeof expectedOfCourses): Line => ({
    figure,
    expected: expectedOfCourses[name],
    actual: counted[name] ?? 0,
  })
  return [
    line('micro-courses', 'published'),
    line('  seconds of the clip', 'seconds'),
    line('  taken by', 'taken'),
    line('  cards after a week', 'askedAfterAWeek'),
    line('  cards after a month', 'askedAfterAMonth'),
    line('  cards of listeners', 'cardsOfListeners'),
  ]
}
