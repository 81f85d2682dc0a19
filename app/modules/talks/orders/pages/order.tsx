import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { venueUseOf } from '#app/modules/organisation/queries.ts'
import type { Sketch } from '#app/modules/organisation/rules.ts'
import { contactsOpen, historyOf } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { saySpan } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Badge, Facts, History, type Step, Stepper } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayAnswer } from '../../dispatches/access.ts'
import { DispatchOrder, dispatchOrder } from '../../dispatches/dispatch-order.ts'
import { EndDispatch, endDispatch } from '../../dispatches/end-dispatch.ts'
import { dispatchesOf } from '../../dispatches/queries.ts'
import { showsContact } from '../../dispatches/rules.ts'
import { SeeContact, seeContact } from '../../dispatches/see-contact.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { speakersOfTalk } from '../../menu/queries.ts'
import { availabilityOf } from '../../speakers/queries.ts'
import type { Holidays } from '../../speakers/rules.ts'
import { mayDispatch, mayOrderFor } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findOrder, timesOf } from '../queries.ts'
import type { OrderStatus } from '../rules.ts'
import { WithdrawOrder, withdrawOrder } from '../withdraw-order.ts'
import { AskedSpeakers, DispatchForm, WithdrawForm } from './order-forms.tsx'
import { orderTones } from './orders.tsx'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }

/** A speaker who was asked, and what the reader may open of that. */
export type Asked = Awaited<ReturnType<typeof dispatchesOf>>[number] & {
  mayOpen: boolean
  /** The speaker's number: there is none, it may be opened, or it stands open. */
  contact: 'none' | 'closed' | 'open'
}

export type OrderData = {
  order: NonNullable<Awaited<ReturnType<typeof findOrder>>>
  times: Awaited<ReturnType<typeof timesOf>>
  asked: Asked[]
  speakers: Awaited<ReturnType<typeof speakersOfTalk>>
  comes: Awaited<ReturnType<typeof availabilityOf>>
  /** Where the venue lies, and the holidays, by which it is said who can come when. */
  at: Sketch | null
  holidays: Holidays
  history: Awaited<ReturnType<typeof historyOf>>
  mayAsk: boolean
}

/** One order: what was asked, how far it has come, and the next step for who looks at it. */
export const orderPage = page<OrderData>({
  title: ({ order }, language) => words[language].orderNumber(order.number),
  async load(ctx, { params }) {
    const order = found(await findOrder(ctx, params['orderId']!))
    authorise(mayOrderFor(ctx.actor, order.unitId))
    const mayAsk = mayDispatch(ctx.actor) && order.status === 'submitted'
    const speakers = mayAsk ? await speakersOfTalk(ctx, order.talkId) : []
    const speakerIds = speakers.map((speaker) => speaker.id)
    const asked = await dispatchesOf(ctx, order.id)
    const open = await contactsOpen(
      ctx,
      asked.map((dispatch) => dispatch.speakerPersonId),
    )
    return {
      order,
      times: await timesOf(ctx, order.id),
      asked: asked.map((dispatch) => ({
        ...dispatch,
        mayOpen: mayAnswer(ctx.actor, dispatch),
        contact: contactOf(dispatch, open.has(dispatch.speakerPersonId), ctx.now),
      })),
      speakers,
      comes: await availabilityOf(ctx, speakerIds),
      at: (await venueUseOf(ctx, [order.venueId])).get(order.venueId)?.at ?? null,
      holidays: (await workCalendar(ctx)).days,
      history: await historyOf(ctx, order.id, ...asked.map((dispatch) => dispatch.id)),
      mayAsk,
    }
  },
  actions: {
    dispatch: action(DispatchOrder, async (ctx, input) => {
      await dispatchOrder(ctx, input)
      return { to: to(urls.order, { orderId: input.orderId }), done: 'dispatch.proposed' }
    }),
    takeBack: action(EndDispatch, async (ctx, input, visit) => {
      await endDispatch(ctx, { ...input, how: 'takenBack' })
      return {
        to: to(urls.order, { orderId: visit.params['orderId']! }),
        done: 'dispatch.takenBack',
      }
    }),
    contact: action(SeeContact, async (ctx, input, visit) => {
      await seeContact(ctx, input)
      return { to: to(urls.order, { orderId: visit.params['orderId']! }), done: 'contact.opened' }
    }),
    withdraw: action(WithdrawOrder, async (ctx, input) => {
      await withdrawOrder(ctx, input)
      return { to: to(urls.order, { orderId: input.orderId }), done: 'order.withdrawn' }
    }),
  },
  view: (shown) => <Order {...shown} />,
})

function contactOf(
  dispatch: Awaited<ReturnType<typeof dispatchesOf>>[number],
  isOpen: boolean,
  now: Date,
): Asked['contact'] {
  if (!dispatch.speakerPhone || !showsContact(dispatch, now)) return 'none'
  return isOpen ? 'open' : 'closed'
}

function Order(shown: Shown<OrderData>) {
  const t = useWords(words)
  const { fact: say } = useSpeech()
  const { order } = shown.data
  return (
    <>
      <PageHead
        back={{ href: urls.orders, label: t.back }}
        over={t.orderNumber(order.number)}
        title={useTitle()(order)}
      />
      {order.status === 'withdrawn' ? (
        <Badge tone={orderTones.withdrawn}>{t.statuses.withdrawn}</Badge>
      ) : (
        <Stepper label={t.state} steps={stepsOf(order.status, t)} />
      )}
      <Columns beside={<OrderFacts {...shown} />}>
        {shown.data.mayAsk && <DispatchForm {...shown} />}
        {shown.data.asked.length > 0 && <AskedSpeakers {...shown} />}
        <WithdrawForm {...shown} />
        <Section title={t.history}>
          <History
            items={shown.data.history.map((fact) => ({
              when: <Time at={fact.at} now={shown.visit.now} />,
              who: fact.actor,
              what: say(fact.name),
              onBehalfOf: fact.onBehalfOf ?? undefined,
              why: fact.reason ?? undefined,
            }))}
          />
        </Section>
      </Columns>
    </>
  )
}

const life: readonly OrderStatus[] = ['submitted', 'proposed', 'accepted', 'held']

function stepsOf(status: OrderStatus, t: typeof zh): Step[] {
  const at = life.indexOf(status)
  const labels = [t.steps.placed, t.steps.dispatched, t.steps.accepted, t.steps.held]
  return labels.map((label, step) => ({
    label,
    state: step <= at ? 'done' : step === at + 1 ? 'now' : 'later',
  }))
}

function OrderFacts({ data, visit }: Shown<OrderData>) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { language } = useSpeech()
  const { order } = data
  return (
    <Facts
      items={[
        {
          term: t.state,
          value: <Badge tone={orderTones[order.status]}>{t.statuses[order.status]}</Badge>,
        },
        { term: t.unit, value: order.unitName },
        {
          term: t.times,
          value: (
            <ul class="plain">
              {data.times.map(({ position, during }) => (
                <li key={position}>{saySpan(during.start, during.end, language, visit.now)}</li>
              ))}
            </ul>
          ),
        },
        { term: t.venue, value: order.venueName },
        { term: t.audience, value: menu.audiences[order.audience as keyof typeof menu.audiences] },
        { term: t.head, value: t.people(order.headCount) },
        { term: t.language, value: menu.languages[order.language as keyof typeof menu.languages] },
        { term: t.placedBy, value: order.placedByName },
        ...(order.note ? [{ term: t.note, value: order.note }] : []),
      ]}
    />
  )
}
