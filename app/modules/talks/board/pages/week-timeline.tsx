import type { Span } from '#app/platform/database/spans.ts'
import { addDays, dayOf, mondayOf, timeOf } from '#app/platform/time.ts'
import { type Day, sayDay } from '#app/ui/dates.ts'
import { Facets, type Tone } from '#app/ui/lists.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { type Booking, type Lane, Timeline } from '#app/ui/timeline.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** How firmly a talk stands: planned only, planned by hand, or as far as the speaker has answered. */
export type Firmness = 'planned' | 'locked' | 'proposed' | 'accepted'

/** A talk on the timeline. */
export type Standing = {
  key: string
  speakerId: string
  venueId: string
  speakerName: string
  venueName: string
  unitName: string
  title: string
  titleEn: string
  during: Span
  firmness: Firmness
  href: string
  moves: boolean
}

const tones: Record<Firmness, Tone> = {
  planned: 'info',
  locked: 'ember',
  proposed: 'waiting',
  accepted: 'good',
}

/** What of a timeline is looked at: whose lines, which days, and whether empty lines too. */
export type TimelineChoice = {
  by: 'speaker' | 'venue'
  from: Day | null
  weeks: 1 | 2
  empty: boolean
}

/** The choice that an address carries. */
export function timelineChoice(query: URLSearchParams): TimelineChoice {
  const from = query.get('from')
  return {
    by: query.get('by') === 'venue' ? 'venue' : 'speaker',
    from: from && /^\d{4}-\d\d-\d\d$/.test(from) && from > '2000' ? mondayOf(from) : null,
    weeks: query.get('weeks') === '2' ? 2 : 1,
    empty: query.get('lanes') === 'all',
  }
}

type Named = { id: string; name: string }
type WeekTimelineProps = {
  choice: TimelineChoice
  standings: readonly Standing[]
  speakers: readonly Named[]
  venues: readonly Named[]
  now: Date
  /** The page's address with another choice. */
  hrefOf: (query: Record<string, string | null>) => string
}

/** Talks by speaker or venue over one or two weeks, and the ways to the other weeks. */
export function WeekTimeline(props: WeekTimelineProps) {
  const t = useWords(words)
  const { choice, standings, now, hrefOf } = props
  const weeks = weeksOf(standings)
  const thisWeek = mondayOf(dayOf(now))
  // A plan is looked at for what is not promised yet: its first week is where that begins.
  const loose = weeksOf(standings.filter(isLoose)).filter((week) => week >= thisWeek)
  const monday =
    choice.from ?? loose[0] ?? weeks.find((week) => week >= thisWeek) ?? weeks[0] ?? thisWeek
  const days = Array.from({ length: 7 * choice.weeks }, (_, at) => addDays(monday, at))
  const shown = standings.filter(({ during }) => days.includes(dayOf(during.start)))
  const own = { by: choice.by, from: monday, weeks: String(choice.weeks) }
  const named = choice.by === 'venue' ? props.venues : props.speakers
  const busy = new Set(shown.map((each) => laneOf(each, choice.by)))
  const lanes = choice.empty ? named : named.filter(({ id }) => busy.has(id))
  return (
    <>
      <Choices {...props} weeks={weeks} monday={monday} />
      <Timeline
        caption={choice.by === 'venue' ? t.byVenue : t.bySpeaker}
        head={choice.by === 'venue' ? t.venue : t.speaker}
        lanes={useLanes(lanes, shown, choice.by)}
        days={days}
        bookings={useBookings(shown, choice.by)}
        now={now}
        laneName={choice.by === 'venue' ? 'venueId' : 'speakerId'}
        folded={
          choice.empty
            ? undefined
            : { count: named.length - lanes.length, href: hrefOf({ ...own, lanes: 'all' }) }
        }
        none={t.nothingThatWeek}
      />
    </>
  )
}

type ChoicesProps = WeekTimelineProps & { weeks: readonly Day[]; monday: Day }

function Choices({ choice, standings, now, hrefOf, weeks, monday }: ChoicesProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const size = String(choice.weeks)
  const count = (by: TimelineChoice['by']) =>
    new Set(standings.map((each) => laneOf(each, by))).size
  return (
    <div>
      <Facets
        title={t.lines}
        facets={(['speaker', 'venue'] as const).map((by) => ({
          label: by === 'venue' ? t.venues : t.speakers,
          href: hrefOf({ by, from: monday, weeks: size }),
          count: count(by),
          chosen: choice.by === by,
        }))}
      />
      {weeks.length > 0 && (
        <Facets
          title={t.week}
          facets={weeks.map((week) => ({
            label: t.weekOf(sayDay(week, language, now)),
            href: hrefOf({ by: choice.by, from: week, weeks: size }),
            count: standings.filter(({ during }) => mondayOf(dayOf(during.start)) === week).length,
            chosen: week === monday,
          }))}
        />
      )}
      <p>
        <a href={hrefOf({ by: choice.by, from: monday, weeks: choice.weeks === 1 ? '2' : null })}>
          {choice.weeks === 1 ? t.twoWeeks : t.oneWeek}
        </a>
      </p>
    </div>
  )
}

function isLoose({ firmness }: Standing): boolean {
  return firmness === 'planned' || firmness === 'locked'
}

function laneOf(standing: Standing, by: TimelineChoice['by']): string {
  return by === 'venue' ? standing.venueId : standing.speakerId
}

/** The Mondays of the weeks in which something stands, in their order. */
function weeksOf(standings: readonly Standing[]): Day[] {
  return [...new Set(standings.map(({ during }) => mondayOf(dayOf(during.start))))].toSorted()
}

function useLanes(
  named: readonly Named[],
  shown: readonly Standing[],
  by: TimelineChoice['by'],
): Lane[] {
  const t = useWords(words)
  const counts = Map.groupBy(shown, (each) => laneOf(each, by))
  return named.map(({ id, name }) => ({
    key: id,
    label: name,
    note: counts.has(id) ? t.talks(counts.get(id)!.length) : undefined,
  }))
}

function useBookings(shown: readonly Standing[], by: TimelineChoice['by']): Booking[] {
  const t = useWords(words)
  const titleOf = useTitle()
  return shown
    .toSorted((one, other) => one.during.start.getTime() - other.during.start.getTime())
    .map((each) => ({
      key: each.key,
      lane: laneOf(each, by),
      day: dayOf(each.during.start),
      time: timeOf(each.during.start),
      title: titleOf(each),
      note: by === 'venue' ? `${each.speakerName} · ${each.unitName}` : each.venueName,
      state: t.firmness[each.firmness],
      tone: tones[each.firmness],
      loose: isLoose(each),
      href: each.href,
      moves: each.moves,
    }))
}
