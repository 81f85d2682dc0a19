import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Context, system } from '#app/platform/context.ts'
import { hour, later, minute, timeOf } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { findSession } from '../queries.ts'
import { cancelSignUp } from '../seats/cancel-sign-up.ts'
import { dealSeats } from '../seats/deal-seats.ts'
import { signUp } from '../seats/sign-up.ts'
import { signUpParty } from '../seats/sign-up-party.ts'
import { acceptOffer } from './accept-offer.ts'
import { declineOffer } from './decline-offer.ts'
import { fillByHand } from './fill-by-hand.ts'
import { leaveLine } from './leave-line.ts'
import { lineOf } from './queries.ts'
import { offerUntil } from './rules.ts'
import { tendOffers } from './tend-offers.ts'

// A line is lived through in random order, beside a sheet of paper on which someone keeps it by hand.

const everyone = 12
const children = 4

type Kind = 'child' | 'open'
type Party = { people: number[]; offered: Kind[] | null; until: number }
/** People are numbers, the first of them children. */
type Sheet = {
  seats: number
  childSeats: number
  sitting: Map<number, Kind>
  line: Party[]
}

/** Which seats are left for people who come together, chair by chair; null where one of them would stand. */
function chairsFor(sheet: Sheet, people: readonly number[]): Kind[] | null {
  const taken = [...sheet.sitting.values(), ...sheet.line.flatMap(({ offered }) => offered ?? [])]
  const left = { child: sheet.childSeats, open: sheet.seats - sheet.childSeats }
  for (const kind of taken) left[kind] -= 1
  const chairs = people.map((person): Kind => {
    const kind = person < children && left.child > 0 ? 'child' : 'open'
    left[kind] -= 1
    return kind
  })
  return left.open < 0 || left.child < 0 ? null : chairs
}

function sitDown(sheet: Sheet, people: readonly number[], chairs: readonly Kind[]): void {
  for (const [at, person] of people.entries()) sheet.sitting.set(person, chairs[at]!)
}

/** Who is neither seated nor in line, from some place on. */
function strangers(sheet: Sheet, from: number, many: number): number[] {
  const busy = new Set([...sheet.sitting.keys(), ...sheet.line.flatMap(({ people }) => people)])
  const free = Array.from({ length: everyone }, (_, person) => person).filter((p) => !busy.has(p))
  const chosen = Array.from({ length: many }, (_, at) => free[(from + at) % free.length]!)
  return [...new Set(free.length === 0 ? [] : chosen)].toSorted((a, b) => a - b)
}

type World = { ctx: Context; sessionId: string; start: Date; ids: string[]; sheet: Sheet }
type Step = { act: keyof typeof acts; pick: number; many: number }

const partyAt = ({ sheet }: World, pick: number) => sheet.line[pick % sheet.line.length]
const isLate = ({ ctx, start }: World) => ctx.now >= later(start, -30 * minute)

async function waitingId({ ctx, sessionId }: World, at: number): Promise<string> {
  return (await lineOf(ctx, sessionId))[at]!.id
}

/** What can happen: to the session itself, and in the same words on the sheet. */
const acts = {
  async arrive(world: World, { pick, many }: Step) {
    const { ctx, sessionId, ids, sheet } = world
    const people = strangers(sheet, pick, many)
    if (people.length === 0) return
    const chairs = chairsFor(sheet, people)
    const others = sheet.line.filter(({ offered }) => !offered)
    const waits = !isLate(world) && others.some((party) => chairsFor(sheet, party.people))
    const personIds = people.map((person) => ids[person]!)
    const isTooMany = !chairsFor({ ...sheet, sitting: new Map(), line: [] }, people)
    const asked =
      people.length === 1
        ? () => signUp(ctx, { sessionId, personId: personIds[0]! })
        : () => signUpParty(ctx, { sessionId, personIds })
    if (isTooMany) return expect(await failureOf(ctx, asked)).toBe('session.partyTooBig')
    const place = await asked()
    if (chairs && !waits) {
      expect(place).toEqual({ seated: true })
      sitDown(sheet, people, chairs)
    } else {
      sheet.line.push({ people, offered: null, until: 0 })
      expect(place).toEqual({ seated: false, position: sheet.line.length })
    }
  },
  async cancel({ ctx, sessionId, ids, sheet }: World, { pick }: Step) {
    const person = [...sheet.sitting.keys()][pick % sheet.sitting.size]
    if (person === undefined) return
    await cancelSignUp(ctx, { sessionId, personId: ids[person]! })
    sheet.sitting.delete(person)
  },
  async tend({ ctx, start, sheet }: World) {
    await tendOffers({ ...ctx, actor: system })
    sheet.line = sheet.line.filter((party) => !party.offered || party.until > ctx.now.getTime())
    const until = offerUntil(ctx.now, start)
    for (const party of until ? sheet.line.filter(({ offered }) => !offered) : []) {
      party.offered = chairsFor(sheet, party.people)
      party.until = until!.getTime()
    }
  },
  async answer(world: World, { pick, many }: Step) {
    const { ctx, sheet } = world
    const party = partyAt(world, pick)
    if (!party) return
    const at = sheet.line.indexOf(party)
    const input = { waitingId: await waitingId(world, at) }
    const answer = () => (many > 1 ? acceptOffer(ctx, input) : declineOffer(ctx, input))
    const isOver = party.offered && party.until <= ctx.now.getTime()
    const expected = !party.offered ? 'offer.none' : isOver ? 'offer.over' : undefined
    expect(await failureOf(ctx, answer)).toBe(expected)
    if (expected) return
    sheet.line.splice(at, 1)
    if (many > 1) sitDown(sheet, party.people, party.offered!)
  },
  async leave(world: World, { pick, many }: Step) {
    const { ctx, ids, sheet } = world
    const party = partyAt(world, pick)
    if (!party) return
    const at = sheet.line.indexOf(party)
    const one = many > 1 ? party.people.at(-1)! : null
    const alone = one === null ? {} : { personId: ids[one]! }
    await leaveLine(ctx, { waitingId: await waitingId(world, at), ...alone })
    if (one === null || party.people.length === 1) sheet.line.splice(at, 1)
    else {
      party.people.pop()
      party.offered?.pop()
    }
  },
  async fill(world: World, { pick }: Step) {
    const { ctx, sheet } = world
    const party = partyAt(world, pick)
    if (!party) return
    const at = sheet.line.indexOf(party)
    const chairs = party.offered ?? chairsFor(sheet, party.people)
    const input = { waitingId: await waitingId(world, at), reason: '路远，已经在来的车上' }
    const failure = await failureOf(ctx, () => fillByHand(ctx, input))
    expect(failure).toBe(chairs ? undefined : 'line.noRoom')
    if (!chairs) return
    sheet.line.splice(at, 1)
    sitDown(sheet, party.people, chairs)
  },
  async deal({ ctx, sessionId, sheet }: World, { pick, many }: Step) {
    const seats = 2 + (pick % 5)
    const childSeats = Math.min(many - 1, seats)
    const dealt = { ...sheet, seats, childSeats }
    const failure = await failureOf(ctx, () => dealSeats(ctx, { sessionId, seats, childSeats }))
    // Nobody asks for a seat: is there one for everyone who has one, or is offered one?
    const fits = chairsFor(dealt, []) !== null
    expect(failure).toBe(fits ? undefined : 'session.seatsInUse')
    if (fits) Object.assign(sheet, { seats, childSeats })
  },
  async wait(world: World, { pick, many }: Step) {
    const then = later(world.ctx.now, many * many * hour + pick * minute)
    if (then < world.start) world.ctx = { ...world.ctx, now: then }
  },
}

async function live(world: World, steps: readonly Step[]): Promise<void> {
  // one query a step: what happens next is seen only after what happened
  for (const step of steps) {
    await acts[step.act](world, step)
    await compare(world)
  }
  const offers = await sql<{ offeredAt: Date }>`
    select offered_at from waiting where session_id = ${world.sessionId} and offered_at is not null`.execute(
    world.ctx.tx,
  )
  const byNight = offers.rows.filter(
    ({ offeredAt }) => timeOf(offeredAt) >= '21:00' || timeOf(offeredAt) < '08:00',
  )
  expect(byNight).toEqual([])
}

/** Who sits where, who waits in which order, and who is offered what: the same here and there. */
async function compare({ ctx, sessionId, ids, sheet }: World): Promise<void> {
  const seated = await ctx.tx
    .selectFrom('signUp')
    .select(['personId', 'seat'])
    .where('sessionId', '=', sessionId)
    .where('cancelledAt', 'is', null)
    .execute()
  const sits = seated.map(({ personId, seat }) => [ids.indexOf(personId), seat])
  expect(Object.fromEntries(sits)).toEqual(Object.fromEntries(sheet.sitting))
  const line = await lineOf(ctx, sessionId)
  const waits = line.map(({ people, status }) => ({
    people: people.map(({ id }) => ids.indexOf(id)).toSorted((a, b) => a - b),
    isOffered: status === 'offered',
  }))
  expect(waits).toEqual(
    sheet.line.map(({ people, offered }) => ({ people, isOffered: offered !== null })),
  )
  const session = (await findSession(ctx, sessionId))!
  const held = sheet.line.reduce((sum, { offered }) => sum + (offered?.length ?? 0), 0)
  expect(session.taken).toBe(sheet.sitting.size + held)
  expect(session.taken).toBeLessThanOrEqual(session.seats)
  expect(session.childTaken).toBeLessThanOrEqual(session.childSeats)
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Step['act']>(
    'arrive',
    'arrive',
    'arrive',
    'cancel',
    'tend',
    'tend',
    'answer',
    'answer',
    'leave',
    'fill',
    'deal',
    'wait',
  ),
  pick: fc.nat(59),
  many: fc.integer({ min: 1, max: 3 }),
})

test('whatever happens in whatever order, the line is as someone keeps it on paper', () =>
  rolledBack(async (ctx) => {
    const {
      id: sessionId,
      hostId,
      during,
    } = await makeSession(ctx, {
      date: '2022-01-15',
      venueSeats: 6,
      headCount: 4,
      mostGuests: 4,
    })
    const made: string[][] = [[], []]
    for (let person = 0; person < everyone; person += 1) {
      const isChild = person < children
      const born = isChild ? { bornOn: '2012-01-01' } : {}
      made[isChild ? 0 : 1]!.push((await makePerson(ctx, undefined, born)).id)
    }
    const ids = made.flatMap((group) => group.toSorted())
    const host = await as(ctx, { id: hostId })
    await sql`savepoint before`.execute(ctx.tx)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
        await sql`rollback to savepoint before`.execute(ctx.tx)
        const sheet: Sheet = { seats: 4, childSeats: 0, sitting: new Map(), line: [] }
        await live({ ctx: host, sessionId, start: during.start, ids, sheet }, steps)
      }),
      { numRuns: 15 },
    )
  }))
