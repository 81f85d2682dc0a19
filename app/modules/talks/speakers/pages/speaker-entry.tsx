import { venues } from '#app/modules/organisation/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { topicsOf } from '../../menu/queries.ts'
import { mayKeepEntry } from '../access.ts'
import { correctEntry } from '../correct-entry.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findSpeaker } from '../queries.ts'
import { Entry } from '../register-speaker.ts'
import { EntryFields } from './entry-fields.tsx'

const words = { zh, en }

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
  const { speaker, topics, homes } = data
  const here = { speakerId: speaker.id }
  return (
    <>
      <PageHead
        title={t.correctTitle}
        lead={t.correctLead}
        back={{ href: to(urls.speaker, here), label: speaker.name }}
      />
      <Form
        action={to(urls.speakerEntry, here, { do: 'correct' })}
        formKey={formKey}
        state={form('correct')}
      >
        <EntryFields topics={topics} homes={homes} entry={speaker} />
        <Button kind="main">{t.save}</Button>
      </Form>
    </>
  )
}
