import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { contactsOpen, historyOf } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { saySpan } from '#app/ui/dates.ts'
import { Time } from '#app/ui/dates.tsx'
import { Due } from '#app/ui/due.tsx'
import { Badge, Callout, Facts, History, type Step, Stepper } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as clocksEn } from '../../clocks/messages.en.ts'
import { zh as clocksZh } from '../../clocks/messages.zh.ts'
import { clockOf } from '../../clocks/queries.ts'
import { dayDue } from '../../clocks/rules.ts'
import { mayAnswer } from '../../dispatches/access.ts'
import { CancelSpeaking, cancelSpeaking } from '../../dispatches/cancel-speaking.ts'
import { DispatchOrder, dispatchOrder } from '../../dispatches/dispatch-order.ts'
import { EndDispatch, endDispatch } from '../../dispatches/end-dispatch.ts'
import { candidatesFor, dispatchesOf } from '../../dispatches/queries.ts'
import { showsContact } from '../../dispatches/rules.ts'
import { SeeContact, seeContact } from '../../dispatches/see-contact.ts'
import { SubstituteSpeaker, substituteSpeaker } from '../../dispatches/substitute-speaker.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { en as reviewsEn } from '../../reviews/messages.en.ts'
import { zh as reviewsZh } from '../../reviews/messages.zh.ts'
import { mayDispatch, mayOrderFor, maySeeOrder } from '../access.ts'
import { CloseOrder, closeOrder } from '../close-order.ts'
import { ConfirmHeld, confirmHeld } from '../confirm-held.ts'
import { DisputeOrder, disputeOrder } from '../dispute-order.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OpenOrder, openOrder } from '../open-order.ts'
import { findOrder, guestsOf, timesOf } from '../queries.ts'
import { RefuseOrder, refuseOrder } from '../refuse-order.ts'
import { ReopenOrder, reopenOrder } from '../reopen-order.ts'
import { ReportMissed, reportMissed } from '../report-missed.ts'
import { ReturnOrder, returnOrder } from '../return-order.ts'
import { type OrderStatus, waitsForSpeaker, wasHeld } from '../rules.ts'
import { SettleDispute, settleDispute } from '../settle-dispute.ts'
import { SubmitOrder, submitOrder } from '../submit-order.ts'
import { VetOrder, vetOrder } from '../vet-order.ts'
import { WithdrawOrder, withdrawOrder } from '../withdraw-order.ts'
import { AskedSpeakers, DispatchForm, SubstituteForm } from './order-dispatch.tsx'
import { NextSteps, OpenForm, OtherSteps } from './order-forms.tsx'
import { orderTones } from './orders.tsx'

const words = { zh, en }
const reviewWords = { zh: reviewsZh, en: reviewsEn }
const clockWords = { zh: clocksZh, en: clocksEn }
const menuWords = { zh: menuZh, en: menuEn }

/** A speaker who was asked, and what the reader may open of that. */
export type Asked = Awaited<ReturnType<typeof dispatchesOf>>[number] & {
  mayOpen: boolean
  /** The speaker's number: there is none, it may be opened, or it stands open. */
  contact: 'none' | 'closed' | 'open'
}

export type OrderData = {
  order: NonNullable<Awaited<ReturnType<typeof findOrder>>>
  times: (Awaited<ReturnType<typeof timesOf>>[number] & { onHoliday: boolean })[]
  guests: Awaited<ReturnType<typeof guestsOf>>
  asked: Asked[]
  candidates: Awaited<ReturnType<typeof candidatesFor>>
  history: Awaited<ReturnType<typeof historyOf>>
  clock: Awaited<ReturnType<typeof clockOf>>
  office: boolean
  /** Whether the reader runs the unit that ordered. */
  own: boolean
}

/** One order: what was asked, how far it has come, and the next step for who looks at it. */
export const orderPage = page<OrderData>({
  title: ({ order }, language) => words[language].orderNumber(order.number),
  load: (ctx, { params }) => loadOrder(ctx, params['orderId']!),
  actions: {
    submit: step(SubmitOrder, submitOrder, 'order.placed'),
    vet: step(VetOrder, vetOrder, 'order.vetted'),
    return: step(ReturnOrder, returnOrder, 'order.returned'),
    refuse: step(RefuseOrder, refuseOrder, 'order.refused'),
    open: step(OpenOrder, openOrder, 'order.opened'),
    dispatch: step(DispatchOrder, dispatchOrder, 'dispatch.proposed'),
    confirm: step(ConfirmHeld, confirmHeld, 'order.confirmed'),
    missed: step(ReportMissed, reportMissed, 'order.missed'),
    dispute: step(DisputeOrder, disputeOrder, 'order.disputed'),
    settle: step(SettleDispute, settleDispute, 'order.settled'),
    reopen: step(ReopenOrder, reopenOrder, 'order.reopened'),
    close: step(CloseOrder, closeOrder, 'order.closed'),
    withdraw: step(WithdrawOrder, withdrawOrder, 'order.withdrawn'),
    takeBack: step(
      EndDispatch,
      (ctx, input) => endDispatch(ctx, { ...input, how: 'takenBack' }),
      'dispatch.takenBack',
    ),
    cancelSpeaking: step(CancelSpeaking, cancelSpeaking, 'dispatch.cancelled'),
    substitute: step(SubstituteSpeaker, substituteSpeaker, 'dispatch.substituted'),
    contact: step(SeeContact, seeContact, 'contact.opened'),
  },
  view: (shown) => <Order {...shown} />,
})

/** A step taken on the order's own page, to which it leads back. */
function step<I>(
  schema: Parameters<typeof action<I>>[0],
  command: (ctx: Context, input: I) => Promise<unknown>,
  done: string,
) {
  return action<I>(schema, async (ctx, input, visit) => {
    await command(ctx, input)
    return { to: to(urls.order, { orderId: visit.params['orderId']! }), done }
  })
}

async function loadOrder(ctx: Context, orderId: string): Promise<OrderData> {
  const order = found(await findOrder(ctx, orderId))
  const guests = await guestsOf(ctx, order.id)
  const own = mayOrderFor(ctx.actor, order.unitId)
  authorise(maySeeOrder(ctx.actor, order, guests))
  const office = mayDispatch(ctx.actor)
  const asked = await dispatchesOf(ctx, order.id)
  const speaking = asked.find(({ status }) => status === 'accepted')
  const open = await contactsOpen(
    ctx,
    asked.map((dispatch) => dispatch.speakerPersonId),
  )
  const { days } = await workCalendar(ctx)
  const times = await timesOf(ctx, order.id)
  const toAsk = office && (waitsForSpeaker.includes(order.status) || speaking !== undefined)
  return {
    order,
    times: times.map((time) => ({
      ...time,
      onHoliday: days.get(dayOf(time.during.start)) === 'off',
    })),
    guests,
    asked: asked.map((dispatch) => ({
      ...dispatch,
      mayOpen: mayAnswer(ctx.actor, dispatch),
      contact: own ? contactOf(dispatch, open.has(dispatch.speakerPersonId), ctx.now) : 'none',
    })),
    candidates: toAsk ? await candidatesFor(ctx, order.id, speaking) : [],
    history: await historyOf(ctx, order.id, ...asked.map((dispatch) => dispatch.id)),
    clock: await clockOf(ctx, order.id),
    office,
    own,
  }
}

/** The invitation that is open or accepted. */
function liveOf(asked: readonly Asked[]): Asked | undefined {
  return asked.find(({ status }) => status === 'proposed' || status === 'accepted')
}

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
  const reviews = useWords(reviewWords)
  const { fact: say, language } = useSpeech()
  const { order, office, own, asked, times } = shown.data
  const time = (liveOf(asked) ?? times[0])?.during
  // On a phone what is asked stands far below: the line under the title says the most of it.
  const when = time ? [saySpan(time.start, time.end, language, shown.visit.now)] : []
  const waits = waitsForSpeaker.includes(order.status)
  return (
    <>
      <PageHead
        back={{ href: urls.orders, label: t.back }}
        over={t.orderNumber(order.number)}
        title={useTitle()(order)}
        lead={[order.unitName, t.people(order.headCount), ...when].join(' · ')}
      />
      <Way order={order} />
      <Clock {...shown} />
      {order.answer && (
        <Callout kind="info" title={t.answerTitle}>
          {order.answer}
        </Callout>
      )}
      <Columns beside={<OrderFacts {...shown} />}>
        {(own || office) && <NextSteps {...shown} />}
        {wasHeld.some((status) => status === order.status) && (
          <LinkButton href={to(urls.review, { orderId: order.id })} icon="chat">
            {reviews.title}
          </LinkButton>
        )}
        {office && waits && <DispatchForm {...shown} />}
        {office && <OpenForm {...shown} />}
        {asked.length > 0 && <AskedSpeakers {...shown} />}
        {office && <SubstituteForm {...shown} />}
        {(own || office) && <OtherSteps {...shown} />}
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

/** What the order waits for, and by when. */
function Clock({ data, visit }: Shown<OrderData>) {
  const t = useWords(clockWords)
  const { clock } = data
  if (!clock) return null
  return (
    <p>
      {t.waitsFor[clock.stage]}
      {clock.dueAt ? (
        <Due due={dayDue(clock.dueAt)} now={visit.now} />
      ) : (
        <span class="quietly">{t.unknown}</span>
      )}
    </p>
  )
}

/** The stretches of an order's way, each with the states in which it is under way. */
const way: readonly (readonly OrderStatus[])[] = [
  ['draft', 'returned'],
  ['submitted'],
  ['vetted', 'planned', 'open'],
  ['proposed'],
  ['accepted', 'scheduled'],
  ['held'],
]
const onTheWay = way.flat()
const arrived: readonly OrderStatus[] = ['confirmed', 'reviewed', 'closed']

/** How far the order has come; one that left the way says so alone. */
function Way({ order }: { order: OrderData['order'] }) {
  const t = useWords(words)
  const badge = <Badge tone={orderTones[order.status]}>{t.statuses[order.status]}</Badge>
  if (!onTheWay.includes(order.status) && !arrived.includes(order.status)) return badge
  const at = arrived.includes(order.status)
    ? way.length
    : way.findIndex((states) => states.includes(order.status))
  const steps = t.steps.map(
    (label, step): Step => ({ label, state: step < at ? 'done' : step === at ? 'now' : 'later' }),
  )
  return <Stepper label={t.state} steps={steps} />
}

function OrderFacts({ data, visit }: Shown<OrderData>) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { language } = useSpeech()
  const { order } = data
  const live = liveOf(data.asked)
  const guests = data.guests.map((guest) => t.guest(guest.unitName, guest.headCount))
  return (
    <Facts
      items={[
        {
          term: t.state,
          value: <Badge tone={orderTones[order.status]}>{t.statuses[order.status]}</Badge>,
        },
        ...(order.priority > 1 ? [{ term: t.priority, value: t.priorities[order.priority] }] : []),
        { term: t.unit, value: order.unitName },
        ...(guests.length > 0 ? [{ term: t.guests, value: guests.join(t.comma) }] : []),
        ...(live
          ? [
              {
                term: t.setFor,
                value: (
                  <>
                    {saySpan(live.during.start, live.during.end, language, visit.now)}
                    <br />
                    {live.venueName}
                    {!live.isNamedTime && <p class="quietly">{t.setByOffice}</p>}
                  </>
                ),
              },
            ]
          : []),
        {
          term: t.times,
          value: (
            <ul class="plain">
              {data.times.map(({ position, during, onHoliday }) => (
                <li key={position}>
                  {saySpan(during.start, during.end, language, visit.now)}
                  {onHoliday && <span class="quietly"> {t.onHoliday}</span>}
                </li>
              ))}
            </ul>
          ),
        },
        { term: t.venue, value: order.venueName },
        { term: t.audience, value: menu.audiences[order.audience as keyof typeof menu.audiences] },
        { term: t.head, value: t.people(order.headCount) },
        { term: t.language, value: menu.languages[order.language as keyof typeof menu.languages] },
        ...(order.takesSimilar ? [{ term: t.similar, value: t.similarWouldDo }] : []),
        { term: t.placedBy, value: order.placedByName },
        ...(order.note ? [{ term: t.note, value: order.note }] : []),
      ]}
    />
  )
}
