import { z } from 'zod'
import { authorise } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, listEndpoint } from '#app/platform/http/endpoint.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayListUnits } from './access.ts'
import { AddUnit, addUnit } from './add-unit.ts'
import { AddVenue, addVenue } from './add-venue.ts'
import { CorrectVenue, correctVenue } from './correct-venue.ts'
import { importDivisions } from './import-divisions.ts'
import { PlaceUnitOnSketch, placeUnitOnSketch } from './place-unit-on-sketch.ts'
import { openUnits, venues } from './queries.ts'
import { entrances, toilets, venueKinds } from './rules.ts'
import { SetVenueHours, setVenueHours } from './set-venue-hours.ts'

const Unit = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  kind: z.enum(['district', 'street', 'community', 'branch', 'station', 'school']),
  name: z.string(),
})
const Venue = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  kind: z.enum(venueKinds),
  name: z.string(),
  seats: z.int(),
  entrance: z.enum(entrances),
  toilet: z.enum(toilets),
  hearingLoop: z.boolean(),
  lift: z.boolean(),
  equipment: z.array(z.string()),
})

const mostOfFile = 2_000_000

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/units',
    summary: 'The units of the street',
    query: z.object({}),
    output: Unit,
    async run(ctx) {
      authorise(mayListUnits(ctx.actor))
      return openUnits(ctx)
    },
  }),
  listEndpoint({
    path: '/venues',
    summary: 'The venues of the street',
    query: z.object({}),
    output: Venue,
    async run(ctx) {
      authorise(mayListUnits(ctx.actor))
      return venues(ctx)
    },
  }),
  commandEndpoint({
    path: '/units',
    summary: 'Add a unit',
    input: AddUnit,
    output: Unit,
    run: (ctx, { input }) => addUnit(ctx, input),
  }),
  commandEndpoint({
    path: '/venues',
    summary: 'Add a venue',
    input: AddVenue,
    output: Venue,
    run: (ctx, { input }) => addVenue(ctx, input),
  }),
  commandEndpoint({
    path: '/venues/correct',
    summary: 'Put right what is said of a venue: its name, seats, access and equipment',
    input: CorrectVenue,
    output: z.object({}),
    async run(ctx, { input }) {
      await correctVenue(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/units/place',
    summary: 'Say where a community lies on the street’s own sketch, in kilometres',
    input: PlaceUnitOnSketch,
    output: z.object({}),
    async run(ctx, { input }) {
      await placeUnitOnSketch(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/venues/hours',
    summary: 'Say at which hours of the week a venue can be used; it replaces what was said before',
    input: SetVenueHours,
    output: z.object({}),
    async run(ctx, { input }) {
      await setVenueHours(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/divisions/import',
    summary: 'Bring in administrative divisions from CSV (code,name,level,parent_code)',
    input: z.strictObject({ csv: text(mostOfFile) }),
    output: z.object({ added: z.int(), changed: z.int(), kept: z.int() }),
    run: (ctx, { input }) => importDivisions(ctx, { bytes: new TextEncoder().encode(input.csv) }),
  }),
]
