import type { venues } from '#app/modules/organisation/queries.ts'
import { namesOf } from '#app/platform/http/page.ts'
import {
  CheckboxGroup,
  FieldGroup,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '#app/ui/fields.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import type { topicsOf } from '../../menu/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { findSpeaker } from '../queries.ts'
import { Entry } from '../register-speaker.ts'
import { talkLengths } from '../rules.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const name = namesOf(Entry)

type EntryFieldsProps = {
  topics: Awaited<ReturnType<typeof topicsOf>>
  homes: Awaited<ReturnType<typeof venues>>
  /** What the entry says now; nothing where it is new. */
  entry?: NonNullable<Awaited<ReturnType<typeof findSpeaker>>> | undefined
}

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))
const numberOf = (value: number | null | undefined) =>
  value === null || value === undefined ? undefined : String(value)

/** What the register says of a speaker, as fields: who it is, what they tell, and what it takes. */
export function EntryFields({ topics, homes, entry }: EntryFieldsProps) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  return (
    <>
      <TextArea
        name={name('about')}
        label={t.about}
        hint={t.aboutHint}
        value={entry?.about}
        maxLength={1000}
        required
      />
      <TextArea name={name('aboutEn')} label={t.inEnglish(t.about)} value={entry?.aboutEn} />
      <CheckboxGroup
        name={name('languages')}
        label={t.languages}
        options={optionsOf(menu.languages)}
        value={entry?.languages}
        required
      />
      <TopicFields topics={topics} entry={entry} />
      <CheckboxGroup
        name={name('audiences')}
        label={t.audiences}
        hint={t.noneIsAll}
        options={optionsOf(menu.audiences)}
        value={entry?.audiences}
      />
      <CheckboxGroup
        name={name('lengths')}
        label={t.lengths}
        hint={t.noneIsAny}
        options={talkLengths.map((length) => ({ value: length, label: t.minutes(length) }))}
        value={entry?.lengths.map(String)}
      />
      <CheckboxGroup
        name={name('formats')}
        label={t.formats}
        options={optionsOf(menu.formats)}
        value={entry?.formats}
      />
      <PlaceFields homes={homes} entry={entry} />
    </>
  )
}

/** Each topic with how well the speaker knows it; what is left empty they don't talk about. */
function TopicFields({ topics, entry }: Omit<EntryFieldsProps, 'homes'>) {
  const t = useWords(words)
  const { language } = useSpeech()
  if (topics.length === 0) return null
  return (
    <FieldGroup legend={t.topics} hint={t.topicsHint}>
      <div class="span-inputs">
        {topics.map((topic, at) => (
          <>
            <input type="hidden" name={name(`topics.${at}.code`)} value={topic.code} />
            <SelectField
              name={name(`topics.${at}.strength`)}
              label={language === 'en' ? topic.nameEn : topic.name}
              blank={t.notTheirs}
              options={optionsOf(t.strengths)}
              value={numberOf(entry?.topics.find(({ code }) => code === topic.code)?.strength)}
            />
          </>
        ))}
      </div>
    </FieldGroup>
  )
}

/** Where and before how many, what has to be there, and what else is to be known before asking. */
function PlaceFields({ homes, entry }: Omit<EntryFieldsProps, 'topics'>) {
  const t = useWords(words)
  return (
    <FieldGroup legend={t.whereAndHow}>
      <SelectField
        name={name('homeVenueId')}
        label={t.receivesAt}
        hint={t.receivesAtHint}
        blank={t.anywhere}
        options={homes.map((venue) => ({ value: venue.id, label: venue.name }))}
        value={entry?.homeVenueId ?? undefined}
      />
      <NumberField
        name={name('rangeKm')}
        label={t.range}
        hint={t.emptyIsEverywhere}
        min={0}
        max={200}
        unit={t.kilometres}
        value={numberOf(entry?.rangeKm)}
      />
      <NumberField
        name={name('mostGuests')}
        label={t.mostGuests}
        hint={t.emptyIsAny}
        min={1}
        max={500}
        unit={t.people}
        value={numberOf(entry?.mostGuests)}
      />
      <TextField
        name={name('equipment')}
        label={t.equipment}
        hint={t.equipmentHint}
        maxLength={200}
        value={entry?.equipment}
      />
      <TextField
        name={name('equipmentEn')}
        label={t.inEnglish(t.equipment)}
        value={entry?.equipmentEn}
      />
      <TextField
        name={name('conditions')}
        label={t.conditions}
        hint={t.conditionsHint}
        maxLength={300}
        value={entry?.conditions}
      />
      <TextField
        name={name('conditionsEn')}
        label={t.inEnglish(t.conditions)}
        value={entry?.conditionsEn}
      />
    </FieldGroup>
  )
}
