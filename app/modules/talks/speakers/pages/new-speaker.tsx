import { findPerson } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import {
  CheckboxField,
  CheckboxGroup,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { mayKeepSpeakers } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { RegisterSpeaker, registerSpeaker } from '../register-speaker.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const name = namesOf(RegisterSpeaker)

type Data = { person: { id: string; name: string } | null }

/** The office registers a speaker: first the person is found, then described as a speaker. */
export const newSpeakerPage = page<Data>({
  title: (_, language) => words[language].register,
  async load(ctx, { query }) {
    authorise(mayKeepSpeakers(ctx.actor))
    const personId = query.get('person')
    return { person: personId === null ? null : found(await findPerson(ctx, personId)) }
  },
  actions: {
    register: action(RegisterSpeaker, async (ctx, input) => {
      const speaker = await registerSpeaker(ctx, input)
      return { to: to(urls.speaker, { speakerId: speaker.id }), done: 'speaker.registered' }
    }),
  },
  view: (shown) => <NewSpeaker {...shown} />,
})

function NewSpeaker({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const languages = useWords(menuWords).languages
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
  const options = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <>
      {head}
      <Form action={here} formKey={formKey} state={form('register')}>
        <input type="hidden" name={name('personId')} value={data.person.id} />
        <p>
          {t.person}: <b>{data.person.name}</b>
        </p>
        <SelectField name={name('kind')} label={t.kindLabel} options={options(t.kinds)} required />
        <TextArea name={name('about')} label={t.about} hint={t.aboutHint} required />
        <TextArea name={name('aboutEn')} label={t.inEnglish(t.about)} />
        <CheckboxGroup
          name={name('languages')}
          label={t.languages}
          options={options(languages)}
          required
        />
        <TextField name={name('conditions')} label={t.conditions} hint={t.conditionsHint} />
        <TextField name={name('conditionsEn')} label={t.inEnglish(t.conditions)} />
        <NumberField
          name={name('mostGuests')}
          label={t.mostGuests}
          hint={t.emptyIsAny}
          min={1}
          max={500}
        />
        <CheckboxField
          name={name('conductChecked')}
          label={t.conductChecked}
          hint={t.conductHint}
        />
        <Button kind="main">{t.register}</Button>
      </Form>
    </>
  )
}
