import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import { findPersonByPhone } from '#app/modules/people/queries.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, openToEveryone, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, phoneInput, text, tick } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { countOpen, noteOpen } from '#app/platform/open-writes.ts'
import { mayWriteForOthers } from './access.ts'
import { linkTo, saidLately, tokensOf } from './queries.ts'
import { categories, masked, whyNotSaid } from './rules.ts'

export const SayNeed = z.strictObject({
  words: text(600),
  category: z.enum(categories),
  communityId: z.uuid(),
  landmark: optionalText(60),
  name: optionalText(60),
  phone: optional(phoneInput),
  /** Another way to reach the resident, where there is no phone. */
  how: optionalText(100),
  othersMaySee: tick,
  channel: z.enum(['page', 'phone', 'paper']).default('page'),
})

/**
 * A resident says what is lacking, signed in or not; or someone who works for the street writes it
 * down for them. Numbers that find a person do not stay in words that others see. The answer has a
 * short number, and a link to see where it stands.
 */
export async function sayNeed(
  ctx: Context,
  input: z.infer<typeof SayNeed> & { address: string | null },
) {
  const community = found(await findUnit(ctx, input.communityId))
  found(community.kind === 'community' ? community : null)
  const forOther = input.channel !== 'page'
  const phone = input.phone ?? null
  const from = forOther || input.address === null ? [] : [input.address]
  if (forOther) authorise(mayWriteForOthers(ctx.actor))
  else openToEveryone()
  const said = {
    fromHere: await countOpen(ctx, 'need', from),
    fromPhone: await saidLately(ctx, phone),
  }
  refuseIf(whyNotSaid(said, { ...input, phone }))
  const words = masked(input.words)
  const landmark = masked(input.landmark)
  const known = phone === null ? undefined : await findPersonByPhone(ctx, phone)
  const personId = known?.id ?? (forOther ? null : ctx.actor.personId)
  const need = { id: newId(), number: await nextNumber(ctx, 'need') }
  await ctx.tx
    .insertInto('need')
    .values({
      streetId: ctx.street,
      ...need,
      words: words.words,
      tokens: await tokensOf(words.words),
      category: input.category,
      communityId: community.id,
      landmark: landmark.words,
      othersMaySee: input.othersMaySee,
      channel: input.channel,
      personId,
      saidAt: ctx.now,
      waitingSince: ctx.now,
      status: 'waiting',
    })
    .execute()
  await ctx.tx
    .insertInto('needContact')
    .values({ streetId: ctx.street, needId: need.id, name: input.name, phone, how: input.how })
    .execute()
  await noteOpen(ctx, 'need', from)
  const told = forOther && personId !== null ? forPerson(ctx, personId) : ctx
  await record(told, 'need.said', need.id, { details: { channel: input.channel } })
  return { ...need, masked: words.found || landmark.found, link: await linkTo(ctx, need.id) }
}
