import { Facts } from '#app/ui/lists.tsx'
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

/** The tokens to copy, each with what it says now and the other ways to say it. */
export function Catalogue({ figures, values, bulletin }: CatalogueProps) {
  const t = useWords(words)
  const own = useWords(figureWords)
  return (
    <Section title={t.catalogue} id="figures">
      <p class="quietly">{t.catalogueHint}</p>
      <Facts
        items={figures.map((figure) => ({
          term: own.name(figure),
          value: (
            <>
              <code>{tokenOf(figure)}</code> {t.now}{' '}
              <FigureLink figure={figure} values={values} bulletinId={bulletin.id} />
              <Sayings
                figure={figure}
                value={values.get(writtenAs(figure)) ?? 0}
                language={bulletin.language}
              />
            </>
          ),
        }))}
      />
    </Section>
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
