import type { venues } from '#app/modules/organisation/queries.ts'
import { saidOf } from '#app/modules/organisation/rules.ts'
import { SelectField } from '#app/ui/fields.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }
type Venue = Awaited<ReturnType<typeof venues>>[number]

type Props = {
  name: string
  venues: readonly Venue[]
  blank: string
  value?: string | undefined
}

const mostSaid = 3

/** The venues to choose from, each with its seats and what matters of it; and the way to find one by that. */
export function VenueChoice({ name, venues, blank, value }: Props) {
  const t = useWords(words).plan
  const { code } = useSpeech()
  const said = (venue: Venue) =>
    saidOf(venue)
      .slice(0, mostSaid)
      .map((each) => ` · ${code('venue', 'facilities', each)}`)
      .join('')
  return (
    <>
      <SelectField
        name={name}
        label={t.venue}
        blank={blank}
        value={value}
        options={venues.map((venue) => ({
          value: venue.id,
          label: t.venueChoice(venue.name, venue.unitName, venue.seats) + said(venue),
        }))}
      />
      <p>
        <a href={urls.venues}>{t.findVenue}</a>
      </p>
    </>
  )
}
