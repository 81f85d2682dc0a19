import { sql } from 'kysely'
import { z } from 'zod'
import { findVenue } from '#app/modules/organisation/queries.ts'
import type { Format } from '#app/modules/talks/menu/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf, type Span } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { mayScheduleSessions } from './access.ts'
import { hasClashed, sessionOfDispatch } from './queries.ts'
import { formatOf, seatsOf, whyNotMoved, whyNotScheduled } from './rules.ts'

export const ScheduleSession = z.strictObject({
  dispatchId: z.uuid(),
  /** Another venue than the order's, where that one turned out to be taken. */
  venueId: z.uuid().optional(),
})

/**
 * Makes the session that follows from an accepted dispatch, once, hosted by who ordered it. A venue
 * that is taken leaves the dispatch without a session: the office is told and gives it another venue.
 */
export async function scheduleSession(ctx: Context, input: z.infer<typeof ScheduleSession>) {
  const asked = found(await dispatchToHold(ctx, input.dispatchId))
  const made = await sessionOfDispatch(ctx, asked.dispatchId)
  const venue = found(await findVenue(ctx, input.venueId ?? asked.venueId))
  authorise(mayScheduleSessions(ctx.actor))
  const refused = whyNotScheduled(asked, made)
  // A fact may be delivered twice, or after the speaker's yes was taken back.
  if (refused && ctx.actor.kind === 'system') return made?.id ?? null
  refuseIf(refused ?? (input.venueId ? whyNotMoved(venue, asked) : null))
  const id = newId()
  const inserted = await ctx.tx
    .insertInto('session')
    .values({
      streetId: ctx.street,
      id,
      number: await nextNumber(ctx, 'session'),
      seasonId: asked.seasonId,
      strandCode: asked.strandCode,
      dispatchId: asked.dispatchId,
      talkId: asked.talkId,
      title: asked.title,
      titleEn: asked.titleEn,
      format: formatOf(asked.formats, venue.kind),
      audience: asked.audience,
      language: asked.language,
      unitId: asked.unitId,
      venueId: venue.id,
      speakerId: asked.speakerId,
      hostId: asked.placedBy,
      during: rangeOf(asked.during),
      seats: seatsOf(venue, asked, asked.headCount),
      status: 'scheduled',
      scheduledAt: ctx.now,
    })
    // The venue's constraint says no here without ending the transaction, so that it can be told.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) {
    await record(ctx, 'session.scheduled', id, { details: { dispatchId: asked.dispatchId } })
    return id
  }
  refuseIf(ctx.actor.kind === 'system' ? null : 'venue_taken')
  if (!(await hasClashed(ctx, asked.dispatchId))) {
    await record(ctx, 'session.clashed', asked.dispatchId, { details: { venueId: venue.id } })
  }
  return null
}

type Asked = {
  dispatchId: string
  status: string
  speakerId: string
  venueId: string
  during: Span
  talkId: string
  seasonId: string
  unitId: string
  audience: string
  language: string
  headCount: number
  placedBy: string
  strandCode: string
  title: string
  titleEn: string
  formats: Format[]
  mostGuests: number | null
}

/** Everything a session takes from a dispatch, locked so that it has one session and can't be taken back meanwhile. */
async function dispatchToHold(ctx: Context, dispatchId: string): Promise<Asked | undefined> {
  const { rows } = await sql<Asked>`
    select dispatch.id as dispatch_id, dispatch.status, dispatch.speaker_id, dispatch.venue_id, dispatch.during,
      talk.id as talk_id, talk.strand_code, talk.title, talk.title_en, talk.formats,
      asked.season_id, asked.unit_id, asked.audience, asked.language, asked.head_count, asked.placed_by,
      speaker.most_guests
    from dispatch
    join talk_order asked on asked.street_id = dispatch.street_id and asked.id = dispatch.order_id
    join talk on talk.street_id = asked.street_id and talk.id = asked.talk_id
    join speaker on speaker.street_id = dispatch.street_id and speaker.id = dispatch.speaker_id
    where dispatch.street_id = ${ctx.street} and dispatch.id = ${dispatchId}
    for update of dispatch`.execute(ctx.tx)
  return rows[0]
}
