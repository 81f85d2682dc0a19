import { type Counted, isOverdue } from '#app/platform/working-days.ts'
import { dayOf, sayWeekdayAndDay } from './dates.ts'
import { Badge } from './lists.tsx'
import { useOwnWords, useSpeech } from './speech.tsx'

/** By when something is promised, counted in working days; late where the day is over, open where nobody can know. */
export function Due({ due, now }: { due: Counted; now: Date }) {
  const words = useOwnWords()
  const { language } = useSpeech()
  if (!('day' in due)) return <>{words.dueUnknown(due.unknownYear)}</>
  return (
    <span>
      <time dateTime={due.day}>{words.due(sayWeekdayAndDay(due.day, language, now))}</time>
      {isOverdue(due, dayOf(now)) && (
        <>
          {' '}
          <Badge tone="bad">{words.late}</Badge>
        </>
      )}
    </span>
  )
}
