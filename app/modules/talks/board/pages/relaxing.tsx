import { type Funnel, hurdles } from '#app/planner/columns.ts'
import type { Relaxation } from '#app/planner/relaxations.ts'
import { addDays, mondayOf } from '#app/platform/time.ts'
import { sayDay, sayWeekdayAndDay } from '#app/ui/dates.ts'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import type { PlannedOrder } from '../../planning/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }

/** What reasons name by id, so that a page can say it. */
export type Names = {
  speakers: ReadonlyMap<string, string>
  venues: ReadonlyMap<string, string>
  skills: ReadonlyMap<string, { zh: string; en: string }>
}

type Asking = {
  planId: string
  /** The day that a plan's days are counted from; what a plan was given is forgotten after a year. */
  firstDay: string | null
  order: Pick<PlannedOrder, 'orderId'>
  names: Names
  now: Date
}

/** A thing to relax: what it is, and where the office can do something about it. */
export type Step = { said: string; href: string; does: string }

/** Says the sets of things that would have to be otherwise, each thing with the action it suggests. */
export function useWays(asking: Asking): (ways: readonly (readonly Relaxation[])[]) => Step[][] {
  const say = useRelaxation(asking)
  const t = useWords(words)
  return (ways) => {
    const said = ways.map((way) =>
      way.map((relaxation) => ({
        said: say(relaxation),
        ...placeFor(relaxation, asking, t.doing),
      })),
    )
    // Two days of one week are the same to ask for.
    const sentences = said.map((way) => way.map((step) => step.said).join())
    return said.filter((_, at) => sentences.indexOf(sentences[at]!) === at)
  }
}

function useRelaxation({ firstDay, names, now }: Asking): (relaxation: Relaxation) => string {
  const { language } = useSpeech()
  const t = useWords(words).relax
  const menu = useWords(menuWords)
  const of = (known: Record<string, string>, code: string) => known[code] ?? code
  const day = (number: number) =>
    firstDay === null ? t.aDay : sayWeekdayAndDay(addDays(firstDay, number), language, now)
  const week = (number: number) =>
    firstDay === null ? t.aDay : sayDay(mondayOf(addDays(firstDay, number)), language, now)
  const speaker = (id: string) => names.speakers.get(id) ?? t.aSpeaker
  const skill = (key: string) => names.skills.get(key)?.[language] ?? key
  return (asked) => {
    switch (asked.kind) {
      case 'speaker':
        return t.speaker(
          skill(asked.skill),
          of(menu.languages, asked.language),
          of(menu.audiences, asked.audience),
        )
      case 'audience':
        return t.audience(speaker(asked.speaker), of(menu.audiences, asked.audience))
      case 'length':
        return t.length(speaker(asked.speaker), asked.minutes)
      case 'format':
        return t.format(speaker(asked.speaker), of(menu.formats, asked.format))
      case 'range':
        return t.range(speaker(asked.speaker), Math.ceil(asked.kilometres))
      case 'hours':
        return t.hours(speaker(asked.speaker), day(asked.day), asked.evening)
      case 'moreThatDay':
        return t.moreThatDay(speaker(asked.speaker), day(asked.day))
      case 'moreThatWeek':
        return t.moreThatWeek(speaker(asked.speaker), week(asked.day))
      case 'moreThatSeason':
        return t.moreThatSeason(speaker(asked.speaker))
      case 'seats':
        return t.seats(asked.headCount)
      case 'opening':
        return t.opening(names.venues.get(asked.venue) ?? t.aVenue, day(asked.day))
      case 'venue':
        return t.venue(day(asked.day))
    }
  }
}

/** Where a thing can be relaxed, or tried first. */
function placeFor(
  relaxation: Relaxation,
  { planId, firstDay, order }: Asking,
  t: typeof zh.doing,
): { href: string; does: string } {
  switch (relaxation.kind) {
    case 'speaker':
      return { href: urls.newSpeaker, does: t.register }
    case 'hours': {
      const day = firstDay && addDays(firstDay, relaxation.day)
      const asked = { from: planId, day, daySpeakerId: relaxation.speaker }
      return { href: to(urls.newPlan, null, asked), does: t.whatIf }
    }
    case 'moreThatDay':
    case 'moreThatWeek':
    case 'moreThatSeason':
      return {
        href: to(urls.speakerTimes, { speakerId: relaxation.speaker }),
        does: t.askThem,
      }
    case 'seats':
    case 'opening':
    case 'venue':
      return { href: to(urls.planOrder, { planId, orderId: order.orderId }), does: t.otherVenue }
    default:
      return { href: to(urls.speaker, { speakerId: relaxation.speaker }), does: t.seeSpeaker }
  }
}

/** How the speakers come down to those who could: only the steps at which somebody falls out. */
export function useFunnel(): (funnel: Funnel) => string {
  const t = useWords(words)
  return ({ fallen, left }) => {
    const steps = hurdles.filter((hurdle) => fallen[hurdle] > 0)
    const said = steps.map((hurdle) => t.hurdles[hurdle](fallen[hurdle]))
    return [...said, t.couldStill(left)].join(t.between)
  }
}
