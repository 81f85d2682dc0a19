import type { Context } from '#app/platform/context.ts'
import type { Visit } from '#app/platform/http/page.ts'
import { dayOf, instantAt } from '#app/platform/time.ts'
import { CalendarFrame, CalendarHead, type Entry, Month } from '#app/ui/calendar.tsx'
import { sayMonth } from '#app/ui/dates.ts'
import type { Tone } from '#app/ui/lists.tsx'
import { useOwnWords, useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as calendarsEn } from '../../calendars/messages.en.ts'
import { zh as calendarsZh } from '../../calendars/messages.zh.ts'
import { daysShown, piecesOf, readAt, stepsFrom, views, writeOf } from '../../calendars/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type BookingRow, bookingsOf } from '../queries.ts'
import type { BookingStatus } from '../rules.ts'

const words = { zh, en }
const calendarWords = { zh: calendarsZh, en: calendarsEn }

/** The month that is looked at, and what is booked in it. */
export type BookedMonth = { at: ReturnType<typeof readAt>; bookings: BookingRow[] }

export async function bookedMonth(
  ctx: Context,
  resourceId: string,
  { query }: Visit,
): Promise<BookedMonth> {
  const at = readAt(query.get('at'), dayOf(ctx.now))
  const { from, until } = daysShown('month', at)
  const span = { start: instantAt(from, '00:00'), end: instantAt(until, '00:00') }
  return { at, bookings: await bookingsOf(ctx, resourceId, span) }
}

const tones: Record<BookingStatus, Tone> = {
  booked: 'info',
  handed_over: 'waiting',
  returned: 'plain',
  cancelled: 'bad',
}

/** A month of a resource: on which days it is away, and where. */
export function ResourceMonth(props: { resourceId: string; booked: BookedMonth; visit: Visit }) {
  const t = useWords(words)
  const c = useWords(calendarWords).calendar
  const own = useOwnWords()
  const { language } = useSpeech()
  const { resourceId, booked, visit } = props
  const { at } = booked
  const days = daysShown('month', at)
  const link = (to_: string) => `${to(urls.resource, { resourceId }, { at: to_ })}#calendar`
  const steps = stepsFrom('month', at)
  const entries = booked.bookings.flatMap((booking): Entry[] => {
    const { unitName, sessionTitle, sessionTitleEn, sessionId, status } = booking
    const title = (language === 'en' && sessionTitleEn) || sessionTitle
    return piecesOf(booking.during, days).map((piece) => ({
      ...piece,
      key: `${booking.id} ${piece.day}`,
      title: [unitName, title].filter(Boolean).join(' · '),
      href: sessionId && to(urls.session, { sessionId }),
      tone: tones[status],
      place: t.statuses[status],
    }))
  })
  const of = writeOf({ kind: 'resource', id: resourceId })
  return (
    <CalendarFrame month={at.month}>
      <CalendarHead
        title={sayMonth(at.month, language)}
        previous={{ href: link(steps.previous), label: own.previousMonth }}
        next={{ href: link(steps.next), label: own.nextMonth }}
        today={{ href: link(dayOf(visit.now)), label: own.today }}
        views={views.map((view) => ({
          href: to(urls.calendar, null, { of, view: view === 'month' ? null : view }),
          label: c.views[view],
          chosen: view === 'month',
        }))}
      />
      <Month
        month={at.month}
        chosen={at.day}
        today={dayOf(visit.now)}
        entries={entries}
        marks={[]}
        hrefOf={link}
      />
    </CalendarFrame>
  )
}
