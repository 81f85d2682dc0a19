import { type Selectable, sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { readLink } from '#app/platform/signing.ts'
import type { Tables } from '#app/platform/tables.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.ts'
import type { AskedQuestion } from '../making/queries.ts'
import { mostADay } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

export type RecallCard = Selectable<Tables['recallCard']>
/** A card with the newest published wording of its question. */
export type WaitingCard = {
  id: string
  courseId: string
  title: string
  titleEn: string
  question: AskedQuestion
}

const wording = sql`json_build_object('id', q.id, 'versionId', v.id, 'version', v.version, 'kind', v.kind,
  'words', v.words, 'wordsEn', v.words_en, 'choices', v.choices, 'correct', v.correct,
  'feedback', v.feedback, 'feedbackEn', v.feedback_en, 'atSecond', v.at_second)`

/** What a card asks: its question as the course's published version puts it; no course, no card. */
function asking({ street }: Reading) {
  return sql`
    join question q on q.street_id = ${street} and q.id = card.question_id and q.retired_at is null
    join course on course.street_id = ${street} and course.id = q.course_id and course.retired_at is null
    join course_version cv on cv.street_id = ${street} and cv.id = course.published_id
    join course_question cq on cq.street_id = ${street} and cq.course_version_id = cv.id and cq.question_id = q.id
    join question_version v on v.street_id = ${street} and v.id = cq.question_version_id`
}

/** Tomorrow's first moment: a card is due from the beginning of its day. */
function endOfDay(now: Date): Date {
  return instantAt(addDays(dayOf(now), 1), '00:00')
}

/** What is asked of a person today, at most five over all courses: what is due longest first. */
export async function cardsToday(
  ctx: ReadingNow,
  personId: string,
  only: readonly string[] | null = null,
): Promise<{ answered: number; cards: WaitingCard[] }> {
  const answered = await answeredOn(ctx, personId, dayOf(ctx.now))
  const { rows } = await sql<WaitingCard>`
    select card.id, course.id as course_id, cv.title, cv.title_en, ${wording} as question
    from recall_card card ${asking(ctx)}
    where card.street_id = ${ctx.street} and card.person_id = ${personId} and card.set_aside_at is null
      and card.due_at < ${endOfDay(ctx.now)}
      and (${only === null} or card.id = any(${[...(only ?? [])]}::uuid[]))
    order by card.due_at, card.id
    limit ${Math.max(0, mostADay - answered)}`.execute(ctx.tx)
  return { answered, cards: rows }
}

/** How many cards a person has answered on a day. */
export async function answeredOn(ctx: Reading, personId: string, onDay: string): Promise<number> {
  const { rows } = await sql<{ answered: number }>`
    select count(*) as answered from recall_review
    where street_id = ${ctx.street} and person_id = ${personId} and on_day = ${onDay}`.execute(
    ctx.tx,
  )
  return rows[0]!.answered
}

export type AskedCard = RecallCard & { question: AskedQuestion; answeredToday: boolean }

/** Cards of one person with what they ask, locked. */
export async function lockCards(
  ctx: ReadingNow,
  personId: string,
  cardIds: readonly string[],
): Promise<AskedCard[]> {
  const { rows } = await sql<AskedCard>`
    select card.*, ${wording} as question, exists (select from recall_review r
      where r.street_id = ${ctx.street} and r.card_id = card.id and r.on_day = ${dayOf(ctx.now)}) as answered_today
    from recall_card card ${asking(ctx)}
    where card.street_id = ${ctx.street} and card.person_id = ${personId} and card.id = any(${[...cardIds]}::uuid[])
    order by card.id
    for update of card`.execute(ctx.tx)
  return rows
}

/** How a person wants to be asked; as it is for everyone who has not said. */
export async function choiceOf(ctx: Reading, personId: string) {
  const row = await ctx.tx
    .selectFrom('recallChoice')
    .select(['pausedAt', 'reminders'])
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row ?? { pausedAt: null, reminders: true }
}

/** One answer with what was right, for who gave it. */
export async function reviewGiven(ctx: Reading, reviewId: string, personId: string) {
  const { rows } = await sql<{
    cardId: string
    answer: string[]
    correct: boolean
    dueAt: Date
    setAside: boolean
    courseId: string
    question: AskedQuestion
  }>`
    select r.card_id, r.answer, r.correct, card.due_at, card.set_aside_at is not null as set_aside,
      q.course_id, ${wording} as question
    from recall_review r
    join recall_card card on card.street_id = ${ctx.street} and card.id = r.card_id
    join question q on q.street_id = ${ctx.street} and q.id = r.question_id
    join question_version v on v.street_id = ${ctx.street} and v.id = r.question_version_id
    where r.street_id = ${ctx.street} and r.id = ${reviewId} and r.person_id = ${personId}`.execute(
    ctx.tx,
  )
  return rows[0]
}

/** Takes a person's recall for this transaction: the five cards of a day are counted one at a time. */
export async function lockRecall(ctx: Reading, personId: string): Promise<void> {
  await sql`
    insert into recall_choice (street_id, person_id) values (${ctx.street}, ${personId})
    on conflict (street_id, person_id) do update set reminders = recall_choice.reminders`.execute(
    ctx.tx,
  )
}

/** What a link's token opens, or whether its time is over; undefined where it is none of ours. */
export async function openLink(ctx: ReadingNow, token: string) {
  const link = await readLink(ctx, 'recall', token)
  if (link === null) return undefined
  if (link.over) return { over: true, personId: '', cardIds: [], madeAt: ctx.now }
  const invite = await ctx.tx
    .selectFrom('recallInvite')
    .select(['personId', 'cardIds', 'madeAt'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', link.id)
    .executeTakeFirst()
  return invite && { over: false, ...invite }
}

export type Invited = { personId: string; cardIds: string[] }

/**
 * Who gets a weekly word, each with the cards it is about: people who have begun by answering, who
 * have cards due, haven't paused or said no, and heard nothing for a week.
 */
export async function toInvite(ctx: ReadingNow, notSince: string): Promise<Invited[]> {
  const { rows } = await sql<Invited>`
    select person_id, card_ids from (
      select card.person_id, (array_agg(card.id order by card.due_at, card.id))[1:${sql.lit(mostADay)}] as card_ids
      from recall_card card ${asking(ctx)}
      left join recall_choice choice on choice.street_id = ${ctx.street} and choice.person_id = card.person_id
      where card.street_id = ${ctx.street} and card.set_aside_at is null and card.due_at < ${endOfDay(ctx.now)}
        and choice.paused_at is null and coalesce(choice.reminders, true)
        and (choice.invited_at is null or choice.invited_at < ${instantAt(notSince, '00:00')})
      group by card.person_id) due
    where exists (select from attempt a where a.street_id = ${ctx.street} and a.person_id = due.person_id)
      or exists (select from recall_review r where r.street_id = ${ctx.street} and r.person_id = due.person_id)
    order by person_id`.execute(ctx.tx)
  return rows
}

/** Who heard what a course is made of, and when: they stayed until the end of its session. */
export async function listenersOf(
  ctx: Reading,
  of: { courseId: string } | { sessionId: string },
): Promise<{ courseId: string; personId: string; sessionId: string; heardAt: Date }[]> {
  const one = 'courseId' in of ? sql`c.id = ${of.courseId}` : sql`s.id = ${of.sessionId}`
  const { rows } = await sql<{
    courseId: string
    personId: string
    sessionId: string
    heardAt: Date
  }>`
    select distinct on (c.id, a.person_id) c.id as course_id, a.person_id, s.id as session_id, upper(s.during) as heard_at
    from course c
    join session s on s.street_id = ${ctx.street} and s.status = 'held'
      and (s.id = c.session_id or s.talk_id = c.talk_id)
    join attendance a on a.street_id = ${ctx.street} and a.session_id = s.id and a.replaced_at is null
      and a.presence = 'came'
    where c.street_id = ${ctx.street} and c.published_id is not null and c.retired_at is null and ${one}
    order by c.id, a.person_id, upper(s.during) desc`.execute(ctx.tx)
  return rows
}

/** The first answers a person gave in a course, and when the course was taken. */
export async function firstAnswers(ctx: Reading, courseId: string, personId: string) {
  const { rows } = await sql<{ questionId: string; correct: boolean; madeAt: Date }>`
    select a.question_id, a.correct, a.made_at from attempt a
    join question q on q.street_id = ${ctx.street} and q.id = a.question_id and q.course_id = ${courseId}
      and q.retired_at is null
    where a.street_id = ${ctx.street} and a.person_id = ${personId} and a.first`.execute(ctx.tx)
  return rows
}

/** The questions that the published versions of these courses ask. */
export async function questionsAskedIn(ctx: Reading, courseIds: readonly string[]) {
  const { rows } = await sql<{ courseId: string; questionId: string }>`
    select c.id as course_id, cq.question_id from course c
    join course_question cq on cq.street_id = ${ctx.street} and cq.course_version_id = c.published_id
    where c.street_id = ${ctx.street} and c.id = any(${[...courseIds]}::uuid[])`.execute(ctx.tx)
  return rows
}

/** How many cards wait for a person today; none while paused. For the home page. */
export async function cardsWaiting(ctx: ReadingNow, personId: string): Promise<number> {
  const { pausedAt } = await choiceOf(ctx, personId)
  if (pausedAt) return 0
  return (await cardsToday(ctx, personId)).cards.length
}
