import { sql } from 'kysely'
import { isSelf } from '#app/modules/people/access.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import type { Question } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** What a session's organiser asks, in order, each with how many have answered. */
export async function questionsOf(ctx: Reading, sessionId: string) {
  const { rows } = await sql<Question & { answers: number }>`
    select q.position, q.kind, q.label, q.label_en, q.choices, q.choices_en, q.required, (
      select count(*)::int from sign_up_answer a where a.street_id = ${ctx.street}
        and a.session_id = q.session_id and a.position = q.position) as answers
    from session_question q
    where q.street_id = ${ctx.street} and q.session_id = ${sessionId}
    order by q.position`.execute(ctx.tx)
  return rows
}

/** What these people have answered, by person and by the question's place; of all where none are named. */
export async function answersTo(ctx: Reading, sessionId: string, personIds?: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('signUpAnswer')
    .select(['personId', 'position', 'answer'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .$if(personIds !== undefined, (query) =>
      query.where('personId', '=', (is) => is.fn.any(is.val([...personIds!]))),
    )
    .execute()
  const answers = new Map<string, Map<number, string>>()
  for (const { personId, position, answer } of rows) {
    const of = answers.get(personId) ?? new Map<number, string>()
    answers.set(personId, of.set(position, answer))
  }
  return answers
}

/**
 * How many answers are still missing that have to be given before this actor signs these people up:
 * those of the actor and of their children. Staff and organisers ask later.
 */
export async function stillUnanswered(
  ctx: Reading & { actor: Actor },
  sessionId: string,
  people: readonly { id: string; guardianIds: readonly string[] }[],
): Promise<number> {
  const own = people
    .filter(({ id, guardianIds }) => [id, ...guardianIds].some((each) => isSelf(ctx.actor, each)))
    .map(({ id }) => id)
  const { rows } = await sql<{ missing: number }>`
    select count(*)::int as missing from session_question q
    cross join unnest(${own}::uuid[]) own(person_id)
    where q.street_id = ${ctx.street} and q.session_id = ${sessionId} and q.required and not exists (
      select from sign_up_answer a where a.street_id = ${ctx.street} and a.session_id = q.session_id
        and a.person_id = own.person_id and a.position = q.position)`.execute(ctx.tx)
  return rows[0]?.missing ?? 0
}
