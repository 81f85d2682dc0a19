import { venues } from '#app/modules/organisation/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, NumberField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { topicsOf } from '../../menu/queries.ts'
import { mayKeepEntry } from '../access.ts'
import { CorrectEntry, correctEntry } from '../correct-entry.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findSpeaker } from '../queries.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const Entry = CorrectEntry.omit({ speakerId: true })
const name = namesOf(Entry)

type Data = {
  speaker: NonNullable<Awaited<ReturnType<typeof findSpeaker>>>
  topics: Awaited<ReturnType<typeof topicsOf>>
  homes: Awaited<ReturnType<typeof venues>>
}

/** The own entry of a speaker, to be corrected by the speaker or the office. */
export const speakerEntryPage = page<Data>({
  title: (_, language) => words[language].correctTitle,
  async load(ctx, { params }) {
    const speaker = found(await findSpeaker(ctx, params['speakerId']!))
    authorise(mayKeepEntry(ctx.actor, speaker))
    const homes = (await venues(ctx)).filter((venue) => venue.kind === 'home')
    return { speaker, topics: await topicsOf(ctx), homes }
  },
  actions: {
    correct: action(Entry, async (ctx, input, visit) => {
      const speakerId = visit.params['speakerId']!
      await correctEntry(ctx, { ...input, speakerId })
      return { to: to(urls.speaker, { speakerId }), done: 'speaker.corrected' }
    }),
  },
  view: (shown) => <EntryForm {...shown} />,
})

function EntryForm({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { language } = useSpeech()
  const { speaker } = data
  const here = { speakerId: speaker.id }
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <>
      <PageHead
        title={t.correctTitle}
        back={{ href: to(urls.speaker, here), label: speaker.name }}
      />
      <Form
        action={to(urls.speakerEntry, here, { do: 'correct' })}
        formKey={formKey}
        state={form('correct')}
      >
        <TextArea
          name={name('about')}
          label={t.about}
          hint={t.aboutHint}
          value={speaker.about}
          required
        />
        <TextArea name={name('aboutEn')} label={t.inEnglish(t.about)} value={speaker.aboutEn} />
        <CheckboxGroup
          name={name('languages')}
          label={t.languages}
          options={options(menu.languages)}
          value={speaker.languages}
          required
        />
        <CheckboxGroup
          name={name('topics')}
          label={t.topics}
          options={data.topics.map((topic) => ({
            value: topic.code,
            label: language === 'en' ? topic.nameEn : topic.name,
          }))}
          value={speaker.topics}
        />
        <CheckboxGroup
          name={name('formats')}
          label={t.formats}
          options={options(menu.formats)}
          value={speaker.formats}
        />
        <TextField
          name={name('conditions')}
          label={t.conditions}
          hint={t.conditionsHint}
          value={speaker.conditions}
        />
        <TextField
          name={name('conditionsEn')}
          label={t.inEnglish(t.conditions)}
          value={speaker.conditionsEn}
        />
        <NumberField
          name={name('mostGuests')}
          label={t.mostGuests}
          hint={t.emptyIsAny}
          min={1}
          max={500}
          value={speaker.mostGuests === null ? undefined : String(speaker.mostGuests)}
        />
        <SelectField
          name={name('homeVenueId')}
          label={t.receivesAt}
          hint={t.receivesAtHint}
          blank={t.anywhere}
          options={data.homes.map((venue) => ({ value: venue.id, label: venue.name }))}
          value={speaker.homeVenueId ?? undefined}
        />
        <Button kind="main">{t.save}</Button>
      </Form>
    </>
  )
}
