import {
  type Day,
  dayOf,
  isoInChina,
  sayDay,
  sayMoment,
  sayNearDay,
  saySpan,
  sayTime,
  sayWeekdayAndDay,
} from './dates.ts'
import { useSpeech } from './speech.tsx'

type TimeProps = {
  now: Date
  /** An instant, or a day without a clock time. */
  at: Date | Day
  /** Makes it a span. */
  to?: Date | undefined
  /** How much is said; a day never shows a clock time. */
  show?: 'moment' | 'day' | 'weekday' | 'near' | 'time'
}

/** A moment, day or span as the reader says it, with the exact value for machines. */
export function Time({ now, at, to, show = 'moment' }: TimeProps) {
  const { language } = useSpeech()
  if (typeof at === 'string') {
    const say = show === 'day' ? sayDay : show === 'near' ? sayNearDay : sayWeekdayAndDay
    return <time dateTime={at}>{say(at, language, now)}</time>
  }
  if (to !== undefined) {
    return <time dateTime={isoInChina(at)}>{unbroken(saySpan(at, to, language, now))}</time>
  }
  if (show === 'time') return <time dateTime={isoInChina(at)}>{sayTime(at)}</time>
  if (show === 'moment') {
    return <time dateTime={isoInChina(at)}>{sayMoment(at, language, now)}</time>
  }
  return <Time now={now} at={dayOf(at)} show={show} />
}

// A word joiner keeps "14:00–15:30" on one line.
function unbroken(said: string): string {
  return said.replace(/–(?=\d)/, '–\u2060')
}
