import { z } from 'zod'
import type { Actor, Context } from '#app/platform/context.ts'
import { found, openToEveryone, refuseIf } from '#app/platform/errors.ts'
import { countOpen, noteOpen, openFrom } from '#app/platform/open-writes.ts'
import { isChild } from '../seats/rules.ts'
import { acceptOffer } from './accept-offer.ts'
import { declineOffer } from './decline-offer.ts'
import { offerOfLink, type Party } from './queries.ts'
import { whyNotByLink } from './rules.ts'

export const AnswerOffer = z.strictObject({
  link: z.string().max(100),
  says: z.enum(['yes', 'no']),
})

/**
 * An offer is answered by the link of its message, without a sign-in. Whoever holds the link speaks for the
 * party in this and in nothing else.
 */
export async function answerOffer(ctx: Context, input: z.infer<typeof AnswerOffer>): Promise<void> {
  const party = found(await offerOfLink(ctx, input.link))
  const from = openFrom(ctx)
  const fromHere = await countOpen(ctx, 'offer', from)
  openToEveryone()
  refuseIf(whyNotByLink(fromHere))
  const byParty = { ...ctx, actor: speakerOf(party, ctx.now) }
  if (input.says === 'yes') await acceptOffer(byParty, { waitingId: party.id })
  else await declineOffer(byParty, { waitingId: party.id })
  await noteOpen(ctx, 'offer', from)
}

/** The first of a party who is grown up; a guardian for children alone; else who asked. */
function speakerOf({ people, askedBy }: Party, now: Date): Actor {
  const first = people.find((person) => !isChild(person, now))
  const personId = first?.id ?? people[0]?.guardianIds[0] ?? people[0]?.id ?? askedBy
  return { kind: 'person', personId, name: first?.name ?? '', appointments: [] }
}
