import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findDispatch } from './queries.ts'

/** The asked speaker hears that an invitation was taken back. */
export async function tellSpeaker(ctx: Context, fact: Fact): Promise<void> {
  const dispatch = found(await findDispatch(ctx, fact.subjectId))
  await tellOfDispatch(ctx, fact, dispatch, [dispatch.speakerPersonId])
}

/** Who ordered hears that a speaker comes. */
export async function tellOrderer(ctx: Context, fact: Fact): Promise<void> {
  const dispatch = found(await findDispatch(ctx, fact.subjectId))
  await tellOfDispatch(ctx, fact, dispatch, [dispatch.placedBy])
}

/** Who dispatched hears that the speaker can't come; the office, where the speaker had taken it up. */
export async function tellDispatcher(ctx: Context, fact: Fact): Promise<void> {
  const dispatch = found(await findDispatch(ctx, fact.subjectId))
  const office = dispatch.way === 'open' ? await holdersOf(ctx, officeRoles) : []
  await tellOfDispatch(ctx, fact, dispatch, office.length > 0 ? office : [dispatch.proposedBy])
}

/** Who steps in, whom they step in for, and who ordered hear of it. */
export async function tellOfSubstitute(ctx: Context, fact: Fact): Promise<void> {
  const dispatch = found(await findDispatch(ctx, fact.subjectId))
  const before = found(await findDispatch(ctx, String(fact.details['insteadOf'])))
  await tellOfDispatch(ctx, fact, dispatch, [dispatch.speakerPersonId])
  await tellOfDispatch(ctx, fact, dispatch, [dispatch.placedBy, before.speakerPersonId])
}

type Dispatch = NonNullable<Awaited<ReturnType<typeof findDispatch>>>

async function tellOfDispatch(
  ctx: Context,
  fact: Fact,
  dispatch: Dispatch,
  personIds: string[],
): Promise<void> {
  const toSpeaker = personIds[0] === dispatch.speakerPersonId
  await tell(ctx, {
    personIds,
    name: fact.name,
    factId: fact.id,
    link: toSpeaker
      ? to(urls.dispatch, { dispatchId: dispatch.id })
      : to(urls.order, { orderId: dispatch.orderId }),
    urgency: 'soon',
    details: {
      title: dispatch.title,
      titleEn: dispatch.titleEn,
      start: dispatch.during.start,
      end: dispatch.during.end,
      venue: dispatch.venueName,
      unit: dispatch.unitName,
      speaker: dispatch.speakerName,
      isNamedTime: dispatch.isNamedTime,
    },
  })
}
