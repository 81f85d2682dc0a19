import type { Season } from '#app/modules/seasons/queries.ts'
import { nameIn, studyForms } from '#app/modules/seasons/rules.ts'
import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { DateField, NumberField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { DecideEntry } from '../decide-entry.ts'
import { EnterHours } from '../enter-hours.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { EntryRow } from '../queries.ts'
import type { Own } from './hours-view.tsx'

const words = { zh, en }
const entering = namesOf(EnterHours)
const deciding = namesOf(DecideEntry)

const blank: FormState = { values: {}, issues: {} }

type Entering = {
  shown: Shown<{ person: { id: string }; own: Own | null }>
  season: Season
  today?: string
  /** The entry whose place the new one is to take. */
  corrects?: EntryRow
}

/** Hours entered by hand, or corrected; folded away until they are wanted. */
export function EnterForm({ shown, season, today, corrects }: Entering) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { person, own } = shown.data
  const typed = shown.form('enter')
  const wasThis = (typed.values['corrects'] ?? '') === (corrects?.id ?? '')
  const state = wasThis ? typed : blank
  const wrong = state.refusal !== undefined || Object.keys(state.issues).length > 0
  const strands = own?.strands ?? []
  return (
    <details class="behind" open={wrong}>
      <summary>{corrects ? t.correct : t.enter}</summary>
      <p class="quietly">{corrects ? t.correctHint : t.enterHint}</p>
      <Form
        id={`enter-${corrects?.id ?? 'new'}`}
        action={to(urls.personHours, { personId: person.id }, { do: 'enter' })}
        formKey={`${shown.formKey}${corrects?.id ?? ''}`}
        state={state}
      >
        <input type="hidden" name={entering('personId')} value={person.id} />
        <input type="hidden" name={entering('seasonId')} value={season.id} />
        <input type="hidden" name={entering('corrects')} value={corrects?.id ?? ''} />
        <TextField
          name={entering('what')}
          label={t.what}
          value={corrects?.what}
          maxLength={80}
          required
        />
        <DateField
          name={entering('onDay')}
          label={t.onDay}
          value={corrects?.onDay}
          min={season.startsOn}
          max={today && today < season.endsOn ? today : season.endsOn}
          required
        />
        <NumberField
          name={entering('hours')}
          label={t.enterHours}
          value={corrects ? String(corrects.hours) : undefined}
          min={0}
          max={24}
          step={0.25}
          required
        />
        <SelectField
          name={entering('strandCode')}
          label={t.strand}
          value={corrects?.strandCode}
          options={strands.map((each) => ({ value: each.code, label: nameIn(language, each) }))}
          required
        />
        <SelectField
          name={entering('form')}
          label={t.form}
          value={corrects?.form}
          options={studyForms.map((form) => ({ value: form, label: t.forms[form] }))}
          required
        />
        <TextField
          name={entering('reason')}
          label={t.reason}
          hint={t.reasonHint}
          maxLength={200}
          required
        />
        <Button>{t.saveEntry}</Button>
      </Form>
    </details>
  )
}

type Deciding = {
  shown: Pick<Shown<unknown>, 'form' | 'formKey'>
  address: (name: 'decide') => string
  entryId: string
  whyNot: string | null
}

/** The second person's two answers; sending back asks for a sentence. */
export function DecideForms({ shown, address, entryId, whyNot }: Deciding) {
  const t = useWords(words)
  const typed = shown.form('decide')
  const state = typed.values['entryId'] === entryId ? typed : blank
  const wrong = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <Form
      id={`decide-${entryId}`}
      action={address('decide')}
      formKey={`${shown.formKey}${entryId}`}
      state={state}
    >
      <input type="hidden" name={deciding('entryId')} value={entryId} />
      <Button name={deciding('decision')} value="confirmed" whyNot={whyNot}>
        {t.confirm}
      </Button>
      {whyNot === null && (
        <details class="behind" open={wrong}>
          <summary>{t.refuse}</summary>
          <TextField name={deciding('answer')} label={t.refuseReason} maxLength={200} />
          <Button name={deciding('decision')} value="refused" kind="danger">
            {t.refuse}
          </Button>
        </details>
      )}
    </Form>
  )
}
