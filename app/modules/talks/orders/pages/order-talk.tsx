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
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { findTalk } from '../../menu/queries.ts'
import { draftOrder } from '../draft-order.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OrderTalk, orderTalk } from '../order-talk.ts'
import { nearestFirst, OrderFields } from './order-fields.tsx'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const name = namesOf(OrderTalk)

type Data = {
  talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>
  units: Awaited<ReturnType<typeof unitsOf>>
  venues: Awaited<ReturnType<typeof venues>>
  holidays: HolidaySpan[]
}

/** A branch orders a talk: for whom, where, for how many, and two times that would suit. */
export const orderTalkPage = page<Data>({
  title: (_, language) => words[language].orderTitle,
  async load(ctx, { params }) {
    const talk = found(await findTalk(ctx, params['talkId']!))
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    authorise(scope.unitIds.length > 0)
    const units = await unitsOf(ctx, scope.unitIds)
    return {
      talk,
      units,
      venues: nearestFirst(await venues(ctx), units),
      holidays: await holidaysToCome(ctx),
    }
  },
  actions: {
    order: action(OrderTalk, async (ctx, input) => {
      const order = await orderTalk(ctx, input)
      return { to: to(urls.order, { orderId: order.id }), done: 'order.placed' }
    }),
    draft: action(OrderTalk, async (ctx, input) => {
      const order = await draftOrder(ctx, input)
      return { to: to(urls.order, { orderId: order.id }), done: 'order.drafted' }
    }),
  },
  view: (shown) => <OrderForm {...shown} />,
})

function OrderForm({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { reason } = useSpeech()
  const { talk } = data
  const title = useTitle()(talk)
  const here = { talkId: talk.id }
  const drafted = form('draft')
  const isDraft = Object.keys(drafted.values).length > 0
  return (
    <>
      <PageHead
        title={t.orderTitle}
        lead={`${title} · ${menu.minutes(talk.minutes)}`}
        back={{ href: to(urls.talk, here), label: title }}
      />
      {talk.retiredAt && <Callout kind="warning" title={reason('order.talkRetired')} />}
      {data.venues.length === 0 && <Callout kind="warning" title={t.noVenue} />}
      <Form
        action={to(urls.orderTalk, here, { do: 'order' })}
        formKey={formKey}
        state={isDraft ? drafted : form('order')}
      >
        <input type="hidden" name={name('talkId')} value={talk.id} />
        <OrderFields
          talk={talk}
          units={data.units}
          venues={data.venues}
          holidays={data.holidays}
          now={visit.now}
        />
        <Actions>
          <Button kind="main">{t.place}</Button>
          <Button formAction={to(urls.orderTalk, here, { do: 'draft' })}>{t.keepDraft}</Button>
        </Actions>
      </Form>
    </>
  )
}
