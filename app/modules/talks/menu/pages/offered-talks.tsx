import type { Language } from '#app/platform/language.ts'
import { titleIn } from '#app/platform/language.ts'
import { sayDay } from '#app/ui/dates.ts'
import { type OfferLine, Offers, Places } from '#app/ui/offers.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { ListedTalk, Menu } from '../queries.ts'

const words = { zh, en }

type Props = { talks: readonly ListedTalk[]; menu: Menu; grouped: boolean; now: Date }

/** The talks of the menu in their lines: strand by strand, or as they were found. */
export function OfferedTalks({ talks, menu, grouped, now }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const topics = namesOf(menu.topics, language)
  const line = (talk: ListedTalk) => lineOf(talk, topics, language, now)
  if (!grouped) return <Offers lines={talks.map(line)} />
  const parts = byStrand(talks, menu, language, t.otherStrand)
  return (
    <>
      {parts.length > 1 && (
        <Places
          label={t.strandsLabel}
          places={parts.map((part) => ({
            ...part,
            href: `#${part.code}`,
            count: part.talks.length,
          }))}
        />
      )}
      {parts.map((part) => (
        <Section key={part.code} id={part.code} title={part.label}>
          <Offers lines={part.talks.map(line)} />
        </Section>
      ))}
    </>
  )
}

function namesOf(all: Menu['topics'], language: Language): ReadonlyMap<string, string> {
  return new Map(all.map(({ code, name, nameEn }) => [code, (language === 'en' && nameEn) || name]))
}

/** The talks under the strands of the season, in its order; what is of another season comes last. */
export function byStrand(
  talks: readonly ListedTalk[],
  menu: Menu,
  language: Language,
  others: string,
) {
  const of = Map.groupBy(talks, ({ strandCode }) =>
    menu.strands.some(({ code }) => code === strandCode) ? strandCode : 'others',
  )
  const labels = [...namesOf(menu.strands, language), ['others', others] as const]
  return labels.flatMap(([code, label]) => {
    const its = of.get(code)
    return its ? [{ code, label, talks: its }] : []
  })
}

function lineOf(
  talk: ListedTalk,
  topics: ReadonlyMap<string, string>,
  language: Language,
  now: Date,
): OfferLine {
  const t = words[language]
  const topic = topics.get(talk.topics[0] ?? '')
  const audiences = talk.audiences.map((code) => t.audiences[code as keyof typeof t.audiences])
  return {
    href: to(urls.talk, { talkId: talk.id }),
    number: talk.number,
    title: titleIn(language, talk),
    amount: t.minutes(talk.minutes),
    facts: `${topic === undefined ? '' : `${topic} · `}${audiences.join(t.file.and)}`,
    mark: offeredIn(talk, language, now),
  }
}

/** When a talk that isn't there all year is to be had. */
export function offeredIn(
  talk: Pick<ListedTalk, 'offeredFrom' | 'offeredUntil'>,
  language: Language,
  now: Date,
): string | undefined {
  if (talk.offeredFrom === null && talk.offeredUntil === null) return undefined
  const say = (day: string | null) => day && sayDay(day, language, now)
  return words[language].offered(say(talk.offeredFrom), say(talk.offeredUntil))
}
