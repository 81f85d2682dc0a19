import type { Shown } from '#app/platform/http/page.ts'
import { PostButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { PlaceRow } from '../queries.ts'
import { whyNotGivenUp } from '../rules.ts'
import type { ShiftData } from './shift.tsx'

const words = { zh, en }

/** Who stands on the shift, beside whom, and who fetches a child. */
export function Rota(shown: Shown<ShiftData>) {
  const t = useWords(words).shift
  const { data, visit, formKey } = shown
  const { shift } = data
  const act = (name: string) => to(urls.shift, { shiftId: shift.id }, { do: name })
  const acts = data.runs || data.leads
  return (
    <Section title={t.rota}>
      {data.post.teamId !== null && <p class="quietly">{t.rotaHint}</p>}
      <DataTable
        caption={t.rota}
        rows={data.seen}
        // A list with children in it is not taken away as a file.
        exports={data.seen.some(({ minor }) => minor) ? null : 'rota'}
        columns={[
          { key: 'name', label: t.name, names: true, cell: (place) => place.name },
          ...(data.seen.some((place) => howOf(t, place) !== '')
            ? [{ key: 'how', label: t.how, cell: (place: PlaceRow) => howOf(t, place) }]
            : []),
          ...(acts
            ? [
                {
                  key: 'do',
                  label: t.takeOff,
                  acts: true,
                  cell: (place: PlaceRow) => (
                    <>
                      {place.minor && place.pickUp !== '' && place.fetchedAt === null && (
                        <PostButton
                          action={act('fetched')}
                          formKey={formKey}
                          values={{ placeId: place.id }}
                          whyNot={shift.during.start > visit.now ? 'young.notYet' : null}
                        >
                          {t.confirmFetched}
                        </PostButton>
                      )}
                      {data.runs && place.state === 'on' && shift.status === 'planned' && (
                        <PostButton
                          action={act('giveUp')}
                          formKey={formKey}
                          values={{ placeId: place.id }}
                          kind="quiet"
                          whyNot={whyNotGivenUp(place, shift, { now: visit.now, byStaff: true })}
                        >
                          {t.takeOff}
                        </PostButton>
                      )}
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
      {data.unseen > 0 && data.post.teamId !== null && (
        <p class="quietly">{t.others(data.unseen)}</p>
      )}
    </Section>
  )
}

function howOf(t: typeof zh.shift, place: PlaceRow): string {
  return [
    place.besideName && t.beside(place.besideName),
    place.children > 0 && t.children(place.children),
    place.minor && place.pickUp !== '' && (place.fetchedAt ? t.fetched : t.pickUp(place.pickUp)),
    place.swapId && t.offered,
  ]
    .filter(Boolean)
    .join(' · ')
}
