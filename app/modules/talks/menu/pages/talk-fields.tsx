import { namesOf } from '#app/platform/http/page.ts'
import { CheckboxGroup, NumberField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { PutTalkOnMenu } from '../put-talk-on-menu.ts'
import type { findTalk } from '../queries.ts'

const words = { zh, en }
const name = namesOf(PutTalkOnMenu)

export type Named = { code: string; name: string; nameEn: string }
type Props = {
  topics: readonly Named[]
  strands: readonly Named[]
  talk?: Partial<NonNullable<Awaited<ReturnType<typeof findTalk>>>>
}

/** What the menu says of a talk, to be filled in or changed. */
export function TalkFields({ topics, strands, talk = {} }: Props) {
  const t = useWords(words)
  const { language } = useSpeech()
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  const named = (rows: readonly Named[]) =>
    rows.map((row) => ({ value: row.code, label: language === 'en' ? row.nameEn : row.name }))
  return (
    <>
      <TextField name={name('title')} label={t.talkTitle} value={talk.title} required />
      <TextField name={name('titleEn')} label={t.inEnglish(t.talkTitle)} value={talk.titleEn} />
      <TextArea
        name={name('about')}
        label={t.about}
        hint={t.aboutHint}
        value={talk.about}
        required
      />
      <TextArea name={name('aboutEn')} label={t.inEnglish(t.about)} value={talk.aboutEn} />
      <SelectField
        name={name('strandCode')}
        label={t.facets.strand}
        options={named(strands)}
        value={talk.strandCode}
        required
      />
      <CheckboxGroup
        name={name('topics')}
        label={t.facets.topic}
        options={named(topics)}
        value={talk.topics}
        required
      />
      <CheckboxGroup
        name={name('audiences')}
        label={t.facets.audience}
        options={options(t.audiences)}
        value={talk.audiences}
        required
      />
      <CheckboxGroup
        name={name('formats')}
        label={t.facets.format}
        options={options(t.formats)}
        value={talk.formats}
        required
      />
      <CheckboxGroup
        name={name('languages')}
        label={t.facets.language}
        options={options(t.languages)}
        value={talk.languages}
        required
      />
      <NumberField
        name={name('minutes')}
        label={t.lengthLabel}
        min={5}
        max={240}
        value={talk.minutes === undefined ? undefined : String(talk.minutes)}
        required
      />
      <TextField name={name('brings')} label={t.brings} hint={t.bringsHint} value={talk.brings} />
      <TextField name={name('bringsEn')} label={t.inEnglish(t.brings)} value={talk.bringsEn} />
    </>
  )
}
