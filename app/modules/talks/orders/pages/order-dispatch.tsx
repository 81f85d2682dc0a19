import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { momentOf } from '#app/platform/time.ts'
import { Actions, Button, PostButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { RadioField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Empty, type Tone } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { CancelSpeaking } from '../../dispatches/cancel-speaking.ts'
import { DispatchOrder } from '../../dispatches/dispatch-order.ts'
import { en as dispatchesEn } from '../../dispatches/messages.en.ts'
import { zh as dispatchesZh } from '../../dispatches/messages.zh.ts'
import {
  type DispatchStatus,
  talkFrom,
  whyNotCalledOff,
  whyNotEnded,
} from '../../dispatches/rules.ts'
import { SubstituteSpeaker } from '../../dispatches/substitute-speaker.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { startsIn } from '../rules.ts'
import type { Asked, OrderData } from './order.tsx'

const words = { zh, en }
const dispatchWords = { zh: dispatchesZh, en: dispatchesEn }
const dispatchName = namesOf(DispatchOrder)
const substituteName = namesOf(SubstituteSpeaker)
const cancelName = namesOf(CancelSpeaking)
const mostReasons = 3

/** What stands in the way of each speaker, in a line or two. */
function useHints(now: Date) {
  const t = useWords(words)
  const { language, reason } = useSpeech()
  return (candidate: OrderData['candidates'][number]) => {
    const conditions =
      language === 'en' && candidate.conditionsEn ? candidate.conditionsEn : candidate.conditions
    const cannot = candidate.cannot
      .slice(0, mostReasons)
      .map(
        ({ during, why }) => `${saySpan(during.start, during.end, language, now)}: ${reason(why)}`,
      )
    const more = candidate.cannot.length > mostReasons ? [t.andOthers] : []
    return [conditions, ...cannot, ...more].filter(Boolean).join(' · ') || undefined
  }
}

/** The office chooses a speaker and a beginning within the branch's times; who can't come is said why. */
export function DispatchForm({ data, visit, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const hint = useHints(visit.now)
  const { order } = data
  const here = { orderId: order.id }
  const spans = data.times.map(({ during }) => during)
  const starts = startsIn(spans, order.minutes).filter((start) => start > visit.now)
  if (data.candidates.length === 0) return <Empty>{t.nobodyCan}</Empty>
  return (
    <Section title={t.dispatch}>
      <p class="quietly">{t.dispatchLead}</p>
      <Form
        id="dispatch"
        action={to(urls.order, here, { do: 'dispatch' })}
        formKey={formKey}
        state={form('dispatch')}
      >
        <input type="hidden" name={dispatchName('orderId')} value={order.id} />
        <RadioField
          name={dispatchName('speakerId')}
          label={t.speaker}
          required
          options={data.candidates.map((each) => ({
            value: each.id,
            label: each.name,
            hint: hint(each),
          }))}
        />
        <SelectField
          name={dispatchName('start')}
          label={t.time}
          value={starts[0] && momentOf(starts[0])}
          blank={false}
          required
          options={starts.map((start) => {
            const { end } = talkFrom(start, order)
            return { value: momentOf(start), label: saySpan(start, end, language, visit.now) }
          })}
        />
        <Button kind="main">{t.propose}</Button>
      </Form>
    </Section>
  )
}

/** Another speaker steps in at the same time; the session and its seats stay. */
export function SubstituteForm({ data, visit, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const hint = useHints(visit.now)
  const speaking = data.asked.find(({ status }) => status === 'accepted')
  if (!speaking || whyNotCalledOff(speaking, visit.now) !== null) return null
  const here = { orderId: data.order.id }
  const others = data.candidates.filter(({ id }) => id !== speaking.speakerId)
  return (
    <details>
      <summary>{t.substitute}</summary>
      <Form
        id="substitute"
        action={to(urls.order, here, { do: 'substitute' })}
        formKey={`${formKey}substitute`}
        state={form('substitute')}
      >
        <p>{t.substituteLead}</p>
        <input type="hidden" name={substituteName('dispatchId')} value={speaking.id} />
        {others.length === 0 ? (
          <Empty>{t.nobodyElse}</Empty>
        ) : (
          <>
            <RadioField
              name={substituteName('speakerId')}
              label={t.speaker}
              required
              options={others.map((each) => ({
                value: each.id,
                label: each.name,
                hint: hint(each),
              }))}
            />
            <Button>{t.substitute}</Button>
          </>
        )}
      </Form>
      <Form
        id="cancel-speaking"
        action={to(urls.order, here, { do: 'cancelSpeaking' })}
        formKey={`${formKey}cancel`}
        state={form('cancelSpeaking')}
      >
        <p>{t.cancelFor(speaking.speakerName)}</p>
        <input type="hidden" name={cancelName('dispatchId')} value={speaking.id} />
        <TextField name={cancelName('answer')} label={t.why} maxLength={300} />
        <Button kind="danger">{t.cancelSpeaking}</Button>
      </Form>
    </details>
  )
}

const tones: Record<DispatchStatus, Tone> = {
  proposed: 'waiting',
  accepted: 'good',
  declined: 'plain',
  withdrawn: 'plain',
  cancelled: 'bad',
  expired: 'plain',
}

/** Whom the office has asked, and the way to take an invitation back. */
export function AskedSpeakers({ data, visit, form, formKey }: Shown<OrderData>) {
  const t = useWords(dispatchWords)
  const refusal = form('takeBack').refusal ?? form('contact').refusal
  const here = { orderId: data.order.id }
  const mayTakeBack = (dispatch: Asked) =>
    data.office && whyNotEnded(dispatch, 'takenBack', visit.now) === null
  return (
    <Section title={t.asked}>
      {refusal && <p class="issue">{refusal}</p>}
      <ul class="plain">
        {data.asked.map((dispatch) => (
          <li key={dispatch.id}>
            <p>
              {dispatch.mayOpen ? (
                <a href={to(urls.dispatch, { dispatchId: dispatch.id })}>{dispatch.speakerName}</a>
              ) : (
                <b>{dispatch.speakerName}</b>
              )}{' '}
              <Badge tone={tones[dispatch.status]}>{t.statuses[dispatch.status]}</Badge>{' '}
              <Time at={dispatch.during.start} to={dispatch.during.end} now={visit.now} />
            </p>
            <Actions>
              <SpeakersNumber dispatch={dispatch} here={here} formKey={formKey} />
              {mayTakeBack(dispatch) && (
                <PostButton
                  action={to(urls.order, here, { do: 'takeBack' })}
                  formKey={formKey}
                  values={{ dispatchId: dispatch.id, how: 'takenBack' }}
                  kind="quiet"
                >
                  {t.takeBack}
                </PostButton>
              )}
            </Actions>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type NumberProps = { dispatch: Asked; here: { orderId: string }; formKey: string }

/** Once it is agreed, who ordered opens the speaker's number; that it was is noted. */
function SpeakersNumber({ dispatch, here, formKey }: NumberProps) {
  const t = useWords(dispatchWords)
  if (dispatch.contact === 'none') return null
  if (dispatch.contact === 'open')
    return (
      <p>
        <a href={`tel:${dispatch.speakerPhone}`}>{dispatch.speakerPhone}</a>
      </p>
    )
  return (
    <PostButton
      action={to(urls.order, here, { do: 'contact' })}
      formKey={`${formKey}contact`}
      values={{ dispatchId: dispatch.id }}
      icon="phone"
    >
      {t.openSpeakersNumber}
    </PostButton>
  )
}
