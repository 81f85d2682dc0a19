import type { HolidaySpan } from '#app/modules/organisation/holidays/queries.ts'
import { unitsOf, venues } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { holidaysToCome } from '#app/modules/seasons/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Actions, Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { findTalk } from '../../menu/queries.ts'
import { mayDo } from '../access.ts'
import { ChangeOrder, changeOrder } from '../change-order.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findOrder, guestsOf, timesOf } from '../queries.ts'
import { whyNot } from '../rules.ts'
import { submitOrder } from '../submit-order.ts'
import { type Before, nearestFirst, OrderFields } from './order-fields.tsx'

const words = { zh, en }
const name = namesOf(ChangeOrder)

type Data = Before & {
  talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>
  units: Awaited<ReturnType<typeof unitsOf>>
  venues: Awaited<ReturnType<typeof venues>>
  holidays: HolidaySpan[]
}

/** A draft, or an order that came back, is written anew: what was typed is there. */
export const changeOrderPage = page<Data>({
  title: ({ order }, language) => words[language].orderNumber(order.number),
  async load(ctx, { params }) {
    const order = found(await findOrder(ctx, params['orderId']!))
    authorise(mayDo(ctx.actor, 'submit', order))
    const units = await unitsOf(ctx, scopeOf(ctx.actor, [...officeRoles, ...unitRoles]).unitIds)
    return {
      order,
      times: await timesOf(ctx, order.id),
      guests: await guestsOf(ctx, order.id),
      talk: found(await findTalk(ctx, order.talkId)),
      units,
      venues: nearestFirst(await venues(ctx), units),
      holidays: await holidaysToCome(ctx),
    }
  },
  actions: {
    submit: action(ChangeOrder, async (ctx, input) => {
      await changeOrder(ctx, input)
      await submitOrder(ctx, { orderId: input.orderId })
      return { to: to(urls.order, { orderId: input.orderId }), done: 'order.placed' }
    }),
    keep: action(ChangeOrder, async (ctx, input) => {
      await changeOrder(ctx, input)
      return { to: to(urls.order, { orderId: input.orderId }), done: 'order.drafted' }
    }),
  },
  view: (shown) => <Change {...shown} />,
})

function Change({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { order, talk } = data
  const here = { orderId: order.id }
  const refused = whyNot('submit', order)
  const kept = form('keep')
  return (
    <>
      <PageHead
        over={t.change}
        title={useTitle()(talk)}
        back={{ href: to(urls.order, here), label: t.orderNumber(order.number) }}
      />
      {order.answer && (
        <Callout kind="info" title={t.answerTitle}>
          {order.answer}
        </Callout>
      )}
      {refused ? (
        <Callout kind="warning" title={reason(refused)} />
      ) : (
        <Form
          action={to(urls.changeOrder, here, { do: 'submit' })}
          formKey={formKey}
          state={Object.keys(kept.values).length > 0 ? kept : form('submit')}
        >
          <input type="hidden" name={name('orderId')} value={order.id} />
          <input type="hidden" name={name('talkId')} value={talk.id} />
          <OrderFields
            talk={talk}
            units={data.units}
            venues={data.venues}
            holidays={data.holidays}
            now={visit.now}
            before={data}
          />
          <Actions>
            <Button kind="main">{t.place}</Button>
            <Button formAction={to(urls.changeOrder, here, { do: 'keep' })}>{t.keepDraft}</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}
