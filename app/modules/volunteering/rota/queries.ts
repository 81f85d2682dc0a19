import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { day, later } from '#app/platform/time.ts'
import {
  findServer,
  type ServerRow,
  type ShiftRow,
  standingApplication,
  standingConsent,
} from '../posts/queries.ts'
import { serviceRule } from '../youth/queries.ts'
import type { Adult, ServiceRule } from '../youth/rules.ts'
import { lowestFree, type OffWhy, type RotaReason, turnsIn, whyNotPlaced } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type PlaceRow = {
  id: string
  shiftId: string
  personId: string
  name: string
  bornOn: string | null
  minor: boolean
  seat: number
  state: 'on' | 'off' | 'done'
  offWhy: OffWhy | null
  besideId: string | null
  besideSeat: number | null
  besideName: string | null
  pickUp: string
  fetchedAt: Date | null
  /** How many children stand beside this one. */
  children: number
  swapId: string | null
}

/** Everyone who stands or stood on shifts, by seat; those who gave their place up come last. */
export async function placesOn(ctx: Reading, shiftIds: readonly string[]): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select p.id, p.shift_id, p.person_id, person.name, p.born_on, p.seat, p.state, p.off_why, p.beside_id,
      p.beside_seat, adult.name as beside_name, p.pick_up, p.fetched_at,
      coalesce(p.born_on > p.day - interval '18 years', false) as minor,
      (select count(*) from shift_place child where child.street_id = ${ctx.street}
        and child.beside_id = p.id and child.state = 'on') as children,
      (select swap.id from shift_swap swap where swap.street_id = ${ctx.street} and swap.place_id = p.id
        and swap.taken_at is null and swap.withdrawn_at is null) as swap_id
    from shift_place p
    join person on person.street_id = p.street_id and person.id = p.person_id
    left join shift_place beside on beside.street_id = p.street_id and beside.id = p.beside_id
    left join person adult on adult.street_id = p.street_id and adult.id = beside.person_id
    where p.street_id = ${ctx.street} and p.shift_id = any(${[...shiftIds]}::uuid[])
    order by p.state = 'off', p.seat, p.id`.execute(ctx.tx)
  return rows
}

const around = 9 * day

/** Where people stand in the days around a span: for rest and for how many turns a week. */
async function placesAround(ctx: Reading, personIds: readonly string[], during: Span) {
  const { rows } = await sql<{
    personId: string
    shiftId: string
    during: Span
    weekTurn: number
  }>`
    select person_id, shift_id, during, week_turn from shift_place
    where street_id = ${ctx.street} and person_id = any(${[...personIds]}::uuid[]) and state <> 'off'
      and during && tstzrange(${later(during.start, -around)}, ${later(during.end, around)})
    order by lower(during)`.execute(ctx.tx)
  return rows
}

/** Whether a person belongs to the team of a post; where it has none nobody does. */
async function isInTeam(ctx: Reading, teamId: string | null, personId: string): Promise<boolean> {
  if (teamId === null) return false
  const row = await ctx.tx
    .selectFrom('teamMember')
    .select('personId')
    .where('streetId', '=', ctx.street)
    .where('teamId', '=', teamId)
    .where('personId', '=', personId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** All that decides whether someone may stand on a shift, and what the place would be made of. */
export type Placing = {
  whyNot: RotaReason | null
  person: ServerRow
  rule: ServiceRule
  applicationId: string | null
  consentId: string | null
  besideId: string | null
  besideSeat: number | null
  pickUp: string
  seat: number
  weekTurn: number
}

/**
 * Looks at everything that decides a place, under the shift's lock; what it leans on is kept from
 * changing until the transaction ends. Null where there is no such person.
 */
export async function placingOf(
  ctx: Context,
  shift: ShiftRow,
  asked: { personId: string; besideId: string | null; byStaff: boolean },
): Promise<Placing | null> {
  const person = await findServer(ctx, asked.personId)
  if (!person) return null
  const rule = await serviceRule(ctx)
  const application = await standingApplication(ctx, shift.postId, person.id)
  const consent = await standingConsent(ctx, shift.postId, person.id)
  const inTeam = await isInTeam(ctx, shift.teamId, person.id)
  const places = await placesAround(ctx, [person.id], shift.during)
  const on = (await placesOn(ctx, [shift.id])).filter((place) => place.state !== 'off')
  const adult = adultAmong(on, asked.besideId)
  const server = {
    bornOn: person.bornOn,
    approved: application?.state === 'approved',
    consentId: consent?.id ?? null,
    inTeam,
    pickUp: application?.pickUp ?? '',
    places,
  }
  const asks = { now: ctx.now, byStaff: asked.byStaff }
  const beside = on.filter((place) => place.besideId === asked.besideId && place.besideId !== null)
  return {
    whyNot: whyNotPlaced(shift, on.length, server, adult, rule, asks),
    person,
    rule,
    applicationId: application?.id ?? null,
    consentId: server.consentId,
    besideId: asked.besideId,
    besideSeat:
      asked.besideId === null ? null : lowestFree(beside.map((place) => place.besideSeat!)),
    pickUp: server.pickUp,
    seat: lowestFree(on.map((place) => place.seat)),
    weekTurn: lowestFree(turnsIn(shift.during, places).map((place) => place.weekTurn)),
  }
}

/** The adult asked for; null where none was, undefined where that one is no adult of this shift. */
function adultAmong(on: readonly PlaceRow[], besideId: string | null): Adult | null | undefined {
  if (besideId === null) return null
  const place = on.find((each) => each.id === besideId && each.state === 'on' && !each.minor)
  return place && { placeId: place.id, children: place.children }
}

/** A place with its shift's id, before either is locked. */
export async function findPlace(ctx: Reading, placeId: string) {
  return ctx.tx
    .selectFrom('shiftPlace')
    .select(['id', 'shiftId', 'personId', 'postId', 'state'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', placeId)
    .executeTakeFirst()
}

export type OwnPlace = {
  id: string
  shiftId: string
  postId: string
  title: string
  titleEn: string
  place: string
  during: Span
  personId: string
  name: string
  minor: boolean
  teamId: string | null
  besideName: string | null
  swapId: string | null
}

/** Where these people stand from now on, soonest first. */
export async function placesAhead(
  ctx: Reading & Pick<Context, 'now'>,
  personIds: readonly string[],
): Promise<OwnPlace[]> {
  const { rows } = await sql<OwnPlace>`
    select p.id, p.shift_id, p.post_id, post.title, post.title_en, post.place, p.during, p.person_id,
      person.name, coalesce(p.born_on > p.day - interval '18 years', false) as minor, post.team_id,
      adult.name as beside_name,
      (select swap.id from shift_swap swap where swap.street_id = ${ctx.street} and swap.place_id = p.id
        and swap.taken_at is null and swap.withdrawn_at is null) as swap_id
    from shift_place p
    join post on post.street_id = p.street_id and post.id = p.post_id
    join person on person.street_id = p.street_id and person.id = p.person_id
    left join shift_place beside on beside.street_id = p.street_id and beside.id = p.beside_id
    left join person adult on adult.street_id = p.street_id and adult.id = beside.person_id
    where p.street_id = ${ctx.street} and p.state = 'on' and upper(p.during) > ${ctx.now}
      and p.person_id = any(${[...personIds]}::uuid[])
    order by lower(p.during), p.id`.execute(ctx.tx)
  return rows
}

export type SwapRow = {
  id: string
  placeId: string
  shiftId: string
  postId: string
  personId: string
  name: string
  title: string
  titleEn: string
  place: string
  during: Span
  takenAt: Date | null
  withdrawnAt: Date | null
  placeState: string
}

async function swapsWhere({ tx, street }: Reading, where: ReturnType<typeof sql>) {
  const { rows } = await sql<SwapRow>`
    select swap.id, swap.place_id, p.shift_id, p.post_id, swap.person_id, person.name, post.title,
      post.title_en, post.place, p.during, swap.taken_at, swap.withdrawn_at, p.state as place_state
    from shift_swap swap
    join shift_place p on p.street_id = swap.street_id and p.id = swap.place_id
    join post on post.street_id = p.street_id and post.id = p.post_id
    join person on person.street_id = swap.street_id and person.id = swap.person_id
    where swap.street_id = ${street} and ${where} order by lower(p.during), swap.id`.execute(tx)
  return rows
}

export async function findSwap(ctx: Reading, swapId: string) {
  return (await swapsWhere(ctx, sql`swap.id = ${swapId}`))[0]
}

/** Places that their holders offer to others now. */
export async function openSwaps(ctx: Reading & Pick<Context, 'now'>) {
  return swapsWhere(
    ctx,
    sql`swap.taken_at is null and swap.withdrawn_at is null and p.state = 'on' and lower(p.during) > ${ctx.now}`,
  )
}

/** Who is cleared for a shift's post and could still come: of age, free, rested, and not yet there. */
export async function whomToAsk(ctx: Reading, shifts: readonly ShiftRow[]) {
  const { rows } = await sql<{ shiftId: string; personId: string; name: string }>`
    select s.id as shift_id, a.person_id, person.name
    from shift s
    join application a on a.street_id = s.street_id and a.post_id = s.post_id and a.state = 'approved'
    join person on person.street_id = a.street_id and person.id = a.person_id
    where s.street_id = ${ctx.street} and s.id = any(${shifts.map(({ id }) => id)}::uuid[])
      and person.born_on <= (lower(s.during) at time zone 'Asia/Shanghai')::date - interval '18 years'
      and not exists (select from shift_place p where p.street_id = s.street_id and p.person_id = a.person_id
        and p.state <> 'off' and p.during && tstzrange(lower(s.during) - interval '11 hours', upper(s.during) + interval '11 hours'))
    order by person.name_pinyin, person.id`.execute(ctx.tx)
  return Map.groupBy(rows, (row) => row.shiftId)
}
