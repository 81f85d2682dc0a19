import { type Day, dayOf, sayDay, sayWeekday } from './dates.ts'
import { Island } from './island.tsx'
import type { Tone } from './lists.tsx'
import { useOwnWords, useSpeech } from './speech.tsx'

/** Whose line it is: a speaker, a venue. */
export type Lane = {
  key: string
  label: string
  /** Said under the label: how much stands on it. */
  note?: string | undefined
  href?: string | undefined
}

/** Something that stands on a lane on a day. */
export type Booking = {
  key: string
  lane: string
  day: Day
  /** When it begins: "14:00". */
  time: string
  title: string
  /** Who or where, whichever the lane does not say. */
  note?: string | undefined
  /** How it stands, in a word; the colour says no more than the word. */
  state: string
  tone: Tone
  /** Not agreed with anybody yet: its edge is dashed. */
  loose?: boolean | undefined
  href: string
  /** Whether it may be moved; its page then takes the lane and the day it is tried at. */
  moves?: boolean | undefined
}

type TimelineProps = {
  caption: string
  /** What a lane is. */
  head: string
  lanes: readonly Lane[]
  days: readonly Day[]
  bookings: readonly Booking[]
  now: Date
  /** The name under which a booking's page is told the lane it is tried at. */
  laneName?: string | undefined
  /** Lanes without anything on these days, folded away. */
  folded?: { count: number; href: string } | undefined
  none: string
}

/**
 * Bookings by lane and day, with names that stay in sight; where there is no room, by day one under
 * the other. With script a booking is moved by dragging it or by the keyboard; its page can do the
 * same without.
 */
export function Timeline(props: TimelineProps) {
  const words = useOwnWords()
  const { lanes, bookings } = props
  const moves = props.laneName !== undefined && bookings.some((booking) => booking.moves)
  return (
    <div class="timeline">
      {bookings.length === 0 && <p class="quietly">{props.none}</p>}
      {lanes.length > 0 && <Lanes {...props} moves={moves} />}
      <DayList {...props} />
      {props.folded && props.folded.count > 0 && (
        <p>
          <a href={props.folded.href}>{words.foldedLanes(props.folded.count)}</a>
        </p>
      )}
      {moves && (
        <>
          <p class="quietly timeline-hint">{words.moving.how}</p>
          <Island source="app/ui/islands/timeline.ts" />
        </>
      )}
    </div>
  )
}

function Lanes(props: TimelineProps & { moves: boolean }) {
  const words = useOwnWords()
  const { language } = useSpeech()
  const today = dayOf(props.now)
  const standing = Map.groupBy(props.bookings, ({ lane, day }) => `${lane} ${day}`)
  const moving = props.moves ? JSON.stringify(words.moving) : undefined
  return (
    <div class="lanes-room">
      <table
        class={props.days.length > 7 ? 'lanes fortnight' : 'lanes'}
        data-lane-name={props.laneName}
        data-moving={moving}
      >
        <caption class="unseen">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            {props.days.map((day) => (
              <th key={day} scope="col" class={day === today ? 'today' : undefined} data-day={day}>
                <b>{sayWeekday(day, language)}</b>{' '}
                <time dateTime={day}>{sayDay(day, language, props.now)}</time>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.lanes.map((lane) => (
            <tr data-lane={lane.key}>
              <th scope="row">
                {lane.href === undefined ? lane.label : <a href={lane.href}>{lane.label}</a>}
                {lane.note !== undefined && <span class="quietly">{lane.note}</span>}
              </th>
              {props.days.map((day) => (
                <td class={day === today ? 'today' : undefined}>
                  {standing.get(`${lane.key} ${day}`)?.map((booking) => bookingLink(booking))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

// A function and not a component, like a table's rows: a full month stays cheap.
function bookingLink(booking: Booking, lane?: string) {
  return (
    <a
      class={`booking ${booking.tone}${booking.loose ? ' loose' : ''}`}
      href={booking.href}
      data-moves={booking.moves ? '' : undefined}
    >
      <span>
        <span class="number">{booking.time}</span> <span class="state">{booking.state}</span>{' '}
      </span>
      <b>{booking.title}</b> {lane !== undefined && <span>{lane} </span>}
      {booking.note !== undefined && <span class="quietly">{booking.note}</span>}
    </a>
  )
}

function DayList({ lanes, days, bookings, now }: TimelineProps) {
  const words = useOwnWords()
  const { language } = useSpeech()
  const today = dayOf(now)
  const labels = new Map(lanes.map(({ key, label }) => [key, label]))
  const byDay = Map.groupBy(bookings, ({ day }) => day)
  return (
    <ol class="day-list">
      {days
        .filter((day) => byDay.has(day))
        .map((day) => (
          <li key={day} class={day === today ? 'today' : undefined}>
            <time dateTime={day}>
              <b>{sayDay(day, language, now)}</b>{' '}
              {day === today ? words.today : sayWeekday(day, language)}
            </time>
            {byDay.get(day)!.map((booking) => bookingLink(booking, labels.get(booking.lane)))}
          </li>
        ))}
    </ol>
  )
}
