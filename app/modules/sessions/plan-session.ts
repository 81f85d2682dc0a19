import { z } from 'zod'
import { findUnit, findVenue } from '#app/modules/organisation/queries.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { audiences, spokenLanguages } from '#app/modules/talks/menu/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import {
  dayInput,
  optional,
  optionalText,
  severalOf,
  text,
  tick,
  timeInput,
  wholeNumber,
} from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { instantAt } from '#app/platform/time.ts'
import { mayScheduleSessions } from './access.ts'
import { findHome } from './homes/queries.ts'
import { venueTakenBy } from './queries.ts'
import { resourceKinds } from './resources/rules.ts'
import { sessionFormats, whyNotPlanned } from './rules.ts'
import { streamAddress } from './share-stream.ts'

const usualMinutes = 20

export const PlanSession = z.strictObject({
  title: text(80),
  titleEn: optionalText(120),
  strandCode: text(40),
  format: z.enum(sessionFormats),
  audience: z.enum(audiences),
  language: z.enum(spokenLanguages),
  unitId: z.uuid(),
  /** Everything but a round from door to door has one. */
  venueId: optional(z.uuid()),
  /** Who calls the roll and closes it, where that is not who plans it. */
  hostId: optional(z.uuid()),
  when: z.strictObject({ date: dayInput, from: timeInput, to: timeInput }),
  seats: wholeNumber(1, 5000),
  /** Of the seats, those kept for children. */
  childSeats: optional(wholeNumber(0, 5000)),
  toKnow: optionalText(300),
  toKnowEn: optionalText(400),
  /** An exhibition that is walked with a guide. */
  guided: tick,
  /** What has to be lent for it. */
  needs: severalOf(resourceKinds, 0),
  /** Who walks a round from door to door, how long each visit takes, and what is left behind. */
  visitorId: optional(z.uuid()),
  minutesEach: optional(wholeNumber(5, 120)),
  leaves: optionalText(40),
  /** The micro-course that is watched together, and where a live stream is seen. */
  courseId: optional(z.uuid()),
  streamUrl: optional(streamAddress),
})

/** The office plans a session of its own, in any format; it stays a draft until it is published. */
export async function planSession(ctx: Context, input: z.infer<typeof PlanSession>) {
  const season = found(await currentSeason(ctx))
  const strands = await strandsOf(ctx, season.id)
  const unit = found(await findUnit(ctx, input.unitId))
  const isRound = input.format === 'door'
  const venue = input.venueId && !isRound ? found(await findVenue(ctx, input.venueId)) : null
  const home = venue?.kind === 'home' ? ((await findHome(ctx, venue.id)) ?? null) : null
  const host = found(await findPerson(ctx, found(input.hostId ?? ctx.actor.personId)))
  const visitor = input.visitorId ? found(await findPerson(ctx, input.visitorId)) : null
  const { date, from, to } = input.when
  const plan = {
    ...input,
    during: { start: instantAt(date, from), end: instantAt(date, to) },
    childSeats: isRound ? 0 : (input.childSeats ?? 0),
    visitorId: visitor?.id ?? null,
  }
  authorise(mayScheduleSessions(ctx.actor))
  refuseIf(whyNotPlanned(plan, { season, strands, venue, home }, ctx.now))
  const [taken] = venue ? await venueTakenBy(ctx, venue.id, [plan.during]) : []
  // Who plans can talk with who has it.
  if (taken) throw new Refused('venue_taken', { ...taken, ...taken.during })
  const id = newId()
  await insertDraft(ctx, id, plan, { seasonId: season.id, unitId: unit.id, hostId: host.id })
  const of = { streetId: ctx.street, sessionId: id }
  if (input.needs.length > 0) {
    await ctx.tx
      .insertInto('resourceNeed')
      .values(input.needs.map((kind) => ({ ...of, kind })))
      .execute()
  }
  if (input.format === 'viewing' && input.courseId) {
    await ctx.tx
      .insertInto('viewing')
      .values({ ...of, courseId: input.courseId })
      .execute()
  }
  if (isRound) {
    await ctx.tx
      .insertInto('doorRound')
      .values({
        ...of,
        visitorId: found(visitor).id,
        minutesEach: input.minutesEach ?? usualMinutes,
        leaves: input.leaves,
      })
      .execute()
  }
  await record(ctx, 'session.planned', id)
  return { id }
}

type Planned = Omit<z.infer<typeof PlanSession>, 'childSeats' | 'visitorId'> & {
  during: { start: Date; end: Date }
  childSeats: number
}

async function insertDraft(
  ctx: Context,
  id: string,
  plan: Planned,
  ids: { seasonId: string; unitId: string; hostId: string },
) {
  await ctx.tx
    .insertInto('session')
    .values({
      streetId: ctx.street,
      id,
      ...ids,
      number: await nextNumber(ctx, 'session'),
      strandCode: plan.strandCode,
      title: plan.title,
      titleEn: plan.titleEn,
      format: plan.format,
      audience: plan.audience,
      language: plan.language,
      venueId: plan.format === 'door' ? null : (plan.venueId ?? null),
      during: rangeOf(plan.during),
      seats: plan.seats,
      childSeats: plan.childSeats,
      toKnow: plan.toKnow,
      toKnowEn: plan.toKnowEn,
      guided: plan.guided && plan.format === 'exhibition',
      streamUrl: plan.format === 'stream' ? (plan.streamUrl ?? '') : '',
      status: 'draft',
      scheduledAt: ctx.now,
    })
    .execute()
}
