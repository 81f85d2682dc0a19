import { z } from 'zod'
import { findSeason, hourRuleChangesOf } from '#app/modules/seasons/queries.ts'
import { hourRulesOn } from '#app/modules/seasons/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { dayOf } from '#app/platform/time.ts'
import { maySettleHours } from './access.ts'
import { lockSessionToCredit, presencesOf } from './queries.ts'
import { creditFor, isChanged, whyNotCredited } from './rules.ts'

export const CreditHours = z.strictObject({ sessionId: z.uuid() })

/**
 * Writes the hours of everyone who was at a session that was held, by the rules of its day. Run
 * again it changes nothing but what has come out differently since: the new row counts and the old
 * one stays visible.
 */
export async function creditHours(ctx: Context, input: z.infer<typeof CreditHours>) {
  const session = found(await lockSessionToCredit(ctx, input.sessionId))
  const season = found(await findSeason(ctx, session.seasonId))
  const changes = await hourRuleChangesOf(ctx, season.id)
  const presences = await presencesOf(ctx, [session.id])
  authorise(maySettleHours(ctx.actor))
  refuseIf(whyNotCredited(session))
  const set = hourRulesOn(season, changes, dayOf(session.during.start))
  const changed = presences
    .map((person) => ({ person, hours: creditFor(set, session, person) }))
    .filter(({ person, hours }) => isChanged(person, hours))
  if (changed.length === 0) return { people: 0 }
  const personIds = changed.map(({ person }) => person.personId)
  await ctx.tx
    .updateTable('hourCredit')
    .set({ replacedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .where('personId', '=', (is) => is.fn.any(is.val(personIds)))
    .where('replacedAt', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('hourCredit')
    .values(
      changed.map(({ person: { personId, presence }, hours: { hours, rule, details } }) => ({
        streetId: ctx.street,
        id: newId(),
        personId,
        sessionId: session.id,
        during: presence === 'visited' ? 'empty' : rangeOf(session.during),
        hours,
        rule,
        ruleDetails: JSON.stringify(details),
        madeAt: ctx.now,
      })),
    )
    .execute()
  await record(ctx, 'hours.credited', session.id, { details: { people: changed.length } })
  return { people: changed.length }
}
