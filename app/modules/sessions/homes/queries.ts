import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** The limits of a home that receives; undefined where none were entered. */
export async function findHome(ctx: Reading, venueId: string) {
  return ctx.tx
    .selectFrom('home')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('venueId', '=', venueId)
    .executeTakeFirst()
}

export type HomeRow = {
  venueId: string
  venueName: string
  unitName: string
  householderId: string | null
  householderName: string | null
  mostGuests: number | null
  fromTime: string | null
  untilTime: string | null
  consentId: string | null
}

/** Every venue that is a home, with its householder's limits and consent, where they are known. */
export async function homes(ctx: Reading): Promise<HomeRow[]> {
  const { rows } = await sql<HomeRow>`
    select venue.id as venue_id, venue.name as venue_name, unit.name as unit_name, home.householder_id,
      householder.name as householder_name, home.most_guests, home.from_time, home.until_time,
      consent.id as consent_id
    from venue
    join unit on unit.street_id = venue.street_id and unit.id = venue.unit_id
    left join home on home.street_id = venue.street_id and home.venue_id = venue.id
    left join person householder on householder.street_id = home.street_id and householder.id = home.householder_id
    left join consent on consent.street_id = home.street_id and consent.person_id = home.householder_id
      and consent.subject_id = home.venue_id and consent.purpose = 'activity' and consent.active
    where venue.street_id = ${ctx.street} and venue.kind = 'home'
    order by unit.name, venue.name, venue.id`.execute(ctx.tx)
  return rows
}

/** Who may be the householder of a home: the speakers, and everyone who can't go out. */
export async function householdersFor(ctx: Reading) {
  const { rows } = await sql<{ id: string; name: string; unitName: string | null }>`
    select p.id, p.name, unit.name as unit_name from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    where p.street_id = ${ctx.street} and (p.homebound or exists (
      select from speaker where speaker.street_id = p.street_id and speaker.person_id = p.id
        and speaker.left_at is null))
    order by p.name_pinyin, p.id
    limit 500`.execute(ctx.tx)
  return rows
}
