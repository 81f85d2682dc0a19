import { dayOf, yearsBetween } from '#app/platform/time.ts'
import { Facts } from '#app/ui/lists.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import type { Audience, Format, SpokenLanguage } from '../../menu/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { SpeakerData } from './speaker.tsx'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }

/** What is to be known of a speaker before asking, term by term. */
export function SpeakerFacts({ speaker, topics, now }: SpeakerData & { now: Date }) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { language } = useSpeech()
  const inLanguage = (zhText: string, enText: string) =>
    language === 'en' && enText ? enText : zhText
  const today = dayOf(now)
  const years = [
    speaker.bornOn && t.age(yearsBetween(speaker.bornOn, today)),
    speaker.joinedPartyOn && t.partyYears(yearsBetween(speaker.joinedPartyOn, today)),
  ].filter(Boolean)
  const named = speaker.topics.flatMap(({ code, strength }) => {
    const topic = topics.find((each) => each.code === code)
    if (!topic) return []
    const label = inLanguage(topic.name, topic.nameEn)
    return [t.topicAs(label, t.strengths[strength as 1 | 2 | 3])]
  })
  const said = (term: string, values: readonly string[], none?: string) =>
    values.length > 0 || none !== undefined
      ? [{ term, value: values.length > 0 ? values.join(' · ') : none! }]
      : []
  const text = (term: string, value: string) => (value ? [{ term, value }] : [])
  const rangeOf = (km: number | null) => (km === null ? t.everywhere : t.within(km))
  return (
    <Facts
      items={[
        ...said(t.kind, years.length > 0 ? [t.kinds[speaker.kind], ...(years as string[])] : []),
        ...said(
          t.languages,
          speaker.languages.map((each) => menu.languages[each as SpokenLanguage]),
        ),
        ...said(t.topics, named),
        ...said(
          t.audiences,
          speaker.audiences.map((each) => menu.audiences[each as Audience]),
          t.everyone,
        ),
        ...said(
          t.lengths,
          speaker.lengths.map((each) => t.minutes(String(each))),
          t.anyLength,
        ),
        ...said(
          t.formats,
          speaker.formats.map((each) => menu.formats[each as Format]),
        ),
        ...text(t.range, speaker.homeVenueId ? '' : rangeOf(speaker.rangeKm)),
        {
          term: t.mostGuests,
          value: speaker.mostGuests === null ? t.anyNumber : t.guests(speaker.mostGuests),
        },
        ...text(t.equipment, inLanguage(speaker.equipment, speaker.equipmentEn)),
        ...text(t.conditions, inLanguage(speaker.conditions, speaker.conditionsEn)),
      ]}
    />
  )
}
