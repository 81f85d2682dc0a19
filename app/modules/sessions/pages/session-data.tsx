import {
  mayRunOffice,
  officeRoles,
  type Scope,
  scopeOf,
  unitRoles,
} from '#app/modules/people/access.ts'
import { findPerson, historyOf } from '#app/modules/people/queries.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Visit } from '#app/platform/http/page.ts'
import { mayRunSession } from '../access.ts'
import { boardsOf } from '../boards/queries.ts'
import { clashesOf, findSession, outcomeOf, type SessionRow, shownTo } from '../queries.ts'
import { type FoundPerson, findPeople, marksOf } from '../roll/queries.ts'
import { attendedIn, countRoll } from '../roll/rules.ts'
import { childrenOf, seatsTaken, signUpsOf } from '../seats/queries.ts'
import { isChild, whyNotSignedOff, whyNotSignedUp } from '../seats/rules.ts'
import { thingsOf } from '../things/queries.ts'

/** A seat that the reader may take or give back, for themselves or for someone else. */
export type Seat = {
  personId: string
  name: string
  hasOne: boolean
  /** Why it can't be taken or, where there is one, given back. */
  whyNot: string | null
}

/** What only who runs a session is shown. */
export type Hosting = {
  names: Awaited<ReturnType<typeof signUpsOf>>
  history: Awaited<ReturnType<typeof historyOf>>
  orderId: string | null
}

export type SessionData = {
  session: SessionRow
  /** The reader's own seat; null where nobody is signed in. */
  own: Seat | null
  children: Seat[]
  /** What else the reader has at that time. */
  clashes: SessionRow[]
  came: Came | null
  /** Only once it was held, and where there is something to see or to do. */
  retold: Retold | null
  /** What its format shows: the boards of an exhibition, what there is to give. */
  format: {
    boards: Awaited<ReturnType<typeof boardsOf>>
    things: Awaited<ReturnType<typeof thingsOf>>
  }
  host: Hosting | null
  /** Where the reader signs up others: what was looked for, and who was found. */
  others: { typed: string; seats: Seat[] } | null
}

/** What can be made of a session that was held, and has been: micro-courses. */
export type Retelling = {
  mayMake: (actor: Actor) => boolean
  madeOf: (ctx: Context, sessionId: string) => Promise<Course[]>
}

type Course = { id: string; title: string; titleEn: string }

/** The courses that tell a session again, and whether the reader may make one. */
export type Retold = { courses: Course[]; mayMake: boolean }

export type Came = { named: number } & NonNullable<Awaited<ReturnType<typeof outcomeOf>>>

/** Everything the page of one session is made from, as the reader may see it. */
export async function sessionFor(
  ctx: Context,
  visit: Visit,
  retelling: Retelling,
): Promise<SessionData> {
  const session = found(shownTo(ctx.actor, await findSession(ctx, visit.params['sessionId']!)))
  const runs = mayRunSession(ctx.actor, session)
  const { personId } = ctx.actor
  return {
    session,
    ...(personId === null ? nobodysSeats : await ownSeats(ctx, session, personId)),
    came: session.status === 'held' ? await cameTo(ctx, session.id) : null,
    retold: session.status === 'held' ? await retoldOf(ctx, session.id, retelling) : null,
    format: {
      boards: session.format === 'exhibition' ? await boardsOf(ctx, session.id) : [],
      things: session.status === 'scheduled' ? await thingsOf(ctx, session.id) : [],
    },
    host: runs ? await hostingOf(ctx, session) : null,
    others: await othersSeats(ctx, session, runs, visit.query.get('find')?.slice(0, 40) ?? ''),
  }
}

const nobodysSeats = { own: null, children: [], clashes: [] }

async function ownSeats(ctx: Context, session: SessionRow, personId: string) {
  const person = found(await findPerson(ctx, personId))
  const children = await childrenOf(ctx, personId)
  const { theirs } = await seatsTaken(ctx, session.id, [personId, ...children.map((c) => c.id)])
  const seatOf = seats(ctx, session, theirs)
  return {
    own: seatOf(person, true),
    children: children
      .filter((child) => isChild(child, ctx.now))
      .map((child) => seatOf(child, false)),
    clashes: await clashesOf(ctx, personId, session),
  }
}

type Person = { id: string; name: string; bornOn: string | null }

/** Says by the same rules as the commands what each person can do about a seat. */
function seats(ctx: Context, session: SessionRow, seated: readonly string[]) {
  return ({ id, name, bornOn }: Person, asksAlone: boolean): Seat => {
    const hasOne = seated.includes(id)
    const { taken, childTaken } = session
    const whyNot = hasOne
      ? whyNotSignedOff(session, hasOne, ctx.now)
      : whyNotSignedUp(session, { taken, childTaken, hasOne }, { bornOn, asksAlone }, ctx.now)
    return { personId: id, name, hasOne, whyNot }
  }
}

async function cameTo(ctx: Context, sessionId: string): Promise<Came> {
  const marks = await marksOf(ctx, sessionId)
  const outcome = found(await outcomeOf(ctx, sessionId))
  return { ...outcome, named: attendedIn(countRoll(marks.values())) }
}

async function retoldOf(ctx: Context, sessionId: string, { mayMake, madeOf }: Retelling) {
  const retold = { courses: await madeOf(ctx, sessionId), mayMake: mayMake(ctx.actor) }
  return retold.courses.length > 0 || retold.mayMake ? retold : null
}

async function hostingOf(ctx: Context, session: SessionRow): Promise<Hosting> {
  return {
    names: await signUpsOf(ctx, session.id),
    history: (await historyOf(ctx, session.id)).filter(isNews),
    orderId: mayRunOffice(ctx.actor) ? session.orderId : null,
  }
}

/** Seats that people took themselves stand in the list of names; the history tells the rest. */
function isNews(fact: { name: string; onBehalfOf: string | null }): boolean {
  return !fact.name.startsWith('person.signed') || fact.onBehalfOf !== null
}

/** Who runs the session finds everyone of the street; who runs another unit finds its people. */
async function othersSeats(ctx: Context, session: SessionRow, runs: boolean, typed: string) {
  const own = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
  const over = session.status !== 'scheduled' || session.during.start <= ctx.now
  if (over || (!runs && own.unitIds.length === 0)) return null
  const within: Scope | null = runs ? null : own
  const people: FoundPerson[] =
    typed === '' ? [] : await findPeople(ctx, typed, { unitId: session.unitId, within })
  const ids = people.map((person) => person.id)
  const { theirs } = ids.length > 0 ? await seatsTaken(ctx, session.id, ids) : { theirs: [] }
  const seatOf = seats(ctx, session, theirs)
  return {
    typed,
    seats: people.map((person) =>
      seatOf({ ...person, name: nameAndUnit(person), bornOn: null }, false),
    ),
  }
}

function nameAndUnit({ name, unitName, tail }: FoundPerson): string {
  return [name, unitName, tail && `…${tail}`].filter(Boolean).join(' · ')
}
