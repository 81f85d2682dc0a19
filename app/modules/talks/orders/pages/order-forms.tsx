import { namesOf, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Actions, Button, LinkButton, PostButton } from '#app/ui/button.tsx'
import { DateTimeField, RadioField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { ReopenOrder } from '../reopen-order.ts'
import { whyNot, whyNotMissed } from '../rules.ts'
import { SettleDispute } from '../settle-dispute.ts'
import { VetOrder } from '../vet-order.ts'
import type { OrderData } from './order.tsx'

const words = { zh, en }
const vetName = namesOf(VetOrder)
const reopenName = namesOf(ReopenOrder)
const settleName = namesOf(SettleDispute)

/** What is to be done with the order next, by who looks at it. */
export function NextSteps(shown: Shown<OrderData>) {
  const { order, office, own } = shown.data
  const can = (act: Parameters<typeof whyNot>[0]) => whyNot(act, order) === null
  return (
    <>
      {own && can('submit') && <Submit {...shown} />}
      {office && can('vet') && <Vet {...shown} />}
      {own && can('confirm') && <Confirm {...shown} />}
      {office && can('settleHeld') && <Settle {...shown} />}
      {office && can('reopen') && <Reopen {...shown} />}
    </>
  )
}

/** A draft, or an order that came back, is written on and placed. */
function Submit({ data, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const here = { orderId: data.order.id }
  const { refusal } = form('submit')
  return (
    <Section title={t.submitTitle}>
      {refusal && <p class="issue">{refusal}</p>}
      <Actions>
        <PostButton
          action={to(urls.order, here, { do: 'submit' })}
          formKey={formKey}
          values={here}
          kind="main"
        >
          {t.place}
        </PostButton>
        <LinkButton href={to(urls.changeOrder, here)}>{t.change}</LinkButton>
      </Actions>
    </Section>
  )
}

/** One tap where nothing presses. */
function Vet({ data, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const here = { orderId: data.order.id }
  return (
    <Section title={t.vetTitle}>
      <Form
        id="vet"
        action={to(urls.order, here, { do: 'vet' })}
        formKey={formKey}
        state={form('vet')}
      >
        <p class="quietly">{data.order.seriesId ? t.vetSeries : t.vetLead}</p>
        <input type="hidden" name={vetName('orderId')} value={data.order.id} />
        <RadioField
          name={vetName('priority')}
          label={t.priority}
          value="1"
          options={[1, 2, 3].map((priority) => ({
            value: String(priority),
            label: t.priorities[priority]!,
          }))}
        />
        <Button kind="main">{t.vet}</Button>
      </Form>
    </Section>
  )
}

function Confirm({ data, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const here = { orderId: data.order.id }
  const { refusal } = form('confirm')
  return (
    <Section title={t.confirmTitle}>
      <p>{t.confirmLead}</p>
      {refusal && <p class="issue">{refusal}</p>}
      <PostButton
        action={to(urls.order, here, { do: 'confirm' })}
        formKey={formKey}
        values={here}
        kind="main"
        icon="check"
      >
        {t.confirm}
      </PostButton>
    </Section>
  )
}

/** The office lets the speakers who suit take the order up by themselves. */
export function OpenForm({ data, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  if (whyNot('open', data.order) !== null) return null
  const here = { orderId: data.order.id }
  const { refusal } = form('open')
  return (
    <Section title={t.openTitle}>
      <p class="quietly">{t.openLead}</p>
      {refusal && <p class="issue">{refusal}</p>}
      <PostButton
        action={to(urls.order, here, { do: 'open' })}
        formKey={`${formKey}open`}
        values={here}
      >
        {t.open}
      </PostButton>
    </Section>
  )
}

function Settle({ data, visit, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const here = { orderId: data.order.id }
  const today = dayOf(visit.now)
  return (
    <Section title={t.settleTitle}>
      <Form
        id="settle"
        action={to(urls.order, here, { do: 'settle' })}
        formKey={formKey}
        state={form('settle')}
      >
        <input type="hidden" name={settleName('orderId')} value={data.order.id} />
        <RadioField
          name={settleName('how')}
          label={t.settleHow}
          required
          options={[
            { value: 'settleHeld', label: t.settledHeld },
            { value: 'settleAgain', label: t.settledAgain },
          ]}
        />
        <DateTimeField name={settleName('times.0')} label={t.newTime} min={today} />
        <TextField name={settleName('answer')} label={t.answerToBranch} maxLength={300} />
        <Button kind="main">{t.settle}</Button>
      </Form>
    </Section>
  )
}

function Reopen({ data, visit, form, formKey }: Shown<OrderData>) {
  const t = useWords(words)
  const here = { orderId: data.order.id }
  const today = dayOf(visit.now)
  return (
    <Section title={t.reopenTitle}>
      <Form
        id="reopen"
        action={to(urls.order, here, { do: 'reopen' })}
        formKey={formKey}
        state={form('reopen')}
      >
        <p class="quietly">{t.reopenLead}</p>
        <input type="hidden" name={reopenName('orderId')} value={data.order.id} />
        <DateTimeField name={reopenName('times.0')} label={t.firstTime} min={today} required />
        <DateTimeField name={reopenName('times.1')} label={t.secondTime} min={today} />
        <Button kind="main">{t.reopen}</Button>
      </Form>
    </Section>
  )
}

type ReasonFormProps = Shown<OrderData> & {
  name: 'return' | 'refuse' | 'dispute' | 'missed' | 'withdraw'
  title: string
  label: string
  required?: boolean
}

/** A step that takes a reason, out of the way of the usual one. */
function ReasonForm({ data, form, formKey, name, title, label, required }: ReasonFormProps) {
  const field = { name: 'reason', label, required, maxLength: 300 }
  const state = form(name)
  return (
    <details open={Object.keys(state.values).length > 0}>
      <summary>{title}</summary>
      <Form
        id={name}
        action={to(urls.order, { orderId: data.order.id }, { do: name })}
        formKey={`${formKey}${name}`}
        state={state}
      >
        <input type="hidden" name="orderId" value={data.order.id} />
        {required ? <TextArea {...field} rows={2} /> : <TextField {...field} />}
        <Button kind="danger">{title}</Button>
      </Form>
    </details>
  )
}

/** What else can be done with the order: back to the branch, not taken on, missed, disputed, closed. */
export function OtherSteps(shown: Shown<OrderData>) {
  const t = useWords(words)
  const { order, office, own, asked } = shown.data
  const can = (act: Parameters<typeof whyNot>[0]) => whyNot(act, order) === null
  const live = asked.find(({ status }) => status === 'accepted')
  const here = { orderId: order.id }
  return (
    <>
      {office && can('return') && (
        <ReasonForm {...shown} name="return" title={t.return} label={t.returnWhy} required />
      )}
      {office && can('refuse') && (
        <ReasonForm {...shown} name="refuse" title={t.refuse} label={t.refuseWhy} required />
      )}
      {whyNotMissed(order, live?.during, shown.visit.now) === null && (
        <ReasonForm {...shown} name="missed" title={t.missed} label={t.why} />
      )}
      {own && can('dispute') && (
        <ReasonForm {...shown} name="dispute" title={t.dispute} label={t.disputeWhy} required />
      )}
      {own && can('withdraw') && (
        <ReasonForm {...shown} name="withdraw" title={t.withdraw} label={t.withdrawWhy} />
      )}
      {office && can('close') && (
        <PostButton
          action={to(urls.order, here, { do: 'close' })}
          formKey={`${shown.formKey}close`}
          values={here}
          kind="quiet"
        >
          {t.close}
        </PostButton>
      )}
    </>
  )
}
