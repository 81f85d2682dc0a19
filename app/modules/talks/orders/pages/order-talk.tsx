import { unitsOf, venues } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { dayOf } from '#app/platform/time.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTimeField, NumberField, SelectField, TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en as menuEn } from '../../menu/messages.en.ts'
import { zh as menuZh } from '../../menu/messages.zh.ts'
import { findTalk } from '../../menu/queries.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { OrderTalk, orderTalk } from '../order-talk.ts'

const words = { zh, en }
const menuWords = { zh: menuZh, en: menuEn }
const name = namesOf(OrderTalk)

type Data = {
  talk: NonNullable<Awaited<ReturnType<typeof findTalk>>>
  units: Awaited<ReturnType<typeof unitsOf>>
  venues: Awaited<ReturnType<typeof venues>>
}

/** A branch orders a talk: for whom, where, for how many, and two times that would suit. */
export const orderTalkPage = page<Data>({
  title: (_, language) => words[language].orderTitle,
  async load(ctx, { params }) {
    const talk = found(await findTalk(ctx, params['talkId']!))
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    authorise(scope.unitIds.length > 0)
    const units = await unitsOf(ctx, scope.unitIds)
    return { talk, units, venues: nearestFirst(await venues(ctx), units) }
  },
  actions: {
    order: action(OrderTalk, async (ctx, input) => {
      const order = await orderTalk(ctx, input)
      return { to: to(urls.order, { orderId: order.id }), done: 'order.placed' }
    }),
  },
  view: (shown) => <OrderForm {...shown} />,
})

/** The venues of the units themselves, then those of the units above them, then all others. */
function nearestFirst(all: Data['venues'], units: Data['units']): Data['venues'] {
  const own = new Set(units.map((unit) => unit.id))
  const above = new Set(units.flatMap((unit) => unit.ancestors))
  const distance = (venue: Data['venues'][number]) =>
    own.has(venue.unitId)
      ? 0
      : venue.ancestors.some((id) => above.has(id) && id !== venue.ancestors[0])
        ? 1
        : 2
  return all.toSorted((a, b) => distance(a) - distance(b))
}

function OrderForm({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const menu = useWords(menuWords)
  const { reason } = useSpeech()
  const { talk } = data
  const title = useTitle()(talk)
  const here = { talkId: talk.id }
  const today = dayOf(visit.now)
  const labelled = (codes: readonly string[], labels: Record<string, string>) =>
    codes.map((code) => ({ value: code, label: labels[code] ?? code }))
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
        state={form('order')}
      >
        <input type="hidden" name={name('talkId')} value={talk.id} />
        <SelectField
          name={name('unitId')}
          label={t.forUnit}
          options={data.units.map((unit) => ({ value: unit.id, label: unit.name }))}
          value={data.units.length === 1 ? data.units[0]!.id : undefined}
          required
        />
        <DateTimeField name={name('times.0')} label={t.firstTime} min={today} open required />
        <DateTimeField
          name={name('times.1')}
          label={t.secondTime}
          hint={t.secondTimeHint}
          min={today}
          open
        />
        <SelectField
          name={name('venueId')}
          label={t.venue}
          options={data.venues.map((venue) => ({
            value: venue.id,
            label: t.seats(venue.name, venue.unitName, venue.seats),
          }))}
          required
        />
        <SelectField
          name={name('audience')}
          label={t.audience}
          options={labelled(talk.audiences, menu.audiences)}
          value={talk.audiences.length === 1 ? talk.audiences[0] : undefined}
          required
        />
        <SelectField
          name={name('language')}
          label={t.language}
          options={labelled(talk.languages, menu.languages)}
          value={talk.languages[0]}
          required
        />
        <NumberField name={name('headCount')} label={t.headCount} min={1} max={5000} required />
        <TextArea name={name('note')} label={t.note} hint={t.noteHint} rows={3} />
        <Button kind="main">{t.place}</Button>
      </Form>
    </>
  )
}
