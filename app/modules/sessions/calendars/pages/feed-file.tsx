import { actorOf } from '#app/modules/people/queries.ts'
import { calendarResponse } from '#app/platform/calendar-file.ts'
import { nobody } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Download } from '#app/platform/http/page.ts'
import { ownerOfFeed } from '../../feeds/queries.ts'
import { calendarParts } from './calendar-file.tsx'

/**
 * What a phone's calendar reads by itself: its owner's calendar, or with `?unit=` that of a unit which
 * the owner still runs. The secret in the address is all that it shows; reading it changes nothing.
 */
export const feedDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const owner = found(await ownerOfFeed(ctx, visit.params['secret']!))
    const reading = { ...ctx, actor: await actorOf(ctx, owner.id) }
    const query = new URLSearchParams(
      visit.query.has('unit') ? { unit: visit.query.get('unit')! } : { of: 'mine' },
    )
    const asked = { ...visit, query, language: owner.language }
    // The address lies in calendars of others: whose home it is stands on the session's page.
    const { name, events } = await calendarParts(reading, asked, nobody)
    return calendarResponse('hearth', name, events)
  },
}
