import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { momentOf } from '#app/platform/time.ts'
import { PostButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Callout, Empty, Slip } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { en as ordersEn } from '../../orders/messages.en.ts'
import { zh as ordersZh } from '../../orders/messages.zh.ts'
import { speakerOfPerson } from '../../speakers/queries.ts'
import { isSpeaker } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { openOrdersFor } from '../queries.ts'
import { talkFrom } from '../rules.ts'
import { TakeOpenOrder, takeOpenOrder } from '../take-open-order.ts'

const words = { zh, en }
const orderWords = { zh: ordersZh, en: ordersEn }
const menuWords = { zh: menuZh, en: menuEn }
const inSight = 2

type Open = Awaited<ReturnType<typeof openOrdersFor>>[number]
type Data = { orders: Open[] }

/** What a speaker could take up: one tap, and it is theirs. */
export const openOrdersPage = page<Data>({
  title: (_, language) => words[language].openTitle,
  async load(ctx) {
    const own = ctx.actor.personId ? await speakerOfPerson(ctx, ctx.actor.personId) : undefined
    authorise(isSpeaker(own))
    return { orders: await openOrdersFor(ctx, found(own).id) }
  },
  actions: {
    take: action(TakeOpenOrder, async (ctx, input) => {
      const { id } = await takeOpenOrder(ctx, input)
      return { to: to(urls.dispatch, { dispatchId: id }), done: 'dispatch.taken' }
    }),
  },
  view: (shown) => <OpenOrders {...shown} />,
})

function OpenOrders({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { refusal } = form('take')
  return (
    <>
      <PageHead title={t.openTitle} lead={t.openLead} />
      {refusal && <Callout kind="failed" title={refusal} />}
      {data.orders.length === 0 ? (
        <Empty>{t.openNone}</Empty>
      ) : (
        data.orders.map((order) => (
          <OpenCard key={order.id} order={order} now={visit.now} formKey={formKey} />
        ))
      )}
    </>
  )
}

function OpenCard({ order, now, formKey }: { order: Open; now: Date; formKey: string }) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const said = useWords(orderWords)
  const titleOf = useTitle()
  const [first, later] = [order.starts.slice(0, inSight), order.starts.slice(inSight)]
  const where = [
    order.unitName,
    order.venueName,
    said.people(order.headCount),
    menu.languages[order.language as keyof typeof menu.languages],
  ]
  const take = (start: Date) => (
    <Take key={start.getTime()} order={order} start={start} now={now} formKey={formKey} />
  )
  return (
    <Slip title={titleOf(order)}>
      <p>{where.join(' · ')}</p>
      {order.note && <p class="quietly">{order.note}</p>}
      {first.map(take)}
      {later.length > 0 && (
        <details>
          <summary>{t.otherTimes}</summary>
          {later.map(take)}
        </details>
      )}
    </Slip>
  )
}

type TakeProps = { order: Open; start: Date; now: Date; formKey: string }

function Take({ order, start, now, formKey }: TakeProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { end } = talkFrom(start, order)
  return (
    <PostButton
      action={to(urls.openOrders, null, { do: 'take' })}
      formKey={`${formKey}${order.id}${start.getTime()}`}
      values={{ orderId: order.id, start: momentOf(start) }}
      icon="check"
    >
      {t.take(saySpan(start, end, language, now))}
    </PostButton>
  )
}
