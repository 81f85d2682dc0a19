import { z } from 'zod'
import { dayInput, optional, timeInput } from '#app/platform/http/forms.ts'
import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { dayOf, timeOf } from '#app/platform/time.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DateTimeField, NumberField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { DealSeats } from '../seats/deal-seats.ts'
import { en } from '../sign-ups/messages.en.ts'
import { zh } from '../sign-ups/messages.zh.ts'
import type { SignUpsData } from './sign-ups.tsx'

const words = { zh, en }
const moment = z.strictObject({ date: optional(dayInput), from: optional(timeInput) }).default({})
/** From when to when people sign up, each as a day and a time, or neither. */
export const TimesHere = z.strictObject({ opens: moment, closes: moment })
export type Moment = z.infer<typeof moment>

const seatName = namesOf(DealSeats)
const timeName = namesOf(TimesHere)

const here = ({ data }: Shown<SignUpsData>, act: string) =>
  to(urls.signUps, { sessionId: data.session.id }, { do: act })

const failed = (state: { refusal?: string | undefined; issues: object }) =>
  state.refusal !== undefined || Object.keys(state.issues).length > 0

/** How many seats there are; who would lose one is said where there would be too few. */
export function SeatsForm(shown: Shown<SignUpsData>) {
  const t = useWords(words)
  const { session } = shown.data
  const state = shown.form('deal')
  return (
    <details open={failed(state)}>
      <summary class="button plain">{t.deal}</summary>
      <Form id="deal" action={here(shown, 'deal')} formKey={shown.formKey} state={state}>
        <NumberField
          name={seatName('seats')}
          label={t.dealSeats}
          unit={t.seatsUnit}
          min={1}
          max={5000}
          value={String(session.seats)}
          required
        />
        <NumberField
          name={seatName('childSeats')}
          label={t.dealChild}
          unit={t.seatsUnit}
          min={0}
          max={5000}
          value={String(session.childSeats)}
          required
        />
        <Button>{t.dealIt}</Button>
      </Form>
    </details>
  )
}

const parts = (at: Date | null) => (at ? { date: dayOf(at), from: timeOf(at) } : undefined)

/** From when to when people sign up. */
export function TimesForm(shown: Shown<SignUpsData>) {
  const t = useWords(words)
  const { opensAt, closesAt } = shown.data.session
  const state = shown.form('times')
  return (
    <details open={failed(state)}>
      <summary class="button plain">{t.timesTitle}</summary>
      <Form id="times" action={here(shown, 'times')} formKey={shown.formKey} state={state}>
        <p class="quietly">{t.timesHint}</p>
        <DateTimeField name={timeName('opens')} label={t.opensAt} value={parts(opensAt)} open />
        <DateTimeField name={timeName('closes')} label={t.closesAt} value={parts(closesAt)} open />
        <Button>{t.saveTimes}</Button>
      </Form>
    </details>
  )
}

/** The way to the organiser's questions, with how many there are. */
export function Questions({ data }: Shown<SignUpsData>) {
  const t = useWords(words)
  return (
    <p>
      <LinkButton href={to(urls.sessionQuestions, { sessionId: data.session.id })}>
        {t.toQuestions}
      </LinkButton>{' '}
      <span class="quietly">{t.toQuestionsHint(data.questions.length)}</span>
    </p>
  )
}
