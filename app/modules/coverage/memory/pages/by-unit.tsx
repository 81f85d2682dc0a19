import { shareOf } from '#app/modules/courses/recall/rules.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { Facets } from '#app/ui/lists.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { DataTable } from '#app/ui/tables.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { TopicCount, unitsIn } from '../queries.ts'
import { type Group, type Measure, measures, mergeUpward, type Topic, together } from '../rules.ts'

const words = { zh, en }

type Props = {
  topic: Topic
  measure: Measure
  units: Awaited<ReturnType<typeof unitsIn>>
  counts: readonly TopicCount[]
  now: Date
}

const percent = (share: number) => Math.round(share * 100)

/** A share in words, with its interval and what it is of. */
export function sayShare(
  t: typeof zh,
  { share, low, high }: NonNullable<ReturnType<typeof shareOf>>,
  { part, whole, people }: { part: number; whole: number; people: number },
): string {
  return t.said(percent(share), percent(low), percent(high), part, whole, people)
}

/** One measure of a topic unit by unit, by name; units of fewer than five stand with the level above. */
export function ByUnit({ topic, measure, units, counts, now }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const nameOf = ({ unitId, from }: Group) => {
    const name = names.get(unitId) ?? ''
    return from.length === 1 && from[0] === unitId ? name : t.units(name, from.length)
  }
  const groups = mergeUpward(
    units,
    counts.filter((count) => count.measure === measure),
  ).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'zh'))
  const facets = measures.flatMap((each) => {
    const all = together(counts.filter((count) => count.measure === each))
    const href = to(urls.memory, null, { topic: topic.code, measure: each })
    const chosen = each === measure
    return all ? [{ label: t.short[each], count: all.people, chosen, href }] : []
  })
  return (
    <>
      <Facets title={t.people} facets={facets} />
      <DataTable
        caption={t.ofUnits(nameIn(language, topic), t.measures[measure])}
        rows={groups}
        asOf={now}
        empty={<p class="quietly">{t.tooFew}</p>}
        columns={[
          { key: 'unit', label: t.unit, names: true, cell: nameOf },
          {
            key: 'share',
            label: t.share,
            amount: true,
            cell: ({ part, whole }) => `${percent(part / whole)}%`,
          },
          {
            key: 'interval',
            label: t.interval,
            amount: true,
            cell: ({ part, whole }) => {
              const share = shareOf(part, whole)!
              return `${percent(share.low)}–${percent(share.high)}%`
            },
          },
          {
            key: 'number',
            label: t.number,
            amount: true,
            cell: ({ part, whole }) => `${part} / ${whole}`,
          },
          { key: 'people', label: t.people, amount: true, cell: ({ people }) => people },
        ]}
      />
    </>
  )
}
