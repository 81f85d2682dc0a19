import { actorOf } from '#app/modules/people/queries.ts'
import { calendarResponse } from '#app/platform/calendar-file.ts'
import { nobody } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Download } from '#app/platform/http/page.ts'
import { noteFetch } from '../../feeds/note-fetch.ts'
import { feedAt } from '../../feeds/queries.ts'
import { maySubscribe } from '../access.ts'
import { findCalendar } from '../queries.ts'
import { calendarParts } from './calendar-file.tsx'

/**
 * What a phone's calendar reads by itself: its owner's calendar, or that of a unit, a venue or a
 * resource which the owner may still see. The secret in the address is all that it shows; what is kept
 * of its reading is only when.
 */
export const feedDownload: Download = {
  open: true,
  keeps: true,
  async respond(ctx, visit) {
    const secret = visit.params['secret']!
    const feed = found(await feedAt(ctx, secret))
    const reading = { ...ctx, actor: await actorOf(ctx, feed.personId) }
    const of = feed.kind === 'mine' ? { kind: feed.kind } : { kind: feed.kind, id: feed.subjectId }
    const calendar = found(await findCalendar(ctx, of))
    // Who may not see it any more finds nothing, as at an address that was closed.
    found(maySubscribe(reading.actor, calendar) || null)
    await noteFetch(ctx, { secret })
    // The address lies in calendars of others: whose home it is stands on the session's page.
    const asked = { ...visit, language: feed.language }
    const { name, events } = await calendarParts(reading, calendar, asked, nobody)
    return calendarResponse('hearth', name, events, visit.asked)
  },
}
