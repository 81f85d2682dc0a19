import { titleIn } from '#app/platform/language.ts'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { ListedTalk, Menu } from '../queries.ts'

const words = { zh, en }

/** The talks on the menu as a table to keep. */
export function MenuFile(props: { talks: readonly ListedTalk[]; menu: Menu }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const nameOf = (all: Menu['topics']) => {
    const names = new Map(
      all.map(({ code, name, nameEn }) => [code, (language === 'en' && nameEn) || name]),
    )
    return (code: string) => names.get(code) ?? ''
  }
  const [topicOf, strandOf] = [nameOf(props.menu.topics), nameOf(props.menu.strands)]
  const said = (of: Record<string, string>, codes: readonly string[]) =>
    codes.map((code) => of[code]).join(t.file.and)
  return (
    <TableFile
      caption={t.title}
      rows={props.talks}
      columns={[
        { label: t.file.number, value: ({ number }: ListedTalk) => number },
        { label: t.talkTitle, value: (talk) => titleIn(language, talk) },
        { label: t.facets.strand, value: ({ strandCode }) => strandOf(strandCode) },
        { label: t.facets.topic, value: ({ topics }) => topics.map(topicOf).join(t.file.and) },
        { label: t.facets.audience, value: (talk) => said(t.audiences, talk.audiences) },
        { label: t.facets.format, value: (talk) => said(t.formats, talk.formats) },
        { label: t.facets.language, value: (talk) => said(t.languages, talk.languages) },
        { label: t.lengthLabel, value: ({ minutes }) => minutes },
        {
          label: t.about,
          value: (talk) => (language === 'en' && talk.aboutEn ? talk.aboutEn : talk.about),
        },
      ]}
    />
  )
}
