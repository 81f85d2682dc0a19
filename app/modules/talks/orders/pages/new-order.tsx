import type { HolidaySpan } from '#app/modules/organisation/holidays/queries.ts'
import { unitsOf, venues } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { holidaysToCome } from '#app/modules/seasons/queries.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTimeField, NumberField, SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { menuOf } from '../../menu/queries.ts'
import { mayDispatch } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OrderTalk, orderTalk } from '../order-talk.ts'
import { callersOf, lastOrderOf } from '../queries.ts'
import { nearestFirst, useHolidayHint } from './order-fields.tsx'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const name = namesOf(OrderTalk)

type Data = {
  units: Awaited<ReturnType<typeof unitsOf>>
  unit: Awaited<ReturnType<typeof unitsOf>>[number] | null
  callers: Awaited<ReturnType<typeof callersOf>>
  talks: Awaited<ReturnType<typeof menuOf>>['talks']
  venues: Awaited<ReturnType<typeof venues>>
  holidays: HolidaySpan[]
  last: Awaited<ReturnType<typeof lastOrderOf>>
}

/** The office orders while a branch is on the phone: the unit, the talk, the time; the rest is there. */
export const newOrderPage = page<Data>({
  title: (_, language) => words[language].byPhone,
  async load(ctx, { query }) {
    authorise(mayDispatch(ctx.actor))
    const units = await unitsOf(ctx, scopeOf(ctx.actor, officeRoles).unitIds)
    const unit = units.find(({ id }) => id === query.get('unitId')) ?? null
    if (!unit)
      return { units, unit, callers: [], talks: [], venues: [], holidays: [], last: undefined }
    return {
      units,
      unit,
      callers: await callersOf(ctx, unit.id),
      talks: (await menuOf(ctx)).talks,
      venues: nearestFirst(await venues(ctx), [unit]),
      holidays: await holidaysToCome(ctx),
      last: await lastOrderOf(ctx, unit.id),
    }
  },
  actions: {
    order: action(OrderTalk, async (ctx, input) => {
      const order = await orderTalk(ctx, input)
      return { to: to(urls.order, { orderId: order.id }), done: 'order.placed' }
    }),
  },
  view: (shown) => <NewOrder {...shown} />,
})

function NewOrder(shown: Shown<Data>) {
  const t = useWords(words)
  const { unit, units, callers } = shown.data
  return (
    <>
      <PageHead
        back={{ href: urls.orders, label: t.back }}
        title={t.byPhone}
        lead={unit?.name ?? t.byPhoneLead}
      />
      {unit === null ? (
        <Form method="get" action={urls.newOrder}>
          <SelectField
            name="unitId"
            label={t.whichUnit}
            options={units.map(({ id, name: label }) => ({ value: id, label }))}
            required
          />
          <Button kind="main">{t.goOn}</Button>
        </Form>
      ) : (
        <>
          {callers.length === 0 && (
            <Callout kind="warning" title={t.noCaller}>
              <a href={urls.people}>{t.toPeople}</a>
            </Callout>
          )}
          <ByPhone {...shown} unit={unit} />
          <p>
            <a href={urls.newOrder}>{t.otherUnit}</a>
          </p>
        </>
      )}
    </>
  )
}

/** Of nine fields only the talk, the time and often the number of people are left to fill in. */
function ByPhone({
  data,
  visit,
  form,
  formKey,
  unit,
}: Shown<Data> & { unit: NonNullable<Data['unit']> }) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const titleOf = useTitle()
  const { last } = data
  const labelled = (labels: Record<string, string>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label }))
  return (
    <Form
      action={to(urls.newOrder, null, { unitId: unit.id, do: 'order' })}
      formKey={formKey}
      state={form('order')}
    >
      <input type="hidden" name={name('unitId')} value={unit.id} />
      <SelectField
        name={name('talkId')}
        label={t.whichTalk}
        options={data.talks.map((talk) => ({
          value: talk.id,
          label: t.talkOption(talk.number, titleOf(talk), talk.minutes),
        }))}
        required
      />
      <DateTimeField
        name={name('times.0')}
        label={t.when}
        hint={useHolidayHint(data.holidays, visit.now)}
        min={dayOf(visit.now)}
        open
        required
      />
      <NumberField
        name={name('headCount')}
        label={t.headCount}
        value={last && String(last.headCount)}
        min={1}
        max={5000}
        required
      />
      {data.callers.length > 0 && (
        <SelectField
          name={name('callerId')}
          label={t.caller}
          options={data.callers.map((caller) => ({ value: caller.id, label: caller.name }))}
          value={data.callers[0]?.id}
        />
      )}
      <SelectField
        name={name('venueId')}
        label={t.venue}
        options={data.venues.map((venue) => ({
          value: venue.id,
          label: t.seats(venue.name, venue.unitName, venue.seats),
        }))}
        value={last?.venueId ?? data.venues[0]?.id}
        required
      />
      <SelectField
        name={name('audience')}
        label={t.audience}
        options={labelled(menu.audiences)}
        value={last?.audience ?? 'members'}
        required
      />
      <SelectField
        name={name('language')}
        label={t.language}
        options={labelled(menu.languages)}
        value={last?.language ?? 'mandarin'}
        required
      />
      <Button kind="main">{t.place}</Button>
    </Form>
  )
}
