import { addUnit } from '#app/modules/organisation/add-unit.ts'
import { addVenue } from '#app/modules/organisation/add-venue.ts'
import { openStreet } from '#app/modules/organisation/open-street.ts'
import { topUnit } from '#app/modules/organisation/queries.ts'
import { addPerson } from '#app/modules/people/add-person.ts'
import { appoint } from '#app/modules/people/appoint.ts'
import { actorOf } from '#app/modules/people/queries.ts'
import { type Context, type Role, system } from '#app/platform/context.ts'

// What tests stand on, made through the commands themselves, as the system.

const asSystem = (ctx: Context): Context => ({ ...ctx, actor: system })

let made = 0
/** A number no other thing of this run has. */
export function another(): number {
  made += 1
  return made
}

/** The context's street, opened from a division of its own, with its top unit. */
export async function makeStreet(ctx: Context) {
  const open = await topUnit(ctx)
  if (open) return open
  await ctx.tx
    .insertInto('division')
    .values({ code: String(ctx.street), name: `街道${ctx.street}`, level: 'street' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await openStreet(asSystem(ctx), { code: String(ctx.street), nameEn: `Street ${ctx.street}` })
  return (await topUnit(ctx))!
}

export async function makeCommunity(ctx: Context, name = `社区${another()}`) {
  const top = await makeStreet(ctx)
  return addUnit(asSystem(ctx), { parentId: top.id, kind: 'community', name })
}

export async function makeBranch(ctx: Context, communityId?: string) {
  const parentId = communityId ?? (await makeCommunity(ctx)).id
  return addUnit(asSystem(ctx), { parentId, kind: 'branch', name: `支部${another()}` })
}

export async function makeVenue(ctx: Context, unitId: string, seats = 40) {
  return addVenue(asSystem(ctx), {
    unitId,
    kind: 'station',
    name: `活动室${another()}`,
    seats,
    place: '',
  })
}

/** A person with a phone that can't be real, at a unit or at the street. */
export async function makePerson(
  ctx: Context,
  unitId?: string,
  more: { name?: string; bornOn?: string; phone?: string } = {},
) {
  const homeUnitId = unitId ?? (await makeStreet(ctx)).id
  const phone = `100${String(another()).padStart(8, '0')}`
  return addPerson(asSystem(ctx), { name: `李${another()}`, homeUnitId, phone, ...more })
}

/** A person who holds a role at a unit (the street's own by default). */
export async function makeAppointed(ctx: Context, role: Role, unitId?: string) {
  const at = unitId ?? (await makeStreet(ctx)).id
  const person = await makePerson(ctx, at)
  await appoint(asSystem(ctx), { personId: person.id, unitId: at, role, fromOn: '2020-01-01' })
  return person
}

/** The same context, acted in by a person with what the person holds today. */
export async function as(ctx: Context, person: { id: string }): Promise<Context> {
  return { ...ctx, actor: await actorOf(ctx, person.id) }
}
