import { unitsOf } from '#app/modules/organisation/queries.ts'
import { mayRunOffice, unitRoles } from '#app/modules/people/access.ts'
import type { invitationsOf } from '#app/modules/talks/dispatches/queries.ts'
import type { CalendarEvent } from '#app/platform/calendar-file.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { authorise, found } from '#app/platform/errors.ts'
import type { Visit } from '#app/platform/http/page.ts'
import { type Language, titleIn } from '#app/platform/language.ts'
import type { Mark } from '#app/ui/calendar.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { asSeenBy } from '../../queries.ts'
import { type Calendar, maySeeCalendar } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import {
  type BookingInCalendar,
  bookingsIn,
  type CalendarSession,
  calendarSessions,
  findCalendar,
  type Part,
  type Whose,
} from '../queries.ts'
import { type At, readOf, type View } from '../rules.ts'

const words = { zh, en }

/** What stands in a calendar: a session, or a booking of something that is lent. */
export type Item = {
  id: string
  title: string
  titleEn: string
  during: Span
  /** Where it is, as far as the reader may know. */
  venue: string
  place: string
  unitName: string
  speakerName: string | null
  /** Null for what the reader can't open: a session that others are still preparing. */
  href: string | null
  state: 'draft' | 'scheduled' | 'held' | 'cancelled'
  /** Whether people come to it: not to a round from door to door, nor to a booking. */
  invites: boolean
  part: Part | null
  waitsAt: number | null
  offerUntil: Date | null
  strand: { code: string; name: string; nameEn: string } | null
  revision: number
  changedAt: Date
}

/** A calendar that can be chosen, as its address and its link name it. */
export type Named = { of: string; name: string; nameEn: string }

/** The calendars that the reader can open: near ones at a tap, the rest in lists. */
export type Choosable = {
  near: Named[]
  units: Named[]
  venues: Named[]
  resources: Named[]
}

/** Everything the page of a calendar is made from. */
export type CalendarData = {
  /** As an address names it; null where it is the one that opens by itself. */
  of: string | null
  calendar: Calendar
  subscribes: boolean
  choices: Choosable
  view: View
  at: At
  /** The strand that the reader looks at alone. */
  strand: string | null
  items: Item[]
  marks: (Mark & { nameEn: string })[]
  /** Of one's own calendar: talks that one is asked to give. */
  asked: Awaited<ReturnType<typeof invitationsOf>>
}

/**
 * The calendar that an address names, for who may see it. The office, whose own is mostly empty, begins
 * with the street's, anyone else with the own one.
 */
export async function chosenCalendar(ctx: Context, asked: string | null): Promise<Calendar> {
  const of = readOf(asked ?? (mayRunOffice(ctx.actor) ? 'street' : 'mine'))
  const calendar = found(of && (await findCalendar(ctx, of)))
  // Whose child someone is, is nobody else's business.
  if (calendar.kind === 'child') found(maySeeCalendar(ctx.actor, calendar) || null)
  authorise(maySeeCalendar(ctx.actor, calendar))
  return calendar
}

/** The units whose calendars the reader can choose: those the reader was appointed to run. */
export async function unitsRunBy(ctx: Context) {
  const ids = ctx.actor.appointments
    .filter((held) => unitRoles.some((role) => role === held.role))
    .map((held) => held.unitId)
  return ids.length > 0 ? unitsOf(ctx, ids) : []
}

function whoseIn(ctx: Context, calendar: Exclude<Calendar, { kind: 'resource' }>): Whose {
  switch (calendar.kind) {
    case 'street':
      return 'street'
    case 'mine':
      return { personId: found(ctx.actor.personId) }
    case 'child':
      return { personId: calendar.id }
    case 'unit':
      return { unitId: calendar.id }
    case 'venue':
      return { venueId: calendar.id }
    case 'series':
      return { seriesId: calendar.id }
  }
}

/** What stands in a calendar within a span, soonest first, as someone may see it. */
export async function itemsIn(
  ctx: Context,
  calendar: Calendar,
  span: Span,
  seenBy: Actor = ctx.actor,
): Promise<Item[]> {
  if (calendar.kind === 'resource')
    return (await bookingsIn(ctx, calendar.id, span)).map((booking) => itemOfBooking(booking))
  const sessions = await calendarSessions(ctx, whoseIn(ctx, calendar), span)
  return sessions.map((session) => itemOf(asSeenBy(seenBy, session), session, seenBy))
}

/** A session as it stands in a calendar. */
export function itemOf(
  session: ReturnType<typeof asSeenBy>,
  own: Pick<CalendarSession, 'part' | 'waitsAt' | 'offerUntil'>,
  actor: Actor,
): Item {
  const { part, waitsAt, offerUntil } = own
  const hidden = session.status === 'draft' && !mayRunSession(actor, session)
  return {
    ...session,
    ...(hidden && { title: '', titleEn: '', speakerName: null }),
    part,
    waitsAt,
    offerUntil,
    venue: session.venueName,
    place: session.venuePlace,
    href: hidden ? null : to(urls.session, { sessionId: session.id }),
    state: session.status,
    invites: session.format !== 'door',
    strand: {
      code: session.strandCode,
      name: session.strandName,
      nameEn: session.strandNameEn,
    },
  }
}

const bookingSteps = { booked: 0, handed_over: 1, returned: 2, cancelled: 3 }

function itemOfBooking(booking: BookingInCalendar): Item {
  const { unitName, sessionTitle, sessionTitleEn } = booking
  return {
    ...booking,
    title: [unitName, sessionTitle].filter(Boolean).join(' · '),
    titleEn: [unitName, sessionTitleEn || sessionTitle].filter(Boolean).join(' · '),
    venue: '',
    place: '',
    speakerName: null,
    href: to(urls.resource, { resourceId: booking.resourceId }),
    state: booking.status === 'cancelled' ? 'cancelled' : 'scheduled',
    invites: false,
    part: null,
    waitsAt: null,
    offerUntil: null,
    strand: null,
    revision: bookingSteps[booking.status],
  }
}

/** What a calendar is called. */
export function nameOf(calendar: Calendar, language: Language): string | null {
  if (!('id' in calendar)) return null
  return language === 'en' && 'nameEn' in calendar && calendar.nameEn
    ? calendar.nameEn
    : calendar.name
}

/** Something in a calendar as an entry of a calendar file, the same one for ever by its id. */
export function eventOf(
  item: Item,
  street: number,
  { language, origin }: Pick<Visit, 'language' | 'origin'>,
): CalendarEvent {
  const t = words[language].calendar
  const title = item.title === '' ? t.inPreparation : titleIn(language, item)
  const waits = item.part === 'waiting' || item.part === 'offered'
  return {
    uid: `${item.id}@${street}`,
    revision: item.revision,
    changedAt: item.changedAt,
    during: item.during,
    title: waits ? t.waitingTitle(title) : title,
    text: t.fileText(item.unitName, item.speakerName),
    place: [item.venue, item.place].filter(Boolean).join(' · '),
    url: item.href === null ? origin : `${origin}${item.href}`,
    state:
      item.state === 'cancelled'
        ? 'cancelled'
        : waits || item.state === 'draft'
          ? 'tentative'
          : 'confirmed',
    // What one does not go to oneself leaves one's time free.
    busy: item.state !== 'cancelled' && item.part !== 'branch' && !waits,
  }
}
