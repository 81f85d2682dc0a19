import { Facts } from '#app/ui/lists.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { en as speakersEn } from '../../speakers/messages.en.ts'
import { zh as speakersZh } from '../../speakers/messages.zh.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { TalkData } from './talk.tsx'

const words = { zh, en }
const speakerWords = { zh: speakersZh, en: speakersEn }

/** The facts about a talk, beside what it is about. */
export function TalkDetails({ data }: { data: TalkData }) {
  const t = useWords(words)
  const kinds = useWords(speakerWords).kinds
  const { language } = useSpeech()
  const { talk } = data
  const said = (codes: readonly string[], labels: Record<string, string>) =>
    codes.map((code) => labels[code] ?? code).join(' · ')
  return (
    <Facts
      items={[
        { term: t.facets.minutes, value: t.minutes(talk.minutes) },
        { term: t.forWhom, value: said(talk.audiences, t.audiences) },
        { term: t.facets.format, value: said(talk.formats, t.formats) },
        { term: t.spokenIn, value: said(talk.languages, t.languages) },
        {
          term: t.speakers,
          value: (
            <ul class="plain">
              {data.speakers.map((speaker) => (
                <li key={speaker.id}>
                  {speaker.name} <span class="quietly">{kinds[speaker.kind]}</span>
                </li>
              ))}
            </ul>
          ),
        },
        ...(talk.brings
          ? [{ term: t.brings, value: (language === 'en' && talk.bringsEn) || talk.brings }]
          : []),
      ]}
    />
  )
}
