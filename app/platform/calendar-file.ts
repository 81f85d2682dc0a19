import { createHash } from 'node:crypto'
import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { Span } from './database/spans.ts'
import { dayOf, timeOf } from './time.ts'

/** Something that stands in a calendar. */
export type CalendarEvent = {
  /** The same for ever: a calendar that reads the event again replaces what it has. */
  uid: string
  /** Raised with every change of the event. */
  revision: number
  changedAt: Date
  during: Span
  title: string
  /** A line or several under the title. */
  text: string
  place: string
  url: string
  state: 'confirmed' | 'tentative' | 'cancelled'
  /** Whether it takes the time of who has it in the calendar. */
  busy: boolean
}

const states = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
}

const zone = 'Asia/Shanghai'
const fourHours = 4 * 3600

/** The zone's rules: eight hours ahead, and no summer time for as long as anything is scheduled. */
const zoneRules = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19920101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/** Events as an iCalendar file (RFC 5545), in the street's own time. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'Hearth', product: 'Hearth', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    // How often a calendar that subscribes asks again.
    ttl: fourHours,
    // Only the events are given the zone: what the standard wants in UTC stays in UTC.
    timezone: { name: null, generator: () => zoneRules },
  })
  for (const event of events) {
    calendar.createEvent({
      id: event.uid,
      sequence: event.revision,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      timezone: zone,
      start: wallClock(event.during.start),
      end: wallClock(event.during.end),
      summary: event.title,
      description: event.text,
      location: event.place,
      url: event.url,
      status: states[event.state],
      transparency: event.busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}

// ical-generator writes what a clock on this machine's wall shows. A time without a zone is read by
// the same clock, so that the street's own hour comes out wherever the machine stands.
function wallClock(instant: Date): string {
  return `${dayOf(instant)}T${timeOf(instant)}:00`
}

/**
 * The file as an answer that a phone offers to put into its calendar; nothing where who asks has the
 * same already.
 */
export function calendarResponse(
  fileName: string,
  name: string,
  events: readonly CalendarEvent[],
  asked?: Headers,
): Response {
  const file = calendarFile(name, events)
  const etag = `"${createHash('sha256').update(file).digest('base64url')}"`
  const headers = { etag, 'cache-control': 'private, no-cache' }
  // A proxy that packs the file makes its tag a weak one.
  const has = asked?.get('if-none-match')?.split(/\s*,\s*/) ?? []
  if (has.some((each) => each.replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return new Response(file, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': `attachment; filename="${fileName}.ics"`,
    },
  })
}
