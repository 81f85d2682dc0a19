import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'

type Reading = Pick<Context, 'tx' | 'street'>

const mostShown = 200

export type SuggestionRow = {
  id: string
  /** Empty where no name was given. */
  personName: string
  page: string
  words: string
  madeAt: Date
  answer: string | null
  answeredBy: string | null
  answeredAt: Date | null
}

/** What people suggest or complain of: unanswered first, those the oldest first; then the answered, newest first. */
export async function suggestions(ctx: Reading): Promise<SuggestionRow[]> {
  const { rows } = await sql<SuggestionRow>`
    select s.id, coalesce(p.name, '') as person_name, s.page, s.words, s.made_at, s.answer,
      a.name as answered_by, s.answered_at
    from suggestion s
    left join person p on p.street_id = ${ctx.street} and p.id = s.person_id
    left join person a on a.street_id = ${ctx.street} and a.id = s.answered_by
    where s.street_id = ${ctx.street}
    order by s.answered_at desc nulls first, s.id limit ${mostShown}`.execute(ctx.tx)
  return rows
}

export async function findSuggestion(ctx: Reading, suggestionId: string) {
  return ctx.tx
    .selectFrom('suggestion')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', suggestionId)
    .executeTakeFirst()
}
