import type { DayHours, WeekHours } from '#app/modules/organisation/rules.ts'
import { Facts } from '#app/ui/lists.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Availability } from '../rules.ts'

const words = { zh, en }
type Words = typeof zh

const spanOf = ({ fromTime, untilTime }: DayHours) => `${fromTime}–${untilTime}`

/** The hours of a week in words, days of the same hours together; empty where there are none. */
export function sayWeek(hours: readonly WeekHours[], t: Words): string {
  const ofDays = t.weekdays.map((_, day) =>
    hours
      .filter(({ weekday }) => weekday === day + 1)
      .map(spanOf)
      .join(t.comma),
  )
  const groups = Map.groupBy(ofDays.keys(), (day) => ofDays[day]!)
  groups.delete('')
  return [...groups]
    .map(([spans, days]) =>
      days.length === t.weekdays.length
        ? t.everyDay(spans)
        : t.hoursOn(days.map((day) => t.weekdays[day]!).join(t.comma), spans),
    )
    .join(t.semicolon)
}

/** The hours of the week, single days, the days off and the limits, in words. */
export function Coming({ comes, today }: { comes: Availability; today: string }) {
  const t = useWords(words)
  const extra = comes.extra.filter(({ day }) => day >= today)
  const away = comes.away.filter(({ untilOn }) => untilOn >= today)
  return (
    <Facts
      items={[
        { term: t.ofWeek, value: sayWeek(comes.hours, t) || t.anyHour },
        ...(extra.length > 0
          ? [
              {
                term: t.extra,
                value: extra.map((each) => `${each.day} ${spanOf(each)}`).join(' · '),
              },
            ]
          : []),
        ...(away.length > 0
          ? [
              {
                term: t.away,
                value: away.map(({ fromOn, untilOn }) => t.awayDays(fromOn, untilOn)).join(' · '),
              },
            ]
          : []),
        { term: t.holidays, value: comes.onHolidays ? t.comesOnHolidays : t.restsOnHolidays },
        {
          term: t.weeklyLimit,
          value: comes.weeklyLimit === null ? t.anyNumber : t.talksCount(comes.weeklyLimit),
        },
        ...(comes.seasonLimit === null
          ? []
          : [{ term: t.seasonLimit, value: t.talksCount(comes.seasonLimit) }]),
        ...(comes.restDays === 0 ? [] : [{ term: t.restDays, value: t.daysCount(comes.restDays) }]),
      ]}
    />
  )
}
