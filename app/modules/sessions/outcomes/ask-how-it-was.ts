import { isProgram } from '#app/modules/people/access.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { signLink } from '#app/platform/signing.ts'
import { to, urls } from '#app/urls.ts'
import { lockSession } from '../queries.ts'
import { peopleToAsk, tapping } from './queries.ts'
import { tapsLinkOver } from './rules.ts'

/**
 * Once a session is closed, everyone who came is asked by a link of their own how it was. A slip says
 * that they were asked and, later, that they answered; what they said is only ever a number.
 */
export async function askHowItWas(ctx: Context, { sessionId }: { sessionId: string }) {
  const session = found(await lockSession(ctx, sessionId))
  const people = await peopleToAsk(ctx, session.id)
  authorise(isProgram(ctx.actor))
  if (people.length === 0) return
  const slips = people.map((person) => ({ ...person, id: newId() }))
  await ctx.tx
    .insertInto('outcomeSlip')
    .values(
      slips.map(({ id, personId }) => ({
        streetId: ctx.street,
        id,
        sessionId: session.id,
        personId,
        askedAt: ctx.now,
      })),
    )
    .execute()
  const expiresAt = tapsLinkOver(ctx.now)
  for (const { id, hearerId } of slips) {
    // one query a slip: each has a link of its own
    const token = await signLink(ctx, tapping, id, expiresAt)
    await tell(ctx, {
      personIds: [hearerId],
      name: 'taps.asked',
      // A guardian has one for each child; the slip makes it the only one of its kind.
      factId: id,
      details: { title: session.title, titleEn: session.titleEn },
      link: to(urls.taps, { token }),
      urgency: 'digest',
    })
  }
}
