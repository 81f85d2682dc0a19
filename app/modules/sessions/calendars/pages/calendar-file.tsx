import { calendarResponse } from '#app/platform/calendar-file.ts'
import type { Actor, Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Download, Visit } from '#app/platform/http/page.ts'
import { day, later } from '#app/platform/time.ts'
import { findSession, shownTo } from '../../queries.ts'
import type { Calendar } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { chosenCalendar, eventOf, itemOf, itemsIn, nameOf } from './calendar-data.tsx'

const words = { zh, en }

const back = 60 * day
const ahead = 365 * day

/** A calendar as a file brings it: two months back, so that what was called off is known, and a year ahead. */
export async function calendarParts(
  ctx: Context,
  calendar: Calendar,
  visit: Pick<Visit, 'language' | 'origin' | 'reader'>,
  seenBy: Actor = ctx.actor,
) {
  const span = { start: later(ctx.now, -back), end: later(ctx.now, ahead) }
  const items = await itemsIn(ctx, calendar, span, seenBy)
  const { language, reader } = visit
  const owner =
    calendar.kind === 'street' ? reader.streetName : (nameOf(calendar, language) ?? ctx.actor.name)
  return {
    name: words[language].calendar.calendarName(owner),
    events: items.map((item) => eventOf(item, ctx.street, visit)),
  }
}

/** A whole calendar to keep. */
export const calendarDownload: Download = {
  async respond(ctx, visit) {
    const calendar = await chosenCalendar(ctx, visit.query.get('of'))
    const { name, events } = await calendarParts(ctx, calendar, visit)
    return calendarResponse('hearth', name, events)
  },
}

/** One session to keep. */
export const sessionDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const session = found(shownTo(ctx.actor, await findSession(ctx, visit.params['sessionId']!)))
    const nobodys = { part: null, waitsAt: null, offerUntil: null }
    const event = eventOf(itemOf(session, nobodys, ctx.actor), ctx.street, visit)
    return calendarResponse(`hearth-${session.number}`, event.title, [event])
  },
}
