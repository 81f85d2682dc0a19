import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Facts } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { WeekHours } from '#app/ui/week-hours.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepUnits, mayKeepVenues } from '../access.ts'
import { CorrectVenue, correctVenue } from '../correct-venue.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findUnit, findVenue, venueUseOf } from '../queries.ts'
import { equipment, saidOf, type WeekHours as Week } from '../rules.ts'
import { mostSpans, SetVenueHours, setVenueHours } from '../set-venue-hours.ts'
import { VenueInputs } from './venue-fields.tsx'

const words = { zh, en }
const Hours = SetVenueHours.omit({ venueId: true })
const Correct = CorrectVenue.omit({ venueId: true })
const name = namesOf(Hours)

type Data = {
  venue: NonNullable<Awaited<ReturnType<typeof findVenue>>>
  unitName: string
  hours: readonly Week[]
  /** Whether the reader plans sessions here. */
  plans: boolean
}

/** One venue: where it is, how many fit in, and the hours of the week at which it can be used. */
export const venuePage = page<Data>({
  title: ({ venue }) => venue.name,
  async load(ctx, { params }) {
    const venue = found(await findVenue(ctx, params['venueId']!))
    authorise(mayKeepVenues(ctx.actor, venue.unitId))
    const unit = found(await findUnit(ctx, venue.unitId))
    const use = found((await venueUseOf(ctx, [venue.id])).get(venue.id))
    return {
      venue,
      unitName: unit.name,
      hours: use.hours,
      plans: mayKeepUnits(ctx.actor),
    }
  },
  actions: {
    hours: action(Hours, async (ctx, input, { params }) => {
      const venueId = params['venueId']!
      await setVenueHours(ctx, { ...input, venueId })
      return { to: to(urls.venue, { venueId }), done: 'venue.hoursSet' }
    }),
    correct: action(Correct, async (ctx, input, { params }) => {
      const venueId = params['venueId']!
      await correctVenue(ctx, { ...input, venueId })
      return { to: to(urls.venue, { venueId }), done: 'venue.corrected' }
    }),
  },
  view: (shown) => <Venue {...shown} />,
})

function Venue(shown: Shown<Data>) {
  const { data } = shown
  const t = useWords(words)
  const { venue } = data
  const said = useHours()(data.hours)
  const has = saidOf(venue)
    .filter((each) => beside.includes(each))
    .map((each) => t.facilities[each])
  return (
    <>
      <PageHead
        title={venue.name}
        over={data.unitName}
        actions={
          <>
            {data.plans && (
              <LinkButton href={to(urls.newSession, null, { venue: venue.id })} icon="plus">
                {t.planHere}
              </LinkButton>
            )}
            <LinkButton href={to(urls.calendar, null, { of: `venue.${venue.id}` })} icon="calendar">
              {t.whenTaken}
            </LinkButton>
          </>
        }
        back={{ href: urls.venues, label: t.toVenues }}
      />
      <Facts
        items={[
          { term: t.kind, value: t.venueKinds[venue.kind] },
          { term: t.seats, value: t.seatsOf(venue.seats) },
          ...(venue.place ? [{ term: t.place, value: venue.place }] : []),
          { term: t.entrance, value: t.entrances[venue.entrance] },
          { term: t.toilet, value: t.toilets[venue.toilet] },
          { term: t.equipment, value: has.length > 0 ? has.join(' · ') : t.nothingKnown },
          { term: t.hours, value: said || t.always },
        ]}
      />
      <OpenHours {...shown} />
      <Correction {...shown} />
    </>
  )
}

/** The hours of a week in words, those of seven equal days said once. */
function useHours() {
  const t = useWords(words)
  return (hours: readonly Week[]): string => {
    const days = t.weekdays.map((_, day) =>
      hours
        .filter(({ weekday }) => weekday === day + 1)
        .map(({ fromTime, untilTime }) => `${fromTime}–${untilTime}`)
        .join(', '),
    )
    if (days[0] && days.every((spans) => spans === days[0])) return t.hoursOn(t.everyDay, days[0])
    return days.flatMap((spans, at) => (spans ? t.hoursOn(t.weekdays[at]!, spans) : [])).join(' · ')
  }
}

/** The hours to change; folded away, and open again where they need another look. */
function OpenHours({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { venue, hours } = data
  const state = form('hours')
  const failed = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <Section title={t.hours}>
      <p class="quietly">{t.hoursLead}</p>
      <details open={failed}>
        <summary class="button plain">{t.hoursChange}</summary>
        <Form
          action={to(urls.venue, { venueId: venue.id }, { do: 'hours' })}
          formKey={formKey}
          state={state}
        >
          <WeekHours
            name={name('hours')}
            weekdays={t.weekdays}
            spansOf={(day) => hours.filter(({ weekday }) => weekday === day + 1)}
            most={mostSpans}
            said={{ from: t.from, until: t.until, againFrom: t.againFrom, more: t.moreSpans }}
          />
          <Button kind="main">{t.hoursKeep}</Button>
        </Form>
      </details>
    </Section>
  )
}

// How one gets in stands in lines of its own.
const beside: readonly string[] = ['hearingLoop', 'lift', ...equipment]

/** Folded away, since a venue seldom changes; open again where it needs another look. */
function Correction({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { venue } = data
  const state = form('correct')
  const failed = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <Section title={t.correct} id="correct">
      <p class="quietly">{t.correctLead}</p>
      <details open={failed}>
        <summary class="button plain">{t.correct}</summary>
        <Form
          action={to(urls.venue, { venueId: venue.id }, { do: 'correct' })}
          formKey={`${formKey}-venue`}
          state={state}
          id="venue"
        >
          <VenueInputs venue={venue} />
          <Button kind="main">{t.save}</Button>
        </Form>
      </details>
    </Section>
  )
}
