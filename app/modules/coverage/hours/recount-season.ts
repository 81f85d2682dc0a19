import { sql } from 'kysely'
import { z } from 'zod'
import { findSeason, hourRuleChangesOf } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { instantAt } from '#app/platform/time.ts'
import { maySettleHours } from './access.ts'
import { presencesOf, sessionsHeldFrom } from './queries.ts'
import { recounted } from './rules.ts'

export const RecountSeason = z.strictObject({ seasonId: z.uuid(), fromOn: dayInput })

/**
 * Counts a season's hours again from a day on, by the rules that now hold, and writes correcting
 * rows where something else comes out. Run again it changes nothing.
 */
export async function recountSeason(ctx: Context, input: z.infer<typeof RecountSeason>) {
  const season = found(await findSeason(ctx, input.seasonId))
  const changes = await hourRuleChangesOf(ctx, season.id)
  const sessions = await sessionsHeldFrom(ctx, season.id, instantAt(input.fromOn, '00:00'))
  const presences = await presencesOf(
    ctx,
    sessions.map(({ id }) => id),
  )
  authorise(maySettleHours(ctx.actor))
  const changed = recounted(season, changes, sessions, presences)
  if (changed.length === 0) return { people: 0 }
  await sql`
    update hour_credit set replaced_at = ${ctx.now}
    from unnest(${changed.map(({ session }) => session.id)}::uuid[],
      ${changed.map(({ person }) => person.personId)}::uuid[]) as changed (session_id, person_id)
    where street_id = ${ctx.street} and replaced_at is null
      and hour_credit.session_id = changed.session_id
      and hour_credit.person_id = changed.person_id`.execute(ctx.tx)
  const rows = changed.map(({ person, session, hours }) => ({
    id: newId(),
    personId: person.personId,
    sessionId: session.id,
    during: person.presence === 'visited' ? 'empty' : rangeOf(session.during),
    hours: hours.hours,
    rule: hours.rule,
    details: hours.details,
  }))
  await sql`
    insert into hour_credit (street_id, id, person_id, session_id, during, hours, rule, rule_details, made_at)
    select ${ctx.street}, id, "personId", "sessionId", during, hours, rule, details, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}) as row (id uuid, "personId" uuid, "sessionId" uuid,
      during tstzrange, hours numeric, rule text, details jsonb)`.execute(ctx.tx)
  const people = new Set(changed.map(({ person }) => person.personId)).size
  await record(ctx, 'hours.recounted', season.id, { details: { people } })
  return { people }
}
