import { ExemptPerson } from '#app/modules/seasons/requirements/exempt-person.ts'
import { ShortenExemption } from '#app/modules/seasons/requirements/shorten-exemption.ts'
import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import { sayDay } from '#app/ui/dates.ts'
import { DateField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { Own } from './hours-view.tsx'
import type { PersonHours } from './person-hours.tsx'

const words = { zh, en }
const exempting = namesOf(ExemptPerson)
const shortening = namesOf(ShortenExemption)

/** A person's exemptions; the office enters one, and lets one end earlier. */
export function Exemptions({ shown }: { shown: Shown<PersonHours> }) {
  const t = useWords(words)
  const { own, office, keeps, person } = shown.data
  const state = shown.form('exempt')
  const wrong = state.refusal !== undefined || Object.keys(state.issues).length > 0
  return (
    <Section title={t.exemptions} id="exemptions">
      {own?.exemptions.length === 0 && <p>{t.noExemption}</p>}
      {own?.exemptions.map((exemption) => (
        <Exemption key={exemption.id} shown={shown} exemption={exemption} />
      ))}
      {office && keeps && (
        <details class="behind" open={wrong}>
          <summary>{t.exempt}</summary>
          <Form
            id="exempt"
            action={to(urls.personHours, { personId: person.id }, { do: 'exempt' })}
            formKey={`${shown.formKey}exempt`}
            state={state}
          >
            <input type="hidden" name={exempting('personId')} value={person.id} />
            <DateField name={exempting('fromOn')} label={t.fromOn} required />
            <DateField name={exempting('untilOn')} label={t.untilOn} required />
            <TextField
              name={exempting('reason')}
              label={t.exemptWhy}
              hint={t.privateReason}
              maxLength={200}
              required
            />
            <Button>{t.saveExemption}</Button>
          </Form>
        </details>
      )}
    </Section>
  )
}

type ExemptionProps = { shown: Shown<PersonHours>; exemption: Own['exemptions'][number] }

function Exemption({ shown, exemption }: ExemptionProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { office, keeps, person, now } = shown.data
  const day = (on: string) => sayDay(on, language, now)
  const typed = shown.form('shorten')
  const state = typed.values['exemptionId'] === exemption.id ? typed : { values: {}, issues: {} }
  return (
    <>
      <p>
        <b>{t.exemptFrom(day(exemption.fromOn), day(exemption.untilOn))}</b>
        {exemption.reason !== '' && ` ${t.exemptReason(exemption.reason)}`}
      </p>
      {office && keeps && exemption.untilOn > dayOf(now) && (
        <details class="behind" open={state.refusal !== undefined}>
          <summary>{t.shorten}</summary>
          <Form
            id={`shorten-${exemption.id}`}
            action={to(urls.personHours, { personId: person.id }, { do: 'shorten' })}
            formKey={`${shown.formKey}${exemption.id}`}
            state={state}
          >
            <input type="hidden" name={shortening('exemptionId')} value={exemption.id} />
            <DateField
              name={shortening('lastDay')}
              label={t.lastDay}
              min={exemption.fromOn}
              max={exemption.untilOn}
              required
            />
            <Button>{t.shorten}</Button>
          </Form>
        </details>
      )}
    </>
  )
}
