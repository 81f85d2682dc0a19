import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { mayRunSession } from '../access.ts'
import type { SessionRow } from '../queries.ts'
import { answersTo, questionsOf } from '../questions/queries.ts'
import type { Question } from '../questions/rules.ts'
import { childrenOf, seatsTaken } from '../seats/queries.ts'
import { isChild, whyNotSignedOff, whyNotSignedUp } from '../seats/rules.ts'
import { type ClashOf, clashesFor } from '../sign-ups/queries.ts'
import { placesOf, seatsWaitedFor } from '../waitlist/queries.ts'

type Place = Awaited<ReturnType<typeof placesOf>>[number]

/** Someone whom the reader may sign up here: themselves, or one of their children. */
export type Attendee = {
  personId: string
  name: string
  isSelf: boolean
  has: 'seat' | 'place' | null
  /** Why the person can't be signed up or, with a seat, not be taken off. */
  whyNot: string | null
}

/** People who stand in the line together, with what is offered to them. */
export type Party = Omit<Place, 'personId'> & { people: Attendee[] }

/** Everything about seats that concerns the reader and their family. */
export type Joining = {
  /** Oneself first. */
  people: Attendee[]
  parties: Party[]
  clashes: ClashOf[]
  questions: Question[]
  /** By person and by the question's place. */
  answers: Map<string, Map<number, string>>
}

type Person = { id: string; name: string; bornOn: string | null }

/** What the reader and their children have of a session, and can do about it. */
export async function joiningOf(
  ctx: Context,
  session: SessionRow,
  personId: string,
): Promise<Joining> {
  const self = found(await findPerson(ctx, personId))
  const children = (await childrenOf(ctx, personId)).filter((child) => isChild(child, ctx.now))
  const ids = [self, ...children].map(({ id }) => id)
  const places = await placesOf(ctx, session, ids)
  const seatOf = await seatsFor(ctx, session, ids, places)
  const people = [self, ...children].map((person) => ({
    ...seatOf(person, person.id === personId),
    isSelf: person.id === personId,
  }))
  return {
    people,
    parties: partiesOf(places, people),
    clashes: await clashesFor(ctx, session, ids),
    questions: await questionsOf(ctx, session.id),
    answers: await answersTo(ctx, session.id, ids),
  }
}

/** People of one place in the line, each place once. */
function partiesOf(places: readonly Place[], people: readonly Attendee[]): Party[] {
  const ids = [...new Set(places.map(({ waitingId }) => waitingId))]
  return ids.map((waitingId) => {
    const own = places.filter((place) => place.waitingId === waitingId)
    const { personId: _, ...place } = own[0]!
    return {
      ...place,
      people: people.filter((each) => own.some(({ personId }) => personId === each.personId)),
    }
  })
}

/** A seat that the reader may take or give back for someone. */
export type Seat = Omit<Attendee, 'isSelf'>

/** Says by the same rules as the commands what each of these people can do about a seat. */
export async function seatsFor(
  ctx: Context,
  session: SessionRow,
  personIds: readonly string[],
  places: readonly Place[],
): Promise<(person: Person, asksAlone: boolean) => Seat> {
  const { theirs } = await seatsTaken(ctx, session.id, personIds)
  const runs = mayRunSession(ctx.actor, session)
  return ({ id, name, bornOn }, asksAlone) => {
    const hasOne = theirs.includes(id)
    const inLine = places.some((place) => place.personId === id)
    const whyNot = hasOne
      ? whyNotSignedOff(session, hasOne, ctx.now)
      : whyNotSignedUp(session, { hasOne, inLine }, { bornOn, asksAlone, runs }, ctx.now)
    return { personId: id, name, has: hasOne ? 'seat' : inLine ? 'place' : null, whyNot }
  }
}

/** Whether a session has seats left, and who waits for one. */
export type Fullness = { free: number; childFree: number; waiting: number }

/** How full a session is: what is free, and how many wait. */
export async function fullnessOf(ctx: Context, session: SessionRow): Promise<Fullness> {
  return {
    free: Math.max(0, session.seats - session.taken),
    childFree: Math.max(0, session.childSeats - session.childTaken),
    waiting: await seatsWaitedFor(ctx, session.id),
  }
}
