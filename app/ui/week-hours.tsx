import { FieldGroup, TimeField } from './fields.tsx'

type WeekHoursProps = {
  /** The fields are `name.<day>.<span>.from` and `.until`, from Monday on. */
  name: string
  weekdays: readonly string[]
  /** What is set for a day, 0 for Monday. */
  spansOf(day: number): readonly { fromTime: string; untilTime: string }[]
  /** How many spans a day can have. */
  most: number
  said: { from: string; until: string; againFrom: string; more: string }
}

// A morning and an afternoon are what most days have.
const usual = 2

/**
 * The hours of a week as native fields, several spans a day; what is left empty is no span. A day
 * whose usual spans are filled in has room for more.
 */
export function WeekHours({ name, weekdays, spansOf, most, said }: WeekHoursProps) {
  return (
    <>
      {weekdays.map((weekday, day) => {
        const spans = spansOf(day)
        const field = (at: number, end: 'from' | 'until') => (
          <TimeField
            key={`${at}${end}`}
            name={`${name}.${day}.${at}.${end}`}
            label={end === 'until' ? said.until : at === 0 ? said.from : said.againFrom}
            value={end === 'from' ? spans[at]?.fromTime : spans[at]?.untilTime}
          />
        )
        const line = (from: number, until: number) => (
          <div class="span-pairs">
            {Array.from({ length: until - from }, (_, each) => (
              <div key={each} class="span-pair">
                {field(from + each, 'from')}
                {field(from + each, 'until')}
              </div>
            ))}
          </div>
        )
        return (
          <FieldGroup key={weekday} legend={weekday}>
            {line(0, usual)}
            {spans.length >= usual && most > usual && (
              <details open={spans.length > usual}>
                <summary>{said.more}</summary>
                {line(usual, most)}
              </details>
            )}
          </FieldGroup>
        )
      })}
    </>
  )
}
