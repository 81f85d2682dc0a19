import {
  mayRunOffice,
  officeRoles,
  type Scope,
  scopeOf,
  unitRoles,
} from '#app/modules/people/access.ts'
import { historyOf } from '#app/modules/people/queries.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Visit } from '#app/platform/http/page.ts'
import { mayRunSession } from '../access.ts'
import { boardsOf } from '../boards/queries.ts'
import { findSession, outcomeOf, type SessionRow, shownTo } from '../queries.ts'
import { type FoundPerson, findPeople, marksOf } from '../roll/queries.ts'
import { attendedIn, countRoll } from '../roll/rules.ts'
import { type ClashOf, clashesFor } from '../sign-ups/queries.ts'
import { thingsOf } from '../things/queries.ts'
import { placesOf } from '../waitlist/queries.ts'
import { type After, afterOf } from './session-after.tsx'
import { digitsOf, type OwnDigits } from './session-code.tsx'
import {
  type Fullness,
  fullnessOf,
  type Joining,
  joiningOf,
  type Seat,
  seatsFor,
} from './session-seat-data.tsx'
import { type Around, aroundOf, type FindCourse } from './session-series.tsx'

/** What only who runs a session is shown. */
export type Hosting = {
  history: Awaited<ReturnType<typeof historyOf>>
  orderId: string | null
}

export type SessionData = {
  session: SessionRow
  full: Fullness
  /** The seats of the reader and their children; null where nobody is signed in. */
  joining: Joining | null
  /** What those of them who have a seat say at the door. */
  digits: OwnDigits[]
  /** Whether the reader may sign up people of a unit. */
  forUnit: boolean
  came: Came | null
  /** Only once it was held, and where there is something to see or to do. */
  retold: Retold | null
  /** What its format shows: the boards of an exhibition, what there is to give. */
  format: {
    boards: Awaited<ReturnType<typeof boardsOf>>
    things: Awaited<ReturnType<typeof thingsOf>>
  }
  /** Its series, what is watched, and what its venue is like. */
  around: Around
  host: Hosting | null
  after: After | null
  /** Where the reader signs up others: what was looked for, and who was found. */
  others: { typed: string; seats: Caller[] } | null
}

/** Someone who called, with the place in the line where they have one, and what else they have then. */
export type Caller = Seat & {
  position: number | null
  clash: (ClashOf & { who: string }) | null
}

/** What can be made of a session that was held, and has been: micro-courses. */
export type Retelling = {
  find: FindCourse
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
  const joining = personId === null ? null : await joiningOf(ctx, session, personId)
  return {
    session,
    full: await fullnessOf(ctx, session),
    joining,
    digits: await digitsOf(ctx, session, joining),
    forUnit: mayHoldForUnit(ctx, session),
    came: session.status === 'held' ? await cameTo(ctx, session.id) : null,
    retold: session.status === 'held' ? await retoldOf(ctx, session.id, retelling) : null,
    around: await aroundOf(ctx, session, retelling.find),
    format: {
      boards: session.format === 'exhibition' ? await boardsOf(ctx, session.id) : [],
      things: session.status === 'scheduled' ? await thingsOf(ctx, session.id) : [],
    },
    host: runs ? await hostingOf(ctx, session) : null,
    after: await afterOf(ctx, session, runs),
    others: await othersSeats(ctx, session, runs, visit.query.get('find')?.slice(0, 40) ?? ''),
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
    history: (await historyOf(ctx, session.id)).filter(isNews),
    orderId: mayRunOffice(ctx.actor) ? session.orderId : null,
  }
}

/** What people did themselves stands in the list of names; the history tells the rest. */
function isNews(fact: { name: string; onBehalfOf: string | null }): boolean {
  if (fact.name === 'questions.answered') return false
  return !fact.name.startsWith('person.signed') || fact.onBehalfOf !== null
}

/** Who runs a unit signs up its people, while there is something to sign up for. */
function mayHoldForUnit(ctx: Context, session: SessionRow): boolean {
  const runsUnit = scopeOf(ctx.actor, [...officeRoles, ...unitRoles]).unitIds.length > 0
  return runsUnit && session.status === 'scheduled' && session.during.start > ctx.now
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
  const places = ids.length > 0 ? await placesOf(ctx, session, ids) : []
  const seatOf = await seatsFor(ctx, session, ids, places)
  const clashes = ids.length > 0 ? await clashesFor(ctx, session, ids) : []
  const clashOf = ({ id, name: who }: FoundPerson) => {
    const clash = clashes.find(({ personId }) => personId === id)
    return clash ? { ...clash, who } : null
  }
  return {
    typed,
    seats: people.map((person) => ({
      ...seatOf({ ...person, name: nameAndUnit(person), bornOn: null }, false),
      position: places.find(({ personId }) => personId === person.id)?.position ?? null,
      clash: clashOf(person),
    })),
  }
}

function nameAndUnit({ name, unitName, tail }: FoundPerson): string {
  return [name, unitName, tail && `…${tail}`].filter(Boolean).join(' · ')
}
