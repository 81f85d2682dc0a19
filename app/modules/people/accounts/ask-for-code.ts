import { createHash, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { findStreet } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found, openToEveryone, refuseIf } from '#app/platform/errors.ts'
import { phoneInput } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { hashOf } from '#app/platform/open-writes.ts'
import { later } from '#app/platform/time.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { codesAsked, holdTries } from './queries.ts'
import { codeLife, whyNoCode } from './rules.ts'

export const AskForCode = z.strictObject({ phone: phoneInput })

/**
 * Sends a one-time code to a phone. Whether the phone is known is not to be learnt here: the same
 * rows are read and counted, the same limits hold and the same answer is given.
 */
export async function askForCode(
  ctx: Context,
  input: z.infer<typeof AskForCode> & { address: string },
): Promise<{ askedId: string }> {
  found(await findStreet(ctx, ctx.street))
  openToEveryone()
  const { phone } = input
  const addressHash = hashOf(input.address)
  await holdTries(ctx, phone, addressHash)
  refuseIf(whyNoCode(await codesAsked(ctx, phone, addressHash), ctx.now))
  const id = newId()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = later(ctx.now, codeLife)
  await ctx.tx
    .insertInto('signInCode')
    .values({
      streetId: ctx.street,
      id,
      phone,
      addressHash,
      codeHash: codeHashOf(id, code),
      madeAt: ctx.now,
      expiresAt,
    })
    .execute()
  await sql`
    insert into message (street_id, id, person_id, phone, body, at_any_hour, made_at, next_try_at, forget_at)
    select street_id, ${newId()}, id, phone,
      case language when 'en' then ${en.sms.code(code)} else ${zh.sms.code(code)} end,
      true, ${ctx.now}, ${ctx.now}, ${expiresAt}
    from person where street_id = ${ctx.street} and phone = ${phone}`.execute(ctx.tx)
  return { askedId: id }
}

/** What is kept of a code: it can be compared, and belongs to the one time it was asked for. */
export function codeHashOf(askedId: string, code: string): Buffer {
  return createHash('sha256').update(`${askedId} ${code}`).digest()
}
