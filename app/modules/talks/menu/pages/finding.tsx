import type { Language } from '#app/platform/language.ts'
import { type Facet, Facets } from '#app/ui/lists.tsx'
import { Narrow } from '#app/ui/narrow.tsx'
import { Search } from '#app/ui/search.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Found } from '../queries.ts'
import { type Choice, type FacetName, facetCounts, facetNames } from '../rules.ts'

const words = { zh, en }

type Props = Found & { typed: string; choice: Choice }
type Named = { code: string; name: string; nameEn: string }

/** The search box and the facets, beside the list or above it. */
export function Finding(props: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const chosen = Object.keys(props.choice).length
  return (
    <>
      <Search
        action={urls.menu}
        label={t.search}
        hint={t.searchHint}
        value={props.typed}
        kept={props.choice as Record<string, string>}
      />
      <Narrow chosen={chosen}>
        {chosen > 0 && (
          <p>
            <a href={to(urls.menu, null, { q: props.typed })}>{t.all}</a>
          </p>
        )}
        {facetNames.map((facet) => (
          <Facets key={facet} title={t.facets[facet]} facets={facetsOf(props, facet, language)} />
        ))}
      </Narrow>
    </>
  )
}

function facetsOf(props: Props, facet: FacetName, language: Language): Facet[] {
  const counts = facetCounts(props.talks, props.choice, facet)
  return valuesOf(props, facet, language)
    .filter(([value]) => counts.has(value) || props.choice[facet] === value)
    .map(([value, label]) => {
      const chosen = props.choice[facet] === value
      const query = { q: props.typed, ...props.choice, [facet]: chosen ? null : value }
      return { label, count: counts.get(value) ?? 0, chosen, href: to(urls.menu, null, query) }
    })
}

function valuesOf(props: Props, facet: FacetName, language: Language): [string, string][] {
  const t = words[language]
  const named = (each: Named): [string, string] => [
    each.code,
    language === 'en' ? each.nameEn : each.name,
  ]
  switch (facet) {
    case 'strand':
      return props.strands.map(named)
    case 'topic':
      return props.topics.map(named)
    case 'audience':
      return Object.entries(t.audiences)
    case 'format':
      return Object.entries(t.formats)
    case 'language':
      return Object.entries(t.languages)
    case 'minutes':
      return ['10', '30', '60', '90', 'longer'].map((length) => [length, t.length(length)])
  }
}
