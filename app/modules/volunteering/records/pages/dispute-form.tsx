import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { DisputeService } from '../dispute-service.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { RecordRow } from '../queries.ts'
import { disputeAbouts } from '../rules.ts'
import type { RecordData } from './own.tsx'

const words = { zh, en }
const name = namesOf(DisputeService)

/** Two taps: what isn't right is chosen already, and sent. */
export function DisputeForm({
  data,
  form,
  formKey,
  record,
}: Shown<RecordData> & { record: RecordRow }) {
  const t = useWords(words)
  if (record.disputed) return null
  const state = form('dispute')
  const own = state.values['placeId'] === record.placeId
  return (
    <details open={own}>
      <summary>{t.own.dispute}</summary>
      <Form
        action={to(urls.serviceRecord, { personId: data.person.id }, { do: 'dispute' })}
        formKey={formKey}
        state={own ? state : undefined}
        id={`dispute-${record.id}`}
      >
        <input type="hidden" name={name('placeId')} value={record.placeId} />
        <RadioField
          name={name('about')}
          label={t.own.disputeWhat}
          options={disputeAbouts.map((value) => ({ value, label: t.abouts[value] }))}
          value={record.outcome === 'attended' ? 'minutes' : 'wasThere'}
        />
        <TextField name={name('words')} label={t.own.disputeWords} maxLength={500} />
        <Button>{t.own.disputeSend}</Button>
      </Form>
    </details>
  )
}
