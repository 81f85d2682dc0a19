import { Prose } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as figuresEn } from '../figures/messages.en.ts'
import { zh as figuresZh } from '../figures/messages.zh.ts'
import { type Figure, paragraphsOf, writtenAs } from '../figures/rules.ts'

export const figureWords = { zh: figuresZh, en: figuresEn }

export type Values = ReadonlyMap<string, number>

type TextProps = {
  bulletin: { id: string; language: 'zh' | 'en'; body: string }
  values: Values
}

/** A bulletin's paragraphs, with a live number in the place of each figure. */
export function BulletinText({ bulletin, values }: TextProps) {
  const lang = bulletin.language === 'zh' ? 'zh-CN' : 'en'
  return (
    <Prose>
      {paragraphsOf(bulletin.body).map(({ heading, parts }, at) => {
        const Line = heading ? 'h3' : 'p'
        return (
          <Line key={at} id={`p-${at + 1}`} lang={lang}>
            {parts.map((part) =>
              typeof part === 'string' ? (
                part
              ) : (
                <FigureLink
                  figure={part}
                  values={values}
                  bulletinId={bulletin.id}
                  language={bulletin.language}
                />
              ),
            )}
          </Line>
        )
      })}
    </Prose>
  )
}

type FigureProps = {
  figure: Figure
  values: Values
  bulletinId: string
  language?: 'zh' | 'en'
}

/** A number in the words that the text gives it; it opens the records behind it. */
export function FigureLink({ figure, values, bulletinId, language }: FigureProps) {
  const own = useWords(figureWords)
  const written = writtenAs(figure)
  const say = language ? figureWords[language].say : own.say
  return (
    <a href={to(urls.figure, { bulletinId, figure: written })} title={own.name(figure)}>
      {say(values.get(written) ?? 0, figure.saying)}
    </a>
  )
}
