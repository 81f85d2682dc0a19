import { namesOf } from '#app/platform/http/page.ts'
import {
  CheckboxField,
  CheckboxGroup,
  NumberField,
  SelectField,
  TextField,
} from '#app/ui/fields.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { VenueFields } from '../add-venue.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { findVenue } from '../queries.ts'
import { entrances, equipment, toilets, venueKinds } from '../rules.ts'

const words = { zh, en }
const name = namesOf(VenueFields)

type Venue = NonNullable<Awaited<ReturnType<typeof findVenue>>>

/** What is said of a venue: of a new one, or of one that is put right. */
export function VenueInputs({ venue }: { venue?: Venue }) {
  const t = useWords(words)
  const options = <K extends string>(of: readonly K[], labels: Readonly<Record<K, string>>) =>
    of.map((value) => ({ value, label: labels[value] }))
  return (
    <>
      <TextField
        name={name('name')}
        label={t.unitName}
        value={venue?.name}
        required
        maxLength={60}
      />
      <SelectField
        name={name('kind')}
        label={t.kind}
        value={venue?.kind}
        required
        options={options(venueKinds, t.venueKinds)}
      />
      <NumberField
        name={name('seats')}
        label={t.seats}
        required
        min={1}
        max={5000}
        value={venue && String(venue.seats)}
        unit={t.seatsUnit}
      />
      <TextField
        name={name('place')}
        label={t.place}
        hint={t.placeHint}
        value={venue?.place}
        maxLength={200}
      />
      <SelectField
        name={name('entrance')}
        label={t.entrance}
        value={venue?.entrance ?? 'unknown'}
        blank={false}
        options={options(entrances, t.entrances)}
      />
      <SelectField
        name={name('toilet')}
        label={t.toilet}
        value={venue?.toilet ?? 'unknown'}
        blank={false}
        options={options(toilets, t.toilets)}
      />
      <CheckboxField
        name={name('hearingLoop')}
        label={t.hearingLoop}
        checked={venue?.hearingLoop}
      />
      <CheckboxField name={name('lift')} label={t.lift} checked={venue?.lift} />
      <CheckboxGroup
        name={name('equipment')}
        label={t.equipment}
        options={options(equipment, t.facilities)}
        value={venue?.equipment}
      />
    </>
  )
}
