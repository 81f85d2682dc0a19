import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxGroup, DateField, FieldGroup, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayDispatch } from '../../orders/access.ts'
import { findPlan, type OpenOrder, openOrdersOf, type PlanRow } from '../../planning/queries.ts'
import { StartPlan, startPlan } from '../../planning/start-plan.ts'
import { speakers } from '../../speakers/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { usePlanName } from './plan-parts.tsx'

const words = { zh, en }
const name = namesOf(StartPlan)

type Data = {
  from: PlanRow | null
  speakers: { id: string; name: string }[]
  orders: OpenOrder[]
}

/** What if somebody can't come, or there were one more day, or these two belong together? */
export const newPlanPage = page<Data>({
  title: (_, language) => words[language].whatIf,
  async load(ctx, { query }) {
    authorise(mayDispatch(ctx.actor))
    const from = query.get('from')
    const known = await speakers(ctx)
    return {
      from: from ? found(await findPlan(ctx, from)) : null,
      speakers: known.filter(({ leftAt }) => leftAt === null),
      orders: await openOrdersOf(ctx),
    }
  },
  actions: {
    start: action(StartPlan, async (ctx, input) => {
      const { id } = await startPlan(ctx, input)
      return { to: to(urls.plan, { planId: id }), done: 'plan.started' }
    }),
  },
  view: (shown) => <NewPlan {...shown} />,
})

function NewPlan({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const nameOf = usePlanName()
  const titleOf = useTitle()
  const { from } = data
  const speakerOptions = data.speakers.map((each) => ({ value: each.id, label: each.name }))
  const orderOptions = data.orders.map((order) => ({
    value: order.orderId,
    label: t.orderOf(order.number, titleOf(order), order.unitName),
  }))
  const wanted = (field: string) => visit.query.get(field) ?? undefined
  return (
    <>
      <PageHead
        back={
          from
            ? { href: to(urls.plan, { planId: from.id }), label: nameOf(from) }
            : { href: urls.plans, label: t.plans }
        }
        title={t.whatIf}
        lead={t.whatIfLead}
      />
      <Form
        action={to(urls.newPlan, null, { do: 'start', from: from?.id })}
        formKey={formKey}
        state={form('start')}
      >
        {from && <input type="hidden" name={name('fromId')} value={from.id} />}
        <TextField
          name={name('name')}
          label={t.planName}
          hint={t.planNameHint}
          value={wanted('name')}
          maxLength={60}
        />
        <FieldGroup legend={t.oneMoreDay} hint={t.oneMoreDayHint}>
          <DateField name={name('days.0.day')} label={t.day} value={wanted('day')} />
          <SelectField
            name={name('days.0.speakerId')}
            label={t.forSpeaker}
            blank={t.everySpeaker}
            value={wanted('daySpeakerId')}
            options={speakerOptions}
          />
          <SelectField
            name={name('days.0.orderId')}
            label={t.forOrder}
            blank={t.everyOrder}
            value={wanted('dayOrderId')}
            options={orderOptions}
          />
        </FieldGroup>
        <FieldGroup legend={t.pair} hint={t.pairHint}>
          <SelectField
            name={name('pairs.0.orderId')}
            label={t.order}
            value={wanted('pairOrderId')}
            options={orderOptions}
          />
          <SelectField
            name={name('pairs.0.speakerId')}
            label={t.speaker}
            value={wanted('pairSpeakerId')}
            options={speakerOptions}
          />
        </FieldGroup>
        <details class="leave-out" open={wanted('withoutSpeakerIds') !== undefined}>
          <summary class="button plain">{t.leaveOut}</summary>
          <CheckboxGroup
            name={name('withoutSpeakerIds')}
            label={t.leaveOutHint}
            options={speakerOptions}
            value={visit.query.getAll(name('withoutSpeakerIds'))}
          />
        </details>
        <Button kind="main">{t.planThis}</Button>
      </Form>
    </>
  )
}
