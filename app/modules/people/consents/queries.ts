import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Purpose } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** One person with what decides who consents for them; locked, so that the decision stands. */
export async function personConsenting(ctx: Reading, personId: string) {
  const { rows } = await sql<{ id: string; bornOn: string | null; guardianIds: string[] }>`
    select p.id, p.born_on, array(select g.guardian_id from guardian g
      where g.street_id = ${ctx.street} and g.child_id = p.id order by g.guardian_id) as guardian_ids
    from person p where p.street_id = ${ctx.street} and p.id = ${personId} for share`.execute(
    ctx.tx,
  )
  return rows[0]
}

/** The consent that holds for a person and one thing; undefined where there is none. */
export async function consentFor(
  ctx: Reading,
  asked: { personId: string; purpose: Purpose; subjectId: string },
) {
  return ctx.tx
    .selectFrom('consent')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('personId', '=', asked.personId)
    .where('purpose', '=', asked.purpose)
    .where('subjectId', '=', asked.subjectId)
    .where('active', '=', true)
    .executeTakeFirst()
}

/** The consents that hold for one thing, such as everyone who may take part in an activity. */
export async function consentsTo(ctx: Reading, purpose: Purpose, subjectId: string) {
  return ctx.tx
    .selectFrom('consent')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('subjectId', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('active', '=', true)
    .orderBy('id')
    .execute()
}

/** Everything these people ever consented to, or a guardian for them, the latest first. */
export async function consentsOf(ctx: Reading, personIds: readonly string[]) {
  return ctx.tx
    .selectFrom('consent')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('personId', '=', (is) => is.fn.any(is.val([...personIds])))
    .orderBy('id', 'desc')
    .execute()
}

export async function lockConsent(ctx: Reading, consentId: string) {
  return ctx.tx
    .selectFrom('consent')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', consentId)
    .forUpdate()
    .executeTakeFirst()
}
