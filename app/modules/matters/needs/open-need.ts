import { z } from 'zod'
import { findStreet } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found, openToEveryone, refuseAndKeep, refuseIf } from '#app/platform/errors.ts'
import { phoneInput, wholeNumber } from '#app/platform/http/forms.ts'
import { countOpen, noteOpen } from '#app/platform/open-writes.ts'
import { linkTo, needByPhone } from './queries.ts'
import { whyNotTried } from './rules.ts'

export const OpenNeed = z.strictObject({ number: wholeNumber(1, 9_999_999), phone: phoneInput })

/** Who has the number of a need and the phone it was said with gets a link to follow it. */
export async function openNeed(
  ctx: Context,
  input: z.infer<typeof OpenNeed> & { address: string },
): Promise<{ link: string }> {
  found(await findStreet(ctx, ctx.street))
  const from = [`address ${input.address}`, `number ${input.number}`]
  const tries = await countOpen(ctx, 'need.try', from)
  const need = await needByPhone(ctx, input.number, input.phone)
  openToEveryone()
  refuseIf(whyNotTried(tries))
  if (need) return { link: await linkTo(ctx, need.id) }
  await noteOpen(ctx, 'need.try', from)
  return refuseAndKeep('need.notFound')
}
