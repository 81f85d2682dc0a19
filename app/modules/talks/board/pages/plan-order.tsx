import { venues } from '#app/modules/organisation/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { dayOf, instantAt, timeOf } from '#app/platform/time.ts'
import { Actions, Button, PostButton } from '#app/ui/button.tsx'
import { sayMoment, saySpan } from '#app/ui/dates.ts'
import { DateField, SelectField, TimeField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Facts } from '#app/ui/lists.tsx'
import { Columns, PageHead } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { mayDispatch } from '../../orders/access.ts'
import { MovePlanned, movePlanned } from '../../planning/move-planned.ts'
import {
  findPlan,
  type PlannedOrder,
  type PlanRow,
  planOrdersOf,
  tryMove,
} from '../../planning/queries.ts'
import { type Tried, whyNotChanged, whyNotUnlocked } from '../../planning/rules.ts'
import { TakeOutOfPlan, takeOutOfPlan } from '../../planning/take-out-of-plan.ts'
import { UnlockPlanned, unlockPlanned } from '../../planning/unlock-planned.ts'
import { speakers } from '../../speakers/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { talkTitles } from '../queries.ts'
import { usePlanName } from './plan-parts.tsx'
import type { Names } from './relaxing.tsx'
import { Verdict } from './verdict.tsx'
import { WhyChosen } from './why-chosen.tsx'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const name = namesOf(MovePlanned)

/** Where an order is tried: as it was asked for, else as it stands, else as the branch wished. */
type Place = { speakerId: string; venueId: string; day: string; from: string }
type Data = {
  plan: PlanRow
  order: PlannedOrder
  orders: PlannedOrder[]
  place: Place
  /** What that would break and cost, once it was asked. */
  tried: Tried | null
  speakers: { id: string; name: string }[]
  venues: { id: string; name: string; seats: number }[]
  names: Names
}

/** An order in a plan: why it is placed so, and the way to place it otherwise, by hand. */
export const planOrderPage = page<Data>({
  title: ({ order }, language) =>
    words[language].orderNamed(order.number, titleIn(language, order)),
  async load(ctx, { params, query }) {
    authorise(mayDispatch(ctx.actor))
    const plan = found(await findPlan(ctx, params['planId']!))
    const orders = await planOrdersOf(ctx, plan.id)
    const order = found(orders.find(({ orderId }) => orderId === params['orderId']))
    const known = await speakers(ctx)
    const places = await venues(ctx)
    const place = placeOf(order, query)
    const input = MovePlanned.safeParse({ planId: plan.id, orderId: order.orderId, ...place })
    const asks = ['speakerId', 'venueId', 'day', 'from'].some((each) => query.has(each))
    return {
      plan,
      order,
      orders,
      place,
      tried:
        asks && input.success && whyNotChanged(plan) === null
          ? await tryMove(ctx, input.data)
          : null,
      speakers: known.filter(({ leftAt, id }) => leftAt === null || id === order.speakerId),
      venues: places,
      names: {
        speakers: new Map(known.map(({ id, name: called }) => [id, called])),
        venues: new Map(places.map(({ id, name: called }) => [id, called])),
        skills: await talkTitles(ctx),
      },
    }
  },
  actions: {
    move: action(MovePlanned, async (ctx, input) => {
      await movePlanned(ctx, input)
      return { to: to(urls.plan, { planId: input.planId }), done: 'plan.moved' }
    }),
    takeOut: action(TakeOutOfPlan, async (ctx, input) => {
      await takeOutOfPlan(ctx, input)
      return { to: to(urls.plan, { planId: input.planId }), done: 'plan.takenOut' }
    }),
    unlock: action(UnlockPlanned, async (ctx, input) => {
      await unlockPlanned(ctx, input)
      return { to: to(urls.planOrder, input), done: 'plan.unlocked' }
    }),
  },
  view: (shown) => <PlanOrder {...shown} />,
})

function placeOf(order: PlannedOrder, query: URLSearchParams): Place {
  const start = order.during?.start ?? order.times[0]?.during.start
  const day = query.get('day') ?? (start ? dayOf(start) : '')
  // Moved to a day that the branch named, it begins when the branch named.
  const named = order.times.find(({ during }) => dayOf(during.start) === day)?.during.start
  const begins = start && dayOf(start) === day ? start : (named ?? start)
  return {
    speakerId: query.get('speakerId') ?? order.speakerId ?? '',
    venueId: query.get('venueId') ?? order.venueId ?? order.wishedVenueId,
    day,
    from: query.get('from') ?? (begins ? timeOf(begins) : ''),
  }
}

function PlanOrder(shown: Shown<Data>) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { language } = useSpeech()
  const titleOf = useTitle()
  const nameOf = usePlanName()
  const { plan, order } = shown.data
  const { now } = shown.visit
  return (
    <>
      <PageHead
        back={{ href: to(urls.plan, { planId: plan.id }), label: nameOf(plan) }}
        title={t.orderNamed(order.number, titleOf(order))}
        lead={order.unitName}
      />
      <Columns
        beside={
          <Facts
            items={[
              {
                term: t.times,
                value: (
                  <ul class="plain">
                    {order.times.map(({ during }) => (
                      <li key={during.start.getTime()}>
                        {saySpan(during.start, during.end, language, now)}
                      </li>
                    ))}
                  </ul>
                ),
              },
              { term: t.venue, value: order.wishedVenueName },
              {
                term: t.audience,
                value: menu.audiences[order.audience as keyof typeof menu.audiences],
              },
              {
                term: t.language,
                value: menu.languages[order.language as keyof typeof menu.languages],
              },
              { term: t.head, value: t.people(order.headCount) },
              { term: t.waitingTime, value: t.waited(order.waited) },
            ]}
          />
        }
      >
        <Moving {...shown} />
      </Columns>
      <WhyChosen {...shown.data} now={now} />
    </>
  )
}

/** Who, when and where is asked about, in a line. */
function useWhere({ place, names }: Data, now: Date): string {
  const { language } = useSpeech()
  return [
    names.speakers.get(place.speakerId),
    place.day && place.from && sayMoment(instantAt(place.day, place.from), language, now),
    names.venues.get(place.venueId),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The order's place to be chosen anew; what it would mean is said before anything is saved. */
function Moving(shown: Shown<Data>) {
  const t = useWords(words)
  const { data, form, formKey } = shown
  const { plan, order, place, tried } = data
  const here = { planId: plan.id, orderId: order.orderId }
  const whyNot = whyNotChanged(plan)
  const where = useWhere(data, shown.visit.now)
  return (
    <section class="section" id="try">
      <div class="section-head">
        <h2 id="try-title">{t.moveTitle}</h2>
      </div>
      <p class="quietly">{t.moveLead}</p>
      {tried && <Verdict {...data} tried={tried} where={where} />}
      {tried && (
        <Form
          id="save"
          action={to(urls.planOrder, here, { do: 'move' })}
          formKey={formKey}
          state={form('move')}
        >
          {Object.entries({ ...here, ...place }).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <Button kind="main" icon="check" whyNot={whyNot}>
            {tried.breaks.length === 0 ? t.save : t.saveAnyway}
          </Button>
        </Form>
      )}
      <Form id="ask" action={to(urls.planOrder, here)} method="get">
        <SelectField
          name={name('speakerId')}
          label={t.speaker}
          value={place.speakerId}
          options={data.speakers.map((each) => ({ value: each.id, label: each.name }))}
        />
        <DateField name={name('day')} label={t.day} value={place.day} />
        <TimeField name={name('from')} label={t.start} value={place.from} />
        <SelectField
          name={name('venueId')}
          label={t.venue}
          value={place.venueId}
          blank={false}
          options={data.venues.map((each) => ({
            value: each.id,
            label: t.seats(each.name, each.seats),
          }))}
        />
        <Button whyNot={whyNot}>{t.ask}</Button>
      </Form>
      <TakeOut {...shown} />
    </section>
  )
}

/** Out of the plan altogether, or back into the planner's hands. */
function TakeOut({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { plan, order } = data
  const here = { planId: plan.id, orderId: order.orderId }
  const refusal = form('takeOut').refusal ?? form('unlock').refusal
  if (whyNotChanged(plan) !== null) return null
  const button = (name: 'takeOut' | 'unlock', said: string) => (
    <PostButton
      action={to(urls.planOrder, here, { do: name })}
      formKey={`${formKey}${name}`}
      values={here}
    >
      {said}
    </PostButton>
  )
  return (
    <>
      {refusal && <Callout kind="failed" title={refusal} />}
      <Actions>
        {order.speakerId !== null && button('takeOut', t.takeOut)}
        {whyNotUnlocked(order) === null && button('unlock', t.release)}
      </Actions>
    </>
  )
}
