import type { Shown } from '#app/platform/http/page.ts'
import { namesOf } from '#app/platform/http/page.ts'
import { Button, PostButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { RadioField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Empty, type Tone } from '#app/ui/lists.tsx'
import { Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { DispatchOrder } from '../../dispatches/dispatch-order.ts'
import { en as dispatchesEn } from '../../dispatches/messages.en.ts'
import { zh as dispatchesZh } from '../../dispatches/messages.zh.ts'
import { type DispatchStatus, whyNotEnded } from '../../dispatches/rules.ts'
import { whyNotAvailable } from '../../speakers/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { whyNotWithdrawable } from '../rules.ts'
import { WithdrawOrder } from '../withdraw-order.ts'
import type { Asked, OrderData } from './order.tsx'

const words = { zh, en }
const dispatchWords = { zh: dispatchesZh, en: dispatchesEn }
const dispatchName = namesOf(DispatchOrder)
const withdrawName = namesOf(WithdrawOrder)

/** The office chooses a speaker and one of the branch's times; who is taken already is said. */
export function DispatchForm({ data, visit, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const { language, reason } = useSpeech()
  const here = { orderId: data.order.id }
  if (data.speakers.length === 0) return <Empty>{t.nobodyCan}</Empty>
  const said = (position: number) => {
    const { start, end } = data.times.find((time) => time.position === position)!.during
    return saySpan(start, end, language, visit.now)
  }
  return (
    <Section title={t.dispatch}>
      <p class="quietly">{t.dispatchLead}</p>
      <Form
        id="dispatch"
        action={to(urls.order, here, { do: 'dispatch' })}
        formKey={formKey}
        state={form('dispatch')}
      >
        <input type="hidden" name={dispatchName('orderId')} value={data.order.id} />
        <RadioField
          name={dispatchName('speakerId')}
          label={t.speaker}
          required
          options={data.speakers.map((speaker) => {
            const comes = data.comes.get(speaker.id)!
            const cannot = data.times.flatMap(({ position, during }) => {
              const asked = { ...data.order, orderId: data.order.id, time: during, at: data.at }
              const why = whyNotAvailable(comes, asked, data.holidays)
              return why ? [`${said(position)}: ${reason(why)}`] : []
            })
            const conditions =
              language === 'en' && speaker.conditionsEn ? speaker.conditionsEn : speaker.conditions
            const hint = [conditions, ...cannot].filter(Boolean).join(' · ')
            return { value: speaker.id, label: speaker.name, hint: hint || undefined }
          })}
        />
        <RadioField
          name={dispatchName('time')}
          label={t.time}
          value={String(data.times[0]?.position ?? 0)}
          required
          options={data.times.map((time) => ({
            value: String(time.position),
            label: said(time.position),
          }))}
        />
        <Button kind="main">{t.propose}</Button>
      </Form>
    </Section>
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
            <SpeakersNumber dispatch={dispatch} here={here} formKey={formKey} />
            {whyNotEnded(dispatch, 'takenBack', visit.now) === null && (
              <PostButton
                action={to(urls.order, here, { do: 'takeBack' })}
                formKey={formKey}
                values={{ dispatchId: dispatch.id, how: 'takenBack' }}
                kind="quiet"
              >
                {t.takeBack}
              </PostButton>
            )}
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

/** The branch takes its order back, freely. */
export function WithdrawForm({ data, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const here = { orderId: data.order.id }
  if (whyNotWithdrawable(data.order) !== null) return null
  return (
    <details>
      <summary>{t.withdraw}</summary>
      <Form
        id="withdraw"
        action={to(urls.order, here, { do: 'withdraw' })}
        formKey={formKey}
        state={form('withdraw')}
      >
        <input type="hidden" name={withdrawName('orderId')} value={data.order.id} />
        <TextField name={withdrawName('reason')} label={t.withdrawWhy} maxLength={300} />
        <Button kind="danger">{t.withdraw}</Button>
      </Form>
    </details>
  )
}
