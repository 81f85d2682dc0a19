import { addDays, type Day, sayMonth, sayWeekday } from './dates.ts'
import type { Tone } from './lists.tsx'
import { useOwnWords, useSpeech } from './speech.tsx'

/** Something that stands on a day. */
export type Entry = {
  day: Day
  /** "14:00" or "14:00–15:30". */
  time?: string | undefined
  title: string
  href: string
  tone?: Tone | undefined
}

type CalendarProps = {
  /** `YYYY-MM`. */
  month: string
  entries: readonly Entry[]
  today: Day
  hrefOf: (month: string) => string
}

/** A month, weeks from Monday; where there is no room for seven columns, the days that hold something. */
export function Calendar({ month, entries, today, hrefOf }: CalendarProps) {
  const { language } = useSpeech()
  const words = useOwnWords()
  const days = daysOf(month)
  return (
    <section class="calendar" aria-label={sayMonth(month, language)}>
      <div class="calendar-head">
        <a class="button plain" href={hrefOf(monthAway(month, -1))} rel="prev">
          {words.previousMonth}
        </a>
        <h2>{sayMonth(month, language)}</h2>
        <a class="button plain" href={hrefOf(monthAway(month, 1))} rel="next">
          {words.nextMonth}
        </a>
      </div>
      {entries.length === 0 && <p class="quietly">{words.nothingThisMonth}</p>}
      <div class="week" aria-hidden="true">
        {words.weekdays.map((weekday) => (
          <span key={weekday}>{weekday}</span>
        ))}
      </div>
      <ol class={`month starts-${(new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7}`}>
        {days.map((day) => (
          <DayOfMonth
            key={day}
            day={day}
            today={day === today}
            entries={entries.filter((entry) => entry.day === day)}
          />
        ))}
      </ol>
    </section>
  )
}

function DayOfMonth(props: { day: Day; today: boolean; entries: readonly Entry[] }) {
  const { language } = useSpeech()
  const words = useOwnWords()
  const state = [props.entries.length === 0 && 'free', props.today && 'today']
  return (
    <li class={state.filter(Boolean).join(' ') || undefined}>
      <time dateTime={props.day}>
        <b>{Number(props.day.slice(8))}</b>
        <span> {props.today ? words.today : sayWeekday(props.day, language)}</span>
      </time>
      {props.entries.map((entry) => (
        <a key={entry.href} class={`entry ${entry.tone ?? 'plain'}`} href={entry.href}>
          {entry.time !== undefined && <span class="number">{entry.time} </span>}
          {entry.title}
        </a>
      ))}
    </li>
  )
}

/** Every day of a month (`YYYY-MM`). */
export function daysOf(month: string): Day[] {
  const first = `${month}-01`
  const days: Day[] = []
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** The month so many months away. */
export function monthAway(month: string, away: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + away
  const number = (count % 12) + 1
  return `${Math.floor(count / 12)}-${number < 10 ? '0' : ''}${number}`
}
