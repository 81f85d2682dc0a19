import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { type Figure, sayingsOf, tokenOf, writtenAs } from '../figures/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { FigureLink, figureWords, type Values } from './bulletin-text.tsx'

const words = { zh, en }

type CatalogueProps = {
  figures: readonly Figure[]
  values: Values
  bulletin: { id: string; language: 'zh' | 'en' }
}

/** The tokens to copy, each with what it says now; those of one thing or person are folded away. */
export function Catalogue({ figures, ...rest }: CatalogueProps) {
  const t = useWords(words)
  const ofOne = figures.filter(({ thing }) => thing !== null)
  return (
    <Section title={t.catalogue} id="figures">
      <p class="quietly">{t.catalogueHint}</p>
      <Tokens {...rest} figures={figures.filter(({ thing }) => thing === null)} />
      {ofOne.length > 0 && (
        <details>
          <summary>{t.catalogueOfOne(ofOne.length)}</summary>
          <Tokens {...rest} figures={ofOne} />
        </details>
      )}
    </Section>
  )
}

function Tokens({ figures, values, bulletin }: CatalogueProps) {
  const own = useWords(figureWords)
  return (
    <ul class="cards">
      {figures.map((figure) => (
        <li key={tokenOf(figure)} class="card">
          <p>
            {own.name(figure)}{' '}
            <FigureLink figure={figure} values={values} bulletinId={bulletin.id} />
          </p>
          <code>{tokenOf(figure)}</code>
          <Sayings
            figure={figure}
            value={values.get(writtenAs(figure)) ?? 0}
            language={bulletin.language}
          />
        </li>
      ))}
    </ul>
  )
}

type SayingsProps = { figure: Figure; value: number; language: 'zh' | 'en' }

function Sayings({ figure, value, language }: SayingsProps) {
  const own = useWords(figureWords)
  const offered = sayingsOf(value)
  if (offered.length === 0) return null
  return (
    <details>
      <summary>{own.wordings}</summary>
      <ul>
        {offered.map((saying) => (
          <li key={`${saying.how}${saying.bound}`}>
            {figureWords[language].say(value, saying)} <code>{tokenOf({ ...figure, saying })}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
