import { CorrectPerson } from '#app/modules/people/correct-person.ts'
import { dialects } from '#app/modules/people/rules.ts'
import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField, PhoneField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { AskForCorrection } from '../ask-for-correction.ts'
import { AskForDeletion } from '../ask-for-deletion.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { acting, type PrivacyData } from './privacy-data.tsx'

const words = { zh, en }
const asking = namesOf(AskForCorrection)
const correcting = namesOf(CorrectPerson)
const deleting = namesOf(AskForDeletion)

/** A person asks for what is to be put right; whoever looks after them does it at once. */
export function Correction({ data, form, formKey }: Shown<PrivacyData>) {
  const t = useWords(words).mine
  const { code } = useSpeech()
  const { looksAfter, person } = data
  // A dialect that a list of people brought in its own words stays to be chosen.
  const spoken = [...new Set<string>([...dialects, ...(person.dialect ? [person.dialect] : [])])]
  const what = looksAfter ? 'correct' : 'ask'
  return (
    <Section title={looksAfter ? t.correctNow : t.correct} id="correct">
      <p>{looksAfter ? t.correctNowHelp : t.correctHelp}</p>
      <Form
        id="correction"
        action={acting(data, what)}
        formKey={`${formKey}${what}`}
        state={form(what)}
      >
        <input type="hidden" name={asking('personId')} value={person.id} />
        <TextField name={asking('name')} label={t.name} value={person.name} maxLength={60} />
        <PhoneField name={asking('phone')} label={t.phone} />
        <DateField name={asking('bornOn')} label={t.bornOn} value={person.bornOn ?? ''} />
        <SelectField
          name={asking('dialect')}
          label={t.dialect}
          value={person.dialect ?? ''}
          options={spoken.map((value) => ({ value, label: code('person', 'dialect', value) }))}
        />
        <DateField
          name={asking('joinedPartyOn')}
          label={t.joinedPartyOn}
          value={person.joinedPartyOn ?? ''}
        />
        {looksAfter ? (
          <TextField name={correcting('reason')} label={t.reason} maxLength={200} required />
        ) : (
          <TextArea name={asking('words')} label={t.words} rows={3} maxLength={500} />
        )}
        <Button>{looksAfter ? t.save : t.ask}</Button>
      </Form>
    </Section>
  )
}

/** Asking to be deleted; the office looks at what goes and what stays. */
export function Deletion({ data, form, formKey }: Shown<PrivacyData>) {
  const t = useWords(words).mine
  return (
    <Section title={t.delete} id="delete">
      <p>{t.deleteHelp}</p>
      <Form
        id="deletion"
        action={acting(data, 'delete')}
        formKey={`${formKey}delete`}
        state={form('delete')}
      >
        <input type="hidden" name={deleting('personId')} value={data.person.id} />
        <TextArea name={deleting('words')} label={t.words} rows={3} maxLength={500} />
        <Button kind="danger">{t.askDelete}</Button>
      </Form>
    </Section>
  )
}
