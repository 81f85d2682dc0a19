import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { openStatuses } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

function all(ctx: Reading) {
  return ctx.tx.selectFrom('speakerApplication').selectAll().where('streetId', '=', ctx.street)
}

export async function findApplication(ctx: Reading, applicationId: string) {
  return all(ctx).where('id', '=', applicationId).executeTakeFirst()
}

/** Takes the application for this transaction. */
export async function lockApplication(ctx: Reading, applicationId: string) {
  return all(ctx).where('id', '=', applicationId).forUpdate().executeTakeFirst()
}

/** Every application, those still open first, the longest waiting on top. */
export async function applications(ctx: Reading) {
  const isOpen = sql<boolean>`status = any(${[...openStatuses]}::text[])`
  return all(ctx).orderBy(isOpen, 'desc').orderBy('appliedAt').orderBy('id').execute()
}

/** The applications that wait for the office to do the next thing. */
export async function applicationsWaiting(ctx: Pick<Context, 'tx' | 'street' | 'now'>) {
  return all(ctx)
    .where((is) =>
      is.or([
        is('status', 'in', ['applied', 'talked', 'heard']),
        is.and([is('status', '=', 'trial'), is('trialAt', '<=', ctx.now)]),
      ]),
    )
    .orderBy('appliedAt')
    .orderBy('id')
    .execute()
}

/** A person's own applications, the latest first. */
export async function applicationsOf(ctx: Reading, personId: string) {
  return all(ctx).where('personId', '=', personId).orderBy('id', 'desc').execute()
}

/** How many applied within the last day without signing in, and whether this phone is among the open ones. */
export async function namelessApplications(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  phone: string | undefined,
) {
  const { rows } = await sql<{ today: number; again: boolean }>`
    select count(*) filter (where person_id is null and applied_at > ${later(ctx.now, -day)}) as today,
      coalesce(bool_or(phone = ${phone ?? null} and status = any(${[...openStatuses]}::text[])), false) as again
    from speaker_application where street_id = ${ctx.street}`.execute(ctx.tx)
  return rows[0] ?? { today: 0, again: false }
}
