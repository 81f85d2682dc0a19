import { findUnit, unitsOf } from '#app/modules/organisation/queries.ts'
import { mayRunOffice, mayRunUnit, unitRoles } from '#app/modules/people/access.ts'
import type { CalendarEvent } from '#app/platform/calendar-file.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import type { Visit } from '#app/platform/http/page.ts'
import { to, urls } from '#app/urls.ts'
import type { SessionRow } from '../../queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Whose } from '../queries.ts'

const words = { zh, en }

/**
 * Whose calendar is asked for: `?unit=` one the reader runs, `?of=street`, `?of=mine`. The office, whose
 * own is mostly empty, begins with the street's, anyone else with the own one.
 */
export async function whoseCalendar(
  ctx: Context,
  query: URLSearchParams,
): Promise<{ whose: Whose; unit: { id: string; name: string } | null }> {
  const unitId = query.get('unit')
  if (unitId !== null) {
    const unit = found(isId(unitId) ? await findUnit(ctx, unitId) : null)
    authorise(mayRunUnit(ctx.actor, unit.id))
    return { whose: { unitId: unit.id }, unit }
  }
  const office = mayRunOffice(ctx.actor)
  if ((query.get('of') ?? (office ? 'street' : 'mine')) === 'street') {
    authorise(office)
    return { whose: 'street', unit: null }
  }
  return { whose: { personId: found(ctx.actor.personId) }, unit: null }
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The units whose calendars the reader can choose: those the reader was appointed to run. */
export async function unitsRunBy(ctx: Context) {
  const ids = ctx.actor.appointments
    .filter((held) => unitRoles.some((role) => role === held.role))
    .map((held) => held.unitId)
  return ids.length > 0 ? unitsOf(ctx, ids) : []
}

/** A session as an entry of a calendar file, the same one for ever by its id. */
export function eventOf(
  session: SessionRow,
  street: number,
  { language, origin }: Pick<Visit, 'language' | 'origin'>,
): CalendarEvent {
  const t = words[language].calendar
  return {
    uid: `${session.id}@${street}`,
    revision: session.revision,
    changedAt: session.changedAt,
    during: session.during,
    title: language === 'en' && session.titleEn ? session.titleEn : session.title,
    text: t.fileText(session.unitName, session.speakerName),
    place: [session.venueName, session.venuePlace].filter(Boolean).join(' · '),
    url: `${origin}${to(urls.session, { sessionId: session.id })}`,
    cancelled: session.status === 'cancelled',
  }
}
