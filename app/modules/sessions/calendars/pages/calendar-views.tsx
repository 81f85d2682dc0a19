import type { Shown } from '#app/platform/http/page.ts'
import { addDays, dayOf, daysBetween } from '#app/platform/time.ts'
import { CalendarFrame, CalendarHead, type Entry, Month, Week } from '#app/ui/calendar.tsx'
import { sayDays, sayMonth } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import type { Tone } from '#app/ui/lists.tsx'
import { useOwnWords, useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Part } from '../queries.ts'
import { daysShown, piecesOf, stepsFrom, type View, views } from '../rules.ts'
import type { CalendarData, Item } from './calendar-data.tsx'

const words = { zh, en }

const tones: Record<Part, Tone> = {
  hosting: 'ember',
  speaking: 'ember',
  visiting: 'ember',
  offered: 'waiting',
  signedUp: 'good',
  child: 'good',
  waiting: 'waiting',
  branch: 'plain',
}

/** The month, the week or the list, with the ways to the next one, to today, and to the others. */
export function CalendarViews({ data, visit }: Shown<CalendarData>) {
  const t = useWords(words).calendar
  const own = useOwnWords()
  const { language } = useSpeech()
  const { view, at, of, strand } = data
  const days = daysShown(view, at)
  const today = dayOf(visit.now)
  const link = (more: { at?: string; view?: View }) => {
    const shown = more.view ?? view
    const query = { of, view: shown === 'month' ? null : shown, at: more.at ?? at.day ?? at.month }
    return `${to(urls.calendar, null, { ...query, strand })}#calendar`
  }
  const steps = stepsFrom(view, at)
  const last = addDays(days.until, -1)
  const title =
    view === 'month' ? sayMonth(at.month, language) : sayDays(days.from, last, language, visit.now)
  const [previous, next] = {
    month: [own.previousMonth, own.nextMonth],
    week: [own.previousWeek, own.nextWeek],
    list: [own.earlierDays, own.laterDays],
  }[view] as [string, string]
  return (
    <CalendarFrame month={at.month}>
      <CalendarHead
        title={title}
        previous={{ href: link({ at: steps.previous }), label: previous }}
        next={{ href: link({ at: steps.next }), label: next }}
        today={{ href: link({ at: today }), label: own.today }}
        views={views.map((each) => ({
          href: link({ view: each }),
          label: t.views[each],
          chosen: each === view,
        }))}
      />
      <Shows data={data} visit={visit} days={days} title={title} link={link} />
    </CalendarFrame>
  )
}

type ShowsProps = Pick<Shown<CalendarData>, 'data' | 'visit'> & {
  days: { from: string; until: string }
  title: string
  link: (more: { at: string }) => string
}

function Shows({ data, visit, days, title, link }: ShowsProps) {
  const entriesOf = useEntries()
  const { language } = useSpeech()
  const { at, view, strand } = data
  const items = data.items.filter((item) => strand === null || item.strand?.code === strand)
  const today = dayOf(visit.now)
  const marks = data.marks.map((mark) => ({
    ...mark,
    name: language === 'en' && mark.nameEn ? mark.nameEn : mark.name,
  }))
  if (view === 'list') {
    const people = data.calendar.kind === 'mine' || data.calendar.kind === 'child'
    return <List items={items} now={visit.now} title={title} people={people} />
  }
  const entries = entriesOf(items, days)
  const asked = at.day !== null && visit.query.get('at') === at.day
  if (view === 'week') {
    const count = daysBetween(days.from, days.until)
    const week = Array.from({ length: count }, (_, day) => addDays(days.from, day))
    return <Week days={week} today={today} entries={entries} marks={marks} caption={title} />
  }
  return (
    <Month
      month={at.month}
      chosen={asked ? at.day : nextDay(entries, today)}
      today={today}
      entries={entries}
      marks={marks}
      hrefOf={(day) => link({ at: day })}
    />
  )
}

/** The day to show where none was asked for: the next with something on it, or the month's first such. */
function nextDay(entries: readonly Entry[], today: string): string | null {
  return (entries.find(({ day }) => day >= today) ?? entries[0])?.day ?? null
}

/** What is said of something beside its title: that it is off, or where one stands in the line. */
function useStates() {
  const t = useWords(words)
  return (item: Item): string | undefined => {
    if (item.state === 'cancelled') return t.calendar.cancelled
    if (item.part === 'waiting') return t.calendar.waitsAt(item.waitsAt ?? 1)
    return item.part === 'offered' ? t.parts.offered : undefined
  }
}

function useNames() {
  const t = useWords(words).calendar
  const titleOf = useTitle()
  return (item: Item) => (item.title === '' ? t.inPreparation : titleOf(item))
}

// What needs an answer, or patience, is said beside the title already.
const saysInTitle: ReadonlySet<string> = new Set(['waiting', 'offered'])

/** Items as entries of the days that are shown, in their order. */
function useEntries() {
  const t = useWords(words)
  const stateOf = useStates()
  const called = useNames()
  return (items: readonly Item[], days: { from: string; until: string }): Entry[] =>
    items
      .flatMap((item) =>
        piecesOf(item.during, days).map((piece) => ({
          ...piece,
          key: `${item.id} ${piece.day}`,
          title: called(item),
          href: item.href,
          tone: toneOf(item),
          place:
            [item.venue, item.part && !saysInTitle.has(item.part) && t.parts[item.part]]
              .filter(Boolean)
              .join(' · ') || undefined,
          state: stateOf(item),
          off: item.state === 'cancelled',
        })),
      )
      .toSorted((a, b) => (a.day + a.from < b.day + b.from ? -1 : 1))
}

function toneOf(item: Item): Tone {
  if (item.state === 'cancelled') return 'bad'
  if (item.state === 'draft') return 'waiting'
  return item.part ? tones[item.part] : 'plain'
}

type ListProps = {
  items: readonly Item[]
  now: Date
  title: string
  /** Whether it is a person's, who can join something where nothing is planned. */
  people: boolean
}

/** Everything in the order of time, to read, to print and to keep as a table. */
function List({ items, now, title, people }: ListProps) {
  const t = useWords(words)
  const stateOf = useStates()
  const called = useNames()
  const saidOf = (item: Item) =>
    stateOf(item) ??
    (item.part ? t.parts[item.part] : item.state === 'draft' ? t.calendar.draft : '')
  return (
    <DataTable
      caption={title}
      headed
      rows={items}
      empty={<p class="quietly">{people ? t.calendar.nothingMine : t.calendar.nothing}</p>}
      columns={[
        {
          key: 'when',
          label: t.calendar.when,
          cell: ({ during }) => <Time at={during.start} to={during.end} now={now} />,
        },
        {
          key: 'title',
          label: t.calendar.what,
          names: true,
          cell: (item) => {
            const name = item.state === 'cancelled' ? <s>{called(item)}</s> : called(item)
            return item.href === null ? name : <a href={item.href}>{name}</a>
          },
          value: called,
        },
        { key: 'where', label: t.calendar.where, cell: ({ venue }) => venue },
        { key: 'unit', label: t.calendar.by, cell: ({ unitName }) => unitName },
        { key: 'state', label: t.calendar.state, cell: saidOf },
      ]}
    />
  )
}
