import type { HolidaySpan } from '#app/modules/organisation/holidays/queries.ts'
import type { unitsOf, venues } from '#app/modules/organisation/queries.ts'
import { namesOf } from '#app/platform/http/page.ts'
import { dayOf, timeOf } from '#app/platform/time.ts'
import { sayDays } from '#app/ui/dates.ts'
import {
  CheckboxField,
  DateTimeField,
  NumberField,
  SelectField,
  TextArea,
  TimeField,
} from '#app/ui/fields.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OrderTalk } from '../order-talk.ts'
import type { findOrder, guestsOf, timesOf } from '../queries.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const name = namesOf(OrderTalk)

type Units = Awaited<ReturnType<typeof unitsOf>>
type Venues = Awaited<ReturnType<typeof venues>>
type Times = Awaited<ReturnType<typeof timesOf>>

/** What was filled in before, where an order is written anew. */
export type Before = {
  order: NonNullable<Awaited<ReturnType<typeof findOrder>>>
  times: Times
  guests: Awaited<ReturnType<typeof guestsOf>>
}

type Props = {
  talk: {
    audiences: readonly string[]
    languages: readonly string[]
    minutes: number
  }
  units: Units
  venues: Venues
  /** The public holidays to come in this season. */
  holidays: readonly HolidaySpan[]
  now: Date
  before?: Before | undefined
}

/** The venues of the units themselves, then those of the units above them, then all others. */
export function nearestFirst(all: Venues, units: Units): Venues {
  const own = new Set(units.map((unit) => unit.id))
  const above = new Set(units.flatMap((unit) => unit.ancestors))
  const distance = (venue: Venues[number]) =>
    own.has(venue.unitId)
      ? 0
      : venue.ancestors.some((id) => above.has(id) && id !== venue.ancestors[0])
        ? 1
        : 2
  return all.toSorted((a, b) => distance(a) - distance(b))
}

/** On which days few speakers come; nothing where no holiday lies in the season, or none is known. */
export function useHolidayHint(holidays: readonly HolidaySpan[], now: Date): string | undefined {
  const t = useWords(words)
  const { language } = useSpeech()
  if (holidays.length === 0) return undefined
  const said = holidays.map(({ name: zhName, nameEn, fromOn, untilOn }) =>
    t.holiday(language === 'en' ? nameEn : zhName, sayDays(fromOn, untilOn, language, now)),
  )
  return t.holidayHint(said.join(t.comma))
}

/** What a branch fills in to order a talk: the usual on one screen, the rest folded away. */
export function OrderFields({ talk, units, venues, holidays, now, before }: Props) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const today = dayOf(now)
  const order = before?.order
  const labelled = (codes: readonly string[], labels: Record<string, string>) =>
    codes.map((code) => ({ value: code, label: labels[code] ?? code }))
  return (
    <>
      <SelectField
        name={name('unitId')}
        label={t.forUnit}
        options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={order?.unitId ?? (units.length === 1 ? units[0]!.id : undefined)}
        required
      />
      <DateTimeField
        name={name('times.0')}
        label={t.firstTime}
        hint={useHolidayHint(holidays, now)}
        min={today}
        value={timeAt(before?.times, 0)}
        open
        required
      />
      <DateTimeField
        name={name('times.1')}
        label={t.secondTime}
        hint={t.secondTimeHint}
        min={today}
        value={timeAt(before?.times, 1)}
        open
      />
      <SelectField
        name={name('venueId')}
        label={t.venue}
        options={venues.map((venue) => ({
          value: venue.id,
          label: t.seats(venue.name, venue.unitName, venue.seats),
        }))}
        value={order?.venueId}
        required
      />
      <SelectField
        name={name('audience')}
        label={t.audience}
        options={labelled(talk.audiences, menu.audiences)}
        value={order?.audience ?? (talk.audiences.length === 1 ? talk.audiences[0] : undefined)}
        required
      />
      <SelectField
        name={name('language')}
        label={t.language}
        options={labelled(talk.languages, menu.languages)}
        value={order?.language ?? talk.languages[0]}
        required
      />
      <NumberField
        name={name('headCount')}
        label={t.headCount}
        min={1}
        max={5000}
        value={order && String(order.headCount)}
        required
      />
      <TextArea name={name('note')} label={t.note} hint={t.noteHint} rows={3} value={order?.note} />
      <More talk={talk} units={units} before={before} />
    </>
  )
}

/** A stored time as its fields show it: its first day, and an end where the talk may lie anywhere. */
function timeAt(times: Times | undefined, choice: number) {
  const first = times?.find((time) => time.choice === choice)
  if (!first) return undefined
  return { date: dayOf(first.during.start), from: timeOf(first.during.start) }
}

/** Ways that are rarely needed: a longer span, any day, several weeks, a similar talk, guests. */
function More({ talk, units, before }: Pick<Props, 'talk' | 'units' | 'before'>) {
  const t = useWords(words)
  const { order, times = [], guests = [] } = before ?? {}
  const first = times.filter(({ choice }) => choice === 0)
  const span = first[0]?.during
  const isSpan = span && span.end.getTime() - span.start.getTime() > talk.minutes * 60_000
  const anyDay = first.length > 1
  const others = units.map((unit) => ({ value: unit.id, label: unit.name }))
  return (
    <details open={anyDay || isSpan || guests.length > 0 || order?.takesSimilar}>
      <summary>{t.more}</summary>
      <TimeField
        name={name('times.0.to')}
        label={t.until}
        hint={t.untilHint}
        value={isSpan ? timeOf(span.end) : undefined}
      />
      <CheckboxField name={name('anyDay')} label={t.anyDay} checked={anyDay} />
      <CheckboxField
        name={name('takesSimilar')}
        label={t.takesSimilar}
        checked={order?.takesSimilar}
      />
      {!before && (
        <NumberField name={name('weeks')} label={t.weeks} hint={t.weeksHint} min={1} max={12} />
      )}
      {units.length === 1 && <p class="quietly">{t.guestsByOffice}</p>}
      {units.length > 1 &&
        [0, 1].map((at) => (
          <div key={at} class="fields">
            <SelectField
              name={`guests.${at}.unitId`}
              label={t.guestUnit}
              hint={at === 0 ? t.guestHint : undefined}
              options={others}
              blank={t.noGuest}
              value={guests[at]?.unitId}
            />
            <NumberField
              name={`guests.${at}.headCount`}
              label={t.guestPeople}
              min={1}
              max={5000}
              value={guests[at] && String(guests[at].headCount)}
            />
          </div>
        ))}
    </details>
  )
}
