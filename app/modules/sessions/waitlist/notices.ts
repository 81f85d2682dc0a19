import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { signLink } from '#app/platform/signing.ts'
import { to, urls } from '#app/urls.ts'
import { detailsOf, findSession } from '../queries.ts'
import { hearersFor } from '../seats/queries.ts'
import { answering, type Party, partyWithPeople } from './queries.ts'

/**
 * Tells everyone of a party: each for themselves, guardians of their child by name, and for a unit's seats
 * who asked for them. Nobody hears who the others are.
 */
async function tellParty(
  ctx: Context,
  fact: Fact,
  party: Party,
  told: { name: string; link: string; details: Record<string, unknown> },
): Promise<void> {
  const session = found(await findSession(ctx, party.sessionId))
  const seats = party.size.children + party.size.others
  const shared = { name: told.name, factId: fact.id, link: told.link, urgency: 'soon' as const }
  const details = { ...detailsOf(session), ...told.details, seats }
  const hearers = await hearersFor(
    ctx,
    party.people.map(({ id }) => id),
  )
  const own = hearers.filter(({ personId, hearerId }) => personId === hearerId)
  const unit = party.unitId === null ? [] : [party.askedBy]
  const ownIds = [...own.map(({ hearerId }) => hearerId), ...unit]
  await tell(ctx, { ...shared, personIds: ownIds, details })
  const forChildren = hearers.filter(({ hearerId }) => !ownIds.includes(hearerId))
  const byChild = Map.groupBy(forChildren, ({ personId }) => personId)
  // one query a child: each sentence says that child's name
  for (const [personId, guardians] of byChild) {
    const person = party.people.find(({ id }) => id === personId)!.name
    const personIds = guardians.map(({ hearerId }) => hearerId)
    await tell(ctx, { ...shared, personIds, details: { ...details, person } })
  }
}

const pageOf = (party: Party) => to(urls.session, { sessionId: party.sessionId })

/** Whoever stands in line has it in writing, with the position they came to. */
export async function tellOfLine(ctx: Context, fact: Fact): Promise<void> {
  const party = found(await partyWithPeople(ctx, fact.subjectId))
  const details = { position: fact.details['position'] }
  await tellParty(ctx, fact, party, { name: 'line.joined', link: pageOf(party), details })
}

/** Who is offered a seat hears until when it is kept, with a link that answers this offer alone. */
export async function tellOfFreeSeat(ctx: Context, fact: Fact): Promise<void> {
  const party = found(await partyWithPeople(ctx, fact.subjectId))
  const { until } = fact.details
  // Whoever opens it later is told calmly that the time is over.
  const token = await signLink(ctx, answering, party.id, new Date(until))
  const link = to(urls.seatOffer, { token })
  await tellParty(ctx, fact, party, { name: 'offer.made', link, details: { until } })
}

/** Who did not answer hears that the seat went to the next. */
export async function tellOfLapse(ctx: Context, fact: Fact): Promise<void> {
  const party = found(await partyWithPeople(ctx, fact.subjectId))
  await tellParty(ctx, fact, party, { name: 'offer.lapsed', link: pageOf(party), details: {} })
}

/** Who was seated from the line, by their own answer or by hand, has it in writing. */
export async function tellSeated(ctx: Context, fact: Fact): Promise<void> {
  const waitingId = fact.details['waitingId'] ?? fact.subjectId
  const party = found(await partyWithPeople(ctx, String(waitingId)))
  await tellParty(ctx, fact, party, { name: 'line.seated', link: pageOf(party), details: {} })
}
