import { isSelf } from '#app/modules/people/access.ts'
import { type Context, forPerson, system } from '#app/platform/context.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record, recordAll } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession, maySignUp } from '../access.ts'
import { lockSession } from '../queries.ts'
import { stillUnanswered } from '../questions/queries.ts'
import { whyNotYetAnswered } from '../questions/rules.ts'
import { offerSeats } from '../waitlist/offer-seats.ts'
import { endingEmpty, joining, leaving, partiesInLine, standingOf } from '../waitlist/queries.ts'
import { peopleToSeat, seating, type ToSeat } from './queries.ts'
import {
  dealOut,
  lastOffer,
  placeInTurn,
  type Room,
  roomOf,
  seatsFor,
  sizeOf,
  whyNeverSeated,
  whyNotSignedUp,
} from './rules.ts'

/** A seat, or a place in the line. */
export type Place = { seated: true } | { seated: false; position: number }

type Session = NonNullable<Awaited<ReturnType<typeof lockSession>>>

/**
 * People take seats, party by party: each is seated together or stands in line together, in the order in
 * which they come. All ways of signing up lead here.
 */
export async function takePlaces(
  ctx: Context,
  input: { sessionId: string; parties: readonly (readonly string[])[] },
): Promise<Place[]> {
  const personIds = input.parties.flat()
  const known = await peopleToSeat(ctx, personIds)
  const unanswered = await stillUnanswered(ctx, input.sessionId, known)
  // In the order in which people get the lock they came, and in that order they wait. Under it little is
  // asked and much at once, since everyone else stands still.
  const session = found(await lockSession(ctx, input.sessionId))
  const firstCome = ctx.now >= lastOffer(session.during.start)
  // No offer keeps a seat from whoever comes in the last half hour.
  if (firstCome) await offerSeats({ ...ctx, actor: system, onBehalfOf: null }, input)
  const { seated: theirs, inLine, end, ...taken } = await standingOf(ctx, session.id, personIds)
  const personOf = new Map(known.map((person) => [person.id, person]))
  const parties = input.parties.map((ids) => ids.map((id) => found(personOf.get(id))))
  for (const person of known) authorise(maySignUp(ctx.actor, person, session))
  const room = roomOf(session, taken)
  const sizes = parties.map((people) => sizeOf(people, ctx.now))
  // Whoever waits may come first too in the last half hour, and then leaves the line for the seat.
  const leavesLine = firstCome && sizes[0] !== undefined && seatsFor(room, sizes[0]) !== null
  const waits = new Set(leavesLine ? [] : inLine)
  refuseWhomever(ctx, session, known, { theirs, waits })
  refuseIf(whyNotYetAnswered(unanswered))
  const never = sizes.map((size) => whyNeverSeated(session, size)).find((why) => why !== null)
  if (never) throw new Refused(never)
  const isRoom = room.child + room.open > 0
  const line = isRoom && !firstCome ? await partiesInLine(ctx, session.id) : []
  const ahead = line.filter(({ status }) => status === 'waiting').map(({ size }) => size)
  const places = placeInTurn(room, ahead, sizes, firstCome)
  const placed = parties.map((people, at) => ({ people, seats: places[at] ?? null }))
  return writePlaces(ctx, session, placed, { end, leavesLine: leavesLine && inLine.length > 0 })
}

/** Stops with the first reason that any of these people has. */
function refuseWhomever(
  ctx: Context,
  session: Session,
  people: readonly ToSeat[],
  { theirs, waits }: { theirs: readonly string[]; waits: ReadonlySet<string> },
): void {
  const runs = mayRunSession(ctx.actor, session)
  for (const { id, bornOn } of people) {
    const place = { hasOne: theirs.includes(id), inLine: waits.has(id) }
    const asking = { bornOn, asksAlone: isSelf(ctx.actor, id), runs }
    const why = whyNotSignedUp(session, place, asking, ctx.now)
    if (why) throw new Refused(why, { opensAt: session.opensAt })
  }
}

/** Where a line ends: the last number given in it, and how many stand there. */
type End = { last: number; parties: number }
type Placed = { people: ToSeat[]; seats: Room | null }

async function writePlaces(
  ctx: Context,
  session: Session,
  placed: readonly Placed[],
  { end, leavesLine }: { end: End; leavesLine: boolean },
): Promise<Place[]> {
  const madeBy = found(ctx.actor.personId)
  const seated = placed.flatMap(({ people, seats }) => {
    if (!seats) return []
    const partyId = people.length > 1 ? newId() : null
    return dealOut(people, seats, ctx.now).map(({ person, seat }) => ({
      personId: person.id,
      seat,
      partyId,
    }))
  })
  const seatedIds = seated.map(({ personId }) => personId)
  if (leavesLine) {
    await leaving(ctx.street, session.id, seatedIds).execute(ctx.tx)
    await endingEmpty(ctx, session.id, 'seated').execute(ctx.tx)
  }
  if (seated.length > 0) await seating(ctx, session.id, madeBy, seated).execute(ctx.tx)
  const places = await joinLine(ctx, session, placed, end)
  await recordSeated(ctx, session.id, seatedIds)
  return places
}

/** Puts whoever was not seated at the end of the line, and says where everyone is. */
async function joinLine(
  ctx: Context,
  session: Session,
  placed: readonly Placed[],
  end: End,
): Promise<Place[]> {
  if (placed.every(({ seats }) => seats !== null)) return placed.map(() => ({ seated: true }))
  let joined = 0
  const places = placed.map(({ people, seats }) => {
    if (seats) return { seated: true as const, people }
    joined += 1
    const [position, number] = [end.parties + joined, end.last + joined]
    return { seated: false as const, people, position, number, id: newId() }
  })
  const waiting = places.filter((place) => !place.seated)
  const parties = waiting.map(({ id, number, people }) => ({
    id,
    number,
    unitId: null,
    unnamed: 0,
    personIds: people.map((person) => person.id),
  }))
  await joining(ctx, session.id, found(ctx.actor.personId), parties).execute(ctx.tx)
  const facts = waiting.map(({ id, position }) => ({
    subjectId: id,
    details: { sessionId: session.id, position },
  }))
  const [first] = waiting
  const byHelper = waiting.length === 1 && first?.people.length === 1
  const acting = byHelper ? forPerson(ctx, first.people[0]!.id) : ctx
  await recordAll(acting, 'line.joined', facts)
  return places.map((place) =>
    place.seated ? { seated: true } : { seated: false, position: place.position },
  )
}

async function recordSeated(ctx: Context, sessionId: string, personIds: readonly string[]) {
  const [only] = personIds
  if (personIds.length === 1 && only)
    await record(forPerson(ctx, only), 'person.signedUp', sessionId, {
      details: { personId: only },
    })
  else if (personIds.length > 1)
    await recordAll(
      ctx,
      'person.signedUp',
      personIds.map((personId) => ({ subjectId: sessionId, details: { personId } })),
    )
}
