import { authorise } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty, Facets } from '#app/ui/lists.tsx'
import { Narrow } from '#app/ui/narrow.tsx'
import { Columns, PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepUnits, mayKeepVenues, mayListUnits } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type Venue, venues } from '../queries.ts'
import {
  equipment,
  fitsWishes,
  saidOf,
  type VenueKind,
  type VenueWish,
  venueKinds,
  venueWishes,
} from '../rules.ts'

const words = { zh, en }

type Data = {
  all: (Venue & { keeps: boolean })[]
  kind: VenueKind | null
  wishes: VenueWish[]
  /** Whether the reader keeps the register. */
  office: boolean
}

/** The register of venues: what each has and how one gets in, narrowed by what is needed. */
export const venuesPage = page<Data>({
  title: (_, language) => words[language].venuesTitle,
  async load(ctx, { query }) {
    authorise(mayListUnits(ctx.actor))
    const all = await venues(ctx)
    return {
      all: all.map((venue) => ({ ...venue, keeps: mayKeepVenues(ctx.actor, venue.unitId) })),
      kind: venueKinds.find((kind) => kind === query.get('kind')) ?? null,
      wishes: venueWishes.filter((wish) => query.getAll('has').includes(wish)),
      office: mayKeepUnits(ctx.actor),
    }
  },
  view: (shown) => <Venues {...shown} />,
})

function Venues(shown: Shown<Data>) {
  const t = useWords(words)
  const { all, kind, wishes, office } = shown.data
  const fit = all.filter((venue) => fitsWishes(venue, kind, wishes))
  return (
    <>
      <PageHead
        title={t.venuesTitle}
        lead={t.venuesLead}
        actions={
          office ? <LinkButton href={`${urls.units}#venue`}>{t.addVenue}</LinkButton> : undefined
        }
        back={office ? { href: urls.units, label: t.back } : undefined}
      />
      <Columns first beside={<Wishes {...shown} />}>
        {fit.length === 0 ? (
          <Empty action={<LinkButton href={urls.venues}>{t.allVenues}</LinkButton>}>
            {t.noVenues}
          </Empty>
        ) : (
          <VenueTable shown={shown} venues={fit} />
        )}
      </Columns>
    </>
  )
}

function VenueTable({ shown, venues: rows }: { shown: Shown<Data>; venues: Data['all'] }) {
  const t = useWords(words)
  const things: readonly string[] = equipment
  const said = (venue: Venue, ofThings: boolean) =>
    saidOf(venue)
      .filter((each) => things.includes(each) === ofThings)
      .map((each) => t.facilities[each])
      .join(' · ')
  return (
    <DataTable
      caption={t.venuesCount(rows.length)}
      asOf={shown.visit.now}
      rows={rows}
      columns={[
        {
          key: 'name',
          label: t.nameHead,
          names: true,
          cell: (venue) =>
            venue.keeps ? (
              <a href={to(urls.venue, { venueId: venue.id })}>{venue.name}</a>
            ) : (
              venue.name
            ),
          value: (venue) => venue.name,
        },
        { key: 'unit', label: t.unitHead, cell: (venue) => venue.unitName },
        { key: 'kind', label: t.kind, cell: (venue) => t.venueKinds[venue.kind] },
        {
          key: 'seats',
          label: t.seats,
          amount: true,
          cell: (venue) => venue.seats,
          value: (venue) => venue.seats,
        },
        { key: 'says', label: t.says, cell: (venue) => said(venue, false) },
        { key: 'has', label: t.has, cell: (venue) => said(venue, true) },
      ]}
    />
  )
}

/** The ways to narrow the register, each with how many it would leave; pressed again it lets go. */
function Wishes({ data }: Shown<Data>) {
  const t = useWords(words)
  const { all, kind, wishes } = data
  const count = (ofKind: VenueKind | null, has: readonly VenueWish[]) =>
    all.filter((venue) => fitsWishes(venue, ofKind, has)).length
  const href = (ofKind: VenueKind | null, has: readonly VenueWish[]) =>
    to(urls.venues, null, { kind: ofKind, has })
  const wished = venueWishes.map((wish) => {
    const chosen = wishes.includes(wish)
    const has = chosen ? wishes.filter((each) => each !== wish) : [...wishes, wish]
    const left = count(kind, [...wishes, wish])
    return { label: t.facilities[wish], href: href(kind, has), count: left, chosen }
  })
  const kinds = venueKinds.map((each) => {
    const chosen = kind === each
    const wanted = chosen ? null : each
    const left = count(each, wishes)
    return { label: t.venueKinds[each], href: href(wanted, wishes), count: left, chosen }
  })
  const some = <F extends { count: number; chosen: boolean }>(facets: F[]) =>
    facets.filter((facet) => facet.count > 0 || facet.chosen)
  const chosen = wishes.length + (kind === null ? 0 : 1)
  return (
    <Narrow chosen={chosen}>
      {chosen > 0 && (
        <p>
          <a href={urls.venues}>{t.allVenues}</a>
        </p>
      )}
      {some(wished).length > 0 && <Facets title={t.wished} facets={some(wished)} />}
      <Facets title={t.ofKind} facets={some(kinds)} />
    </Narrow>
  )
}
