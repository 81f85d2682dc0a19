import { addDays, type Day, sayDay, sayMonth, sayWeekday, sayWeekdayAndDay } from './dates.ts'
import type { Tone } from './lists.tsx'
import { useOwnWords, useSpeech } from './speech.tsx'

/** Something that stands on a day, or what of it does. */
export type Entry = {
  key: string
  day: Day
  /** "14:00" to "15:30"; from "00:00" or until "24:00" where it goes on over midnight. */
  from: string
  until: string
  title: string
  /** Nothing where the reader can't open it. */
  href: string | null
  tone: Tone
  place?: string | undefined
  /** How it stands, in a word. */
  state?: string | undefined
  /** Called off: its title is struck through, and its state says so. */
  off?: boolean | undefined
}

/** A day that differs from its weekday: a holiday, or a weekend day on which people work. */
export type Mark = { day: Day; works: boolean; name: string }

type Way = { href: string; label: string }

/** Which part of a calendar is shown, with the ways to the parts around it and to other views. */
export function CalendarHead(props: {
  title: string
  previous: Way
  next: Way
  today: Way
  views: readonly (Way & { chosen: boolean })[]
}) {
  return (
    <div class="calendar-head">
      <h2>{props.title}</h2>
      <nav aria-label={props.title}>
        <a class="button plain" href={props.previous.href} rel="prev">
          {props.previous.label}
        </a>
        <a class="button plain" href={props.today.href}>
          {props.today.label}
        </a>
        <a class="button plain" href={props.next.href} rel="next">
          {props.next.label}
        </a>
      </nav>
      <p class="calendar-views">
        {props.views.map(({ href, label, chosen }) => (
          <a key={href} href={href} aria-current={chosen ? 'true' : undefined}>
            {label}
          </a>
        ))}
      </p>
    </div>
  )
}

type MonthProps = {
  /** `YYYY-MM`. */
  month: string
  /** The day whose entries stand under the month. */
  chosen: Day | null
  today: Day
  entries: readonly Entry[]
  marks: readonly Mark[]
  hrefOf: (day: Day) => string
}

const mostInDay = 4

/**
 * A month, weeks from Monday, and the entries of one day under it. Where there is no room for titles,
 * each day shows a dot for each entry.
 */
export function Month(props: MonthProps) {
  const { language } = useSpeech()
  const words = useOwnWords()
  const { month, chosen, entries } = props
  const byDay = Map.groupBy(entries, ({ day }) => day)
  const marks = new Map(props.marks.map((mark) => [mark.day, mark]))
  return (
    <>
      {entries.length === 0 && <p class="quietly">{words.nothingThen}</p>}
      <div class="weekdays" aria-hidden="true">
        {words.weekdays.map((weekday) => (
          <span key={weekday}>
            <span class="short">{language === 'zh' ? weekday.slice(1) : weekday.slice(0, 1)}</span>
            <span class="long">{weekday}</span>
          </span>
        ))}
      </div>
      <ol class={`month starts-${(new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7}`}>
        {daysOf(month).map((day) => (
          <DayOfMonth
            key={day}
            {...props}
            day={day}
            entries={byDay.get(day) ?? []}
            mark={marks.get(day)}
          />
        ))}
      </ol>
      {chosen !== null && (
        <section class="day" aria-label={sayDay(chosen, language, new Date(`${chosen}T00:00:00Z`))}>
          <DayHead day={chosen} today={props.today} mark={marks.get(chosen)} />
          {(byDay.get(chosen) ?? []).map((entry) => (
            <EntryLine key={entry.key} entry={entry} whole />
          ))}
          {!byDay.has(chosen) && <p class="quietly">{words.nothingThen}</p>}
        </section>
      )}
    </>
  )
}

type DayProps = MonthProps & { day: Day; mark: Mark | undefined }

function DayOfMonth({ day, entries, mark, ...props }: DayProps) {
  const { language } = useSpeech()
  const words = useOwnWords()
  const isToday = day === props.today
  const state = [
    isToday && 'today',
    day === props.chosen && 'chosen',
    entries.length === 0 && 'free',
    mark && (mark.works ? 'works' : 'rests'),
  ]
  const said = [
    sayWeekdayAndDay(day, language, new Date(`${day}T00:00:00Z`)),
    isToday && words.today,
    mark && sayMark(mark, words),
    entries.length > 0 && words.entries(entries.length),
  ]
  const more = entries.length - mostInDay
  return (
    <li class={state.filter(Boolean).join(' ') || undefined}>
      <a
        class="date"
        href={props.hrefOf(day)}
        aria-current={day === props.chosen ? 'date' : undefined}
      >
        <span class="unseen">{said.filter(Boolean).join(words.comma)}</span>
        <b aria-hidden="true">{Number(day.slice(8))}</b>
        {mark && (
          <small aria-hidden="true">
            <span class="short">{mark.works ? words.worksShort : words.restsShort}</span>
            <span class="long">{sayMark(mark, words)}</span>
          </small>
        )}
        <span class="dots">
          {entries.slice(0, 3).map((entry) => (
            <i key={entry.key} class={entry.tone} />
          ))}
        </span>
      </a>
      {entries.slice(0, more > 0 ? mostInDay - 1 : mostInDay).map((entry) => (
        <EntryLine key={entry.key} entry={entry} />
      ))}
      {more > 0 && (
        <a class="entry more" href={props.hrefOf(day)}>
          {words.moreEntries(more + 1)}
        </a>
      )}
    </li>
  )
}

type Words = ReturnType<typeof useOwnWords>

/** "休 春节", or "班" with why people work on a weekend. */
function sayMark({ works, name }: Mark, words: Words): string {
  return works ? words.worksFor(name) : name
}

function DayHead({ day, today, mark }: { day: Day; today: Day; mark: Mark | undefined }) {
  const { language } = useSpeech()
  const words = useOwnWords()
  return (
    <h3 class={day === today ? 'today' : undefined}>
      <time dateTime={day}>
        {sayDay(day, language, new Date(`${day}T00:00:00Z`))}{' '}
        <span>{day === today ? words.today : sayWeekday(day, language)}</span>
      </time>
      {mark && <small class={mark.works ? 'works' : 'rests'}>{sayMark(mark, words)}</small>}
    </h3>
  )
}

/** One entry as a link of one block; `whole` where there is room for its place and its end. */
function EntryLine({ entry, whole }: { entry: Entry; whole?: boolean }) {
  const words = useOwnWords()
  const { from, until, title, place, state } = entry
  const time =
    from === '00:00' && until === '24:00' ? words.allDay : whole ? `${from}–\u2060${until}` : from
  const content = (
    <>
      <span class="number">{time} </span>
      {entry.off ? <s>{title}</s> : title}
      {state !== undefined && ' '}
      {state !== undefined && <b class="entry-state">{state}</b>}
      {whole && place !== undefined && <small> {place}</small>}
    </>
  )
  const look = `entry ${entry.tone}`
  if (entry.href === null) return <span class={look}>{content}</span>
  return (
    <a class={look} href={entry.href}>
      {content}
    </a>
  )
}

type WeekProps = {
  /** From Monday. */
  days: readonly Day[]
  today: Day
  entries: readonly Entry[]
  marks: readonly Mark[]
  caption: string
}

const slot = 30
const usual = { from: 8 * 60, until: 20 * 60 }

/** A week by its hours; where there is no room for seven columns, the days one under the other. */
export function Week(props: WeekProps) {
  const words = useOwnWords()
  const { days, entries, marks, today } = props
  const byDay = Map.groupBy(entries, ({ day }) => day)
  const shown = days.filter((day) => byDay.has(day) || marks.some((mark) => mark.day === day))
  return (
    <>
      <WeekTable {...props} />
      <div class="week-days">
        {entries.length === 0 && <p class="quietly">{words.nothingThen}</p>}
        {shown.map((day) => (
          <section key={day} class="day">
            <DayHead day={day} today={today} mark={marks.find((mark) => mark.day === day)} />
            {byDay.get(day)?.map((entry) => (
              <EntryLine key={entry.key} entry={entry} whole />
            ))}
          </section>
        ))}
      </div>
    </>
  )
}

function WeekTable({ days, entries, marks, today, caption }: WeekProps) {
  const { language } = useSpeech()
  const words = useOwnWords()
  const first = Math.floor(Math.min(usual.from, ...entries.map((e) => minutes(e.from))) / 60) * 60
  const last = Math.ceil(Math.max(usual.until, ...entries.map((e) => minutes(e.until))) / 60) * 60
  const columns = days.map((day) => {
    const lanes = lanesOf(entries.filter((entry) => entry.day === day))
    const mark = marks.find((each) => each.day === day)
    const look = [day === today && 'today', mark && (mark.works ? 'works' : 'rests')]
    return { day, lanes, mark, look: look.filter(Boolean).join(' ') || undefined }
  })
  const rows = Array.from({ length: (last - first) / slot }, (_, at) => first + at * slot)
  return (
    <div class="week-room">
      <table class="week">
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">{words.at}</span>
            </th>
            {columns.map(({ day, lanes, mark, look }) => (
              <th key={day} scope="col" colSpan={lanes.length} class={look}>
                <time dateTime={day}>
                  <b>{Number(day.slice(8))}</b> {sayWeekday(day, language)}
                </time>
                {mark && <small>{sayMark(mark, words)}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((from) => (
            <tr key={from}>
              {from % 60 === 0 && (
                <th scope="row" rowSpan={60 / slot}>
                  {from / 60}:00
                </th>
              )}
              {columns.flatMap(({ day, lanes, look }) =>
                lanes.map((lane, at) => weekCell(lane, from, [day, at].join(), look)),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

// Called, not mounted: there are two hundred of them.
function weekCell(lane: readonly Entry[], from: number, key: string, look: string | undefined) {
  const entry = lane.find((each) => startOf(each) === from)
  if (entry) {
    const span = (endOf(entry) - from) / slot
    return (
      <td key={key} class={look} rowSpan={span}>
        <EntryLine entry={entry} />
      </td>
    )
  }
  const covered = lane.some((each) => startOf(each) < from && from < endOf(each))
  if (covered) return null
  return (
    <td key={key} class={look}>
      {'\u00a0'}
    </td>
  )
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const startOf = (entry: Entry) => Math.floor(minutes(entry.from) / slot) * slot
const endOf = (entry: Entry) =>
  Math.max(Math.ceil(minutes(entry.until) / slot) * slot, startOf(entry) + slot)

/** The entries of a day in as few lanes as keep those apart that overlap; at least one lane. */
export function lanesOf(entries: readonly Entry[]): Entry[][] {
  const lanes: Entry[][] = []
  for (const entry of entries.toSorted((a, b) => startOf(a) - startOf(b))) {
    const free = lanes.find((lane) => endOf(lane.at(-1)!) <= startOf(entry))
    if (free) free.push(entry)
    else lanes.push([entry])
  }
  return lanes.length > 0 ? lanes : [[]]
}

/** Every day of a month (`YYYY-MM`). */
export function daysOf(month: string): Day[] {
  const first = `${month}-01`
  const days: Day[] = []
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day)
  return days
}

/** The frame of a calendar, which shows more or less by the room it has. */
export function CalendarFrame(props: { month: string; children: preact.ComponentChildren }) {
  const { language } = useSpeech()
  return (
    <section class="calendar" id="calendar" aria-label={sayMonth(props.month, language)}>
      {props.children}
    </section>
  )
}
