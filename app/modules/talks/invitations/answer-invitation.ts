import { z } from 'zod'
import type { Actor, Context } from '#app/platform/context.ts'
import { found, openToEveryone, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { countOpen, noteOpen, openFrom } from '#app/platform/open-writes.ts'
import { acceptDispatch } from '../dispatches/accept-dispatch.ts'
import { endDispatch } from '../dispatches/end-dispatch.ts'
import { openInvitation } from './queries.ts'
import { whyNotByLink } from './rules.ts'

export const AnswerInvitation = z.strictObject({
  link: z.string().max(100),
  says: z.enum(['yes', 'no']),
  why: optionalText(300),
})

/**
 * A speaker answers an invitation by the link of its message, without a sign-in. Whoever holds the link
 * is the speaker for this answer and for nothing else.
 */
export async function answerInvitation(
  ctx: Context,
  input: z.infer<typeof AnswerInvitation>,
): Promise<void> {
  const dispatch = found(await openInvitation(ctx, input.link))
  const from = openFrom(ctx)
  const fromHere = await countOpen(ctx, 'invitation', from)
  openToEveryone()
  refuseIf(whyNotByLink(fromHere))
  const speaker: Actor = {
    kind: 'person',
    personId: dispatch.speakerPersonId,
    name: dispatch.speakerName,
    appointments: [],
  }
  const bySpeaker = { ...ctx, actor: speaker }
  const { id: dispatchId } = dispatch
  if (input.says === 'yes') await acceptDispatch(bySpeaker, { dispatchId })
  else await endDispatch(bySpeaker, { dispatchId, how: 'declined', answer: input.why })
  await noteOpen(ctx, 'invitation', from)
  await record(bySpeaker, 'invitation.answered', dispatchId, { details: { way: 'link' } })
}
