import { z } from 'zod'
import { isSelf } from '#app/modules/people/access.ts'
import { found } from '#app/platform/errors.ts'
import { tick } from '#app/platform/http/forms.ts'
import { action, type Visit } from '#app/platform/http/page.ts'
import { to, urls } from '#app/urls.ts'
import { findSession } from '../queries.ts'
import { AnswersInput, answerOnSignUp } from '../questions/answer-on-sign-up.ts'
import { CancelSignUp, cancelSignUp } from '../seats/cancel-sign-up.ts'
import { isOnTheDay } from '../seats/rules.ts'
import { signUp } from '../seats/sign-up.ts'
import { signUpParty } from '../seats/sign-up-party.ts'
import { AcceptOffer, acceptOffer } from '../waitlist/accept-offer.ts'
import { DeclineOffer, declineOffer } from '../waitlist/decline-offer.ts'
import { LeaveLine, leaveLine } from '../waitlist/leave-line.ts'

const SignUpHere = z.strictObject({
  personId: z.uuid().optional(),
  /** Ticked in a family's form, which sends an empty one along. */
  personIds: z.preprocess(
    (value) => (value === undefined ? undefined : [value].flat().filter((id) => id !== '')),
    z.array(z.uuid()).min(1).max(12).optional(),
  ),
  /** Set where the organiser's questions stood in the form, whatever was answered. */
  asks: tick.optional(),
  answers: AnswersInput.default({}),
})

const here = ({ params, query }: Visit) => {
  const sessionId = params['sessionId']!
  const find = query.get('find')
  return { sessionId, at: `${to(urls.session, { sessionId }, { find })}${find ? '#others' : ''}` }
}

/** What a reader does about seats on the page of a session. */
export const seatActions = {
  signUp: action(SignUpHere, async (ctx, input, visit) => {
    const { sessionId, at } = here(visit)
    const personIds =
      input.personIds ?? [input.personId ?? ctx.actor.personId].filter((id) => id !== null)
    if (input.asks) await answerOnSignUp(ctx, { sessionId, personIds, answers: input.answers })
    const place =
      personIds.length > 1
        ? await signUpParty(ctx, { sessionId, personIds })
        : await signUp(ctx, { sessionId, personId: personIds[0] })
    const own = personIds.some((id) => isSelf(ctx.actor, id))
    if (place.seated && personIds.length > 1) return { to: at, done: 'session.partySignedUp' }
    if (place.seated) return { to: at, done: own ? 'session.signedUp' : 'session.signedUpFor' }
    return { to: at, done: own ? 'line.joined' : 'line.joinedFor' }
  }),
  signOff: action(CancelSignUp.omit({ sessionId: true }), async (ctx, input, visit) => {
    const { sessionId, at } = here(visit)
    await cancelSignUp(ctx, { ...input, sessionId })
    const session = found(await findSession(ctx, sessionId))
    const done = isOnTheDay(session, ctx.now) ? 'session.cantCome' : 'session.signedOff'
    return { to: at, done }
  }),
  answer: action(
    z.strictObject({ personId: z.uuid(), answers: AnswersInput.default({}) }),
    async (ctx, { personId, answers }, visit) => {
      const { sessionId, at } = here(visit)
      await answerOnSignUp(ctx, { sessionId, personIds: [personId], answers })
      return { to: at, done: 'questions.answered' }
    },
  ),
  accept: action(AcceptOffer, async (ctx, input, visit) => {
    await acceptOffer(ctx, input)
    return { to: here(visit).at, done: 'offer.accepted' }
  }),
  decline: action(DeclineOffer, async (ctx, input, visit) => {
    await declineOffer(ctx, input)
    return { to: here(visit).at, done: 'offer.declined' }
  }),
  leave: action(LeaveLine, async (ctx, input, visit) => {
    await leaveLine(ctx, input)
    return { to: here(visit).at, done: 'line.left' }
  }),
}
