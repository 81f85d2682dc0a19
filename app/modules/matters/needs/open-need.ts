import { z } from 'zod'
import { findStreet } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found, openToEveryone, refuseAndKeep, refuseIf } from '#app/platform/errors.ts'
import { phoneInput, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { hashOf, linkTo, needByPhone, triesLately } from './queries.ts'
import { whyNotTried } from './rules.ts'

export const OpenNeed = z.strictObject({ number: wholeNumber(1, 9_999_999), phone: phoneInput })

/** Who has the number of a need and the phone it was said with gets a link to follow it. */
export async function openNeed(
  ctx: Context,
  input: z.infer<typeof OpenNeed> & { address: string },
): Promise<{ link: string }> {
  found(await findStreet(ctx, ctx.street))
  const addressHash = hashOf(input.address)
  const tries = await triesLately(ctx, { addressHash, number: input.number })
  const need = await needByPhone(ctx, input.number, input.phone)
  openToEveryone()
  refuseIf(whyNotTried(tries))
  if (need) return { link: await linkTo(ctx, need.id) }
  await ctx.tx
    .insertInto('needTry')
    .values({
      streetId: ctx.street,
      id: newId(),
      number: input.number,
      addressHash,
      at: ctx.now,
    })
    .execute()
  return refuseAndKeep('need.notFound')
}
