import { calendarResponse } from '#app/platform/calendar-file.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Download, Visit } from '#app/platform/http/page.ts'
import { day, later } from '#app/platform/time.ts'
import { asSeenBy, findSession, shownTo } from '../../queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { calendarSessions } from '../queries.ts'
import { eventOf, whoseCalendar } from './calendar-data.tsx'

const words = { zh, en }

const back = 60 * day
const ahead = 365 * day

/** A calendar as a file brings it: two months back, so that what was called off is known, and a year ahead. */
export async function calendarParts(
  ctx: Context,
  visit: Pick<Visit, 'query' | 'language' | 'origin' | 'reader'>,
  seenBy = ctx.actor,
) {
  const { whose, unit } = await whoseCalendar(ctx, visit.query)
  const span = { start: later(ctx.now, -back), end: later(ctx.now, ahead) }
  const sessions = await calendarSessions(ctx, whose, span)
  const owner = whose === 'street' ? visit.reader.streetName : (unit?.name ?? ctx.actor.name)
  return {
    name: words[visit.language].calendar.calendarName(owner),
    events: sessions.map((session) => eventOf(asSeenBy(seenBy, session), ctx.street, visit)),
  }
}

/** A whole calendar to keep. */
export const calendarDownload: Download = {
  async respond(ctx, visit) {
    const { name, events } = await calendarParts(ctx, visit)
    return calendarResponse('hearth', name, events)
  },
}

/** One session to keep. */
export const sessionDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const session = found(shownTo(ctx.actor, await findSession(ctx, visit.params['sessionId']!)))
    const event = eventOf(session, ctx.street, visit)
    return calendarResponse(`hearth-${session.number}`, event.title, [event])
  },
}
