import { sql } from 'kysely'
import { sketchOf } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { addDays, dayOf } from '#app/platform/time.ts'
import { type Availability, type Booked, vettingNotice } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** A topic of a speaker: 1 can, 2 well, 3 it is their own. */
export type SpokenTopic = { code: string; strength: number }

function registered(ctx: Reading) {
  return ctx.tx
    .selectFrom('speaker')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'speaker.streetId')
        .onRef('person.id', '=', 'speaker.personId'),
    )
    .selectAll('speaker')
    .select(['person.name', 'person.bornOn', 'person.joinedPartyOn', 'person.homeUnitId'])
    .select(
      sql<SpokenTopic[]>`coalesce((
        select json_agg(json_build_object('code', own.topic_code, 'strength', own.strength)
          order by own.strength desc, own.topic_code)
        from speaker_topic own where own.street_id = speaker.street_id and own.speaker_id = speaker.id), '[]')`.as(
        'topics',
      ),
    )
    .where('speaker.streetId', '=', ctx.street)
}

/** Everyone who ever stood in the register, with their names, in the order they came. */
export async function speakers(ctx: Reading) {
  return registered(ctx).orderBy('speaker.id').execute()
}

export async function findSpeaker(ctx: Reading, speakerId: string) {
  return registered(ctx).where('speaker.id', '=', speakerId).executeTakeFirst()
}

export async function speakerOfPerson(ctx: Reading, personId: string) {
  return registered(ctx).where('speaker.personId', '=', personId).executeTakeFirst()
}

/** A person's entry, left or not, taken for this transaction. */
export async function lockSpeakerOf(ctx: Reading, personId: string) {
  return ctx.tx
    .selectFrom('speaker')
    .select(['id', 'leftAt'])
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .forUpdate()
    .executeTakeFirst()
}

/** Takes the speaker for this transaction: two who would ask for the same week come one after the other. */
export async function lockSpeaker(ctx: Reading, speakerId: string) {
  await ctx.tx
    .selectFrom('speaker')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('id', '=', speakerId)
    .forUpdate()
    .executeTakeFirst()
}

/** A speaker as the expert database lists them, with what their talks say too. */
export type ExpertRow = {
  id: string
  name: string
  kind: string
  about: string
  aboutEn: string
  conditions: string
  conditionsEn: string
  mostGuests: number | null
  weeklyLimit: number | null
  languages: string[]
  topics: string[]
  formats: string[]
  talks: number
  communityId: string | null
  communityName: string | null
  audiences: string[]
  lengths: number[]
  equipment: string
  equipmentEn: string
  rangeKm: number | null
  seasonLimit: number | null
  restDays: number
  vettedUntil: string | null
}

/** The speakers whose vetting is over or near its end, those first; they wait for the office. */
export async function vettingsEnding(ctx: Pick<Context, 'tx' | 'street' | 'now'>) {
  return registered(ctx)
    .where('speaker.leftAt', 'is', null)
    .where('speaker.vettedUntil', '<=', addDays(dayOf(ctx.now), vettingNotice))
    .orderBy('speaker.vettedUntil')
    .orderBy('speaker.id')
    .execute()
}

/** The speakers of the register now, their topics and formats joined with those of their talks. */
export async function experts({ tx, street }: Reading): Promise<ExpertRow[]> {
  const { rows } = await sql<ExpertRow>`
    with given as (
      select gives.speaker_id, talk.topics, talk.formats from talk_speaker gives
      join talk on talk.street_id = gives.street_id and talk.id = gives.talk_id and talk.retired_at is null
      where gives.street_id = ${street}
    )
    select s.id, person.name, s.kind, s.about, s.about_en, s.conditions, s.conditions_en, s.most_guests,
      s.weekly_limit, s.season_limit, s.rest_days, s.range_km, s.vetted_until, s.languages, s.audiences, s.lengths,
      s.equipment, s.equipment_en, community.id as community_id, community.name as community_name,
      (select count(*) from given where given.speaker_id = s.id) as talks,
      array(select own.topic_code from speaker_topic own
        where own.street_id = s.street_id and own.speaker_id = s.id
        union select unnest(given.topics) from given where given.speaker_id = s.id order by 1) as topics,
      array(select unnest(s.formats) union select unnest(given.formats) from given
        where given.speaker_id = s.id order by 1) as formats
    from speaker s
    join person on person.street_id = s.street_id and person.id = s.person_id
    left join unit home on home.street_id = s.street_id and home.id = person.home_unit_id
    left join unit community on community.street_id = s.street_id and community.id = any(home.ancestors)
      and community.kind = 'community'
    where s.street_id = ${street} and s.left_at is null
    order by s.id`.execute(tx)
  return rows
}

type StoredAvailability = Omit<Availability, 'booked'> & {
  id: string
  booked: (Omit<Booked, 'time'> & { start: string; end: string })[]
}

/** When and where each of these speakers can come, with what each has promised; of all without a list. */
export async function availabilityOf(
  ctx: Reading,
  speakerIds?: readonly string[],
): Promise<Map<string, Availability>> {
  const asked = speakerIds ? sql`and s.id = any(${speakerIds}::uuid[])` : sql`and s.left_at is null`
  const { rows } = await sql<StoredAvailability>`
    select s.id, s.on_holidays, s.weekly_limit, s.season_limit, s.rest_days, s.range_km, s.vetted_until,
      s.home_venue_id, ${sketchOf(ctx, sql`person.home_unit_id`)} as home,
      coalesce((
        select json_agg(json_build_object('weekday', h.weekday, 'fromTime', h.from_time, 'untilTime', h.until_time)
          order by h.weekday, h.from_time)
        from speaker_hours h where h.street_id = s.street_id and h.speaker_id = s.id), '[]') as hours,
      coalesce((
        select json_agg(json_build_object('day', e.day, 'fromTime', e.from_time, 'untilTime', e.until_time)
          order by e.day, e.from_time)
        from speaker_extra e where e.street_id = s.street_id and e.speaker_id = s.id), '[]') as extra,
      coalesce((
        select json_agg(json_build_object('fromOn', a.from_on, 'untilOn', a.until_on) order by a.from_on)
        from speaker_away a where a.street_id = s.street_id and a.speaker_id = s.id), '[]') as away,
      coalesce((
        select json_agg(json_build_object('orderId', d.order_id, 'seasonId', o.season_id, 'venueId', d.venue_id,
          'start', lower(d.during), 'end', upper(d.during), 'at', ${sketchOf(ctx, sql`v.unit_id`)})
          order by lower(d.during))
        from dispatch d
        join talk_order o on o.street_id = ${ctx.street} and o.id = d.order_id
        join venue v on v.street_id = ${ctx.street} and v.id = d.venue_id
        where d.street_id = s.street_id and d.speaker_id = s.id and d.status in ('proposed', 'accepted')),
        '[]') as booked
    from speaker s join person on person.street_id = s.street_id and person.id = s.person_id
    where s.street_id = ${ctx.street} ${asked}`.execute(ctx.tx)
  return new Map(
    rows.map(({ id, booked, ...said }) => [id, { ...said, booked: booked.map(bookedOf) }]),
  )
}

function bookedOf({ start, end, ...rest }: StoredAvailability['booked'][number]): Booked {
  return { ...rest, time: { start: new Date(start), end: new Date(end) } }
}

/** How many talks of the menu each speaker can give. */
export async function talksGivenBy(ctx: Reading, speakerId: string) {
  return ctx.tx
    .selectFrom('talkSpeaker')
    .innerJoin('talk', (join) =>
      join
        .onRef('talk.streetId', '=', 'talkSpeaker.streetId')
        .onRef('talk.id', '=', 'talkSpeaker.talkId'),
    )
    .select(['talk.id', 'talk.number', 'talk.title', 'talk.titleEn', 'talkSpeaker.strength'])
    .where('talkSpeaker.streetId', '=', ctx.street)
    .where('talkSpeaker.speakerId', '=', speakerId)
    .where('talk.retiredAt', 'is', null)
    .orderBy('talk.number')
    .execute()
}
