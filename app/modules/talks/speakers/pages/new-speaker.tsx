import { venues } from '#app/modules/organisation/queries.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxField, DateField, SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { topicsOf } from '../../menu/queries.ts'
import { mayKeepSpeakers } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { RegisterSpeaker, registerSpeaker } from '../register-speaker.ts'
import { EntryFields } from './entry-fields.tsx'

const words = { zh, en }
const name = namesOf(RegisterSpeaker)

type Data = {
  person: { id: string; name: string } | null
  topics: Awaited<ReturnType<typeof topicsOf>>
  homes: Awaited<ReturnType<typeof venues>>
}

/** The office registers a speaker: first the person is found, then described as a speaker. */
export const newSpeakerPage = page<Data>({
  title: (_, language) => words[language].register,
  async load(ctx, { query }) {
    authorise(mayKeepSpeakers(ctx.actor))
    const personId = query.get('person')
    return {
      person: personId === null ? null : found(await findPerson(ctx, personId)),
      topics: await topicsOf(ctx),
      homes: (await venues(ctx)).filter((venue) => venue.kind === 'home'),
    }
  },
  actions: {
    register: action(RegisterSpeaker, async (ctx, input) => {
      const speaker = await registerSpeaker(ctx, input)
      return { to: to(urls.speaker, { speakerId: speaker.id }), done: 'speaker.registered' }
    }),
  },
  view: (shown) => <NewSpeaker {...shown} />,
})

function NewSpeaker({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const head = <PageHead title={t.register} back={{ href: urls.speakers, label: t.back }} />
  if (!data.person) {
    const find = (
      <LinkButton href={urls.people} kind="main">
        {t.find}
      </LinkButton>
    )
    return (
      <>
        {head}
        <Empty action={find}>{t.findPerson}</Empty>
      </>
    )
  }
  const here = to(urls.newSpeaker, null, { person: data.person.id, do: 'register' })
  return (
    <>
      {head}
      <Form action={here} formKey={formKey} state={form('register')}>
        <input type="hidden" name={name('personId')} value={data.person.id} />
        <p>
          {t.person}: <b>{data.person.name}</b>
        </p>
        <SelectField
          name={name('kind')}
          label={t.kindLabel}
          options={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
          required
        />
        <EntryFields topics={data.topics} homes={data.homes} />
        <CheckboxField
          name={name('conductChecked')}
          label={t.conductChecked}
          hint={t.conductHint}
        />
        <DateField
          name={name('vettedUntil')}
          label={t.vettedUntil}
          hint={t.vettedUntilHint}
          min={dayOf(visit.now)}
        />
        <Button kind="main">{t.register}</Button>
      </Form>
    </>
  )
}
