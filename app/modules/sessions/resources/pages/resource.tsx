import { unitsOf } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { day, dayOf, later } from '#app/platform/time.ts'
import { Actions, Button, PostButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { DateTimeField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Task, TaskList, type Tone } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayBookFor, mayHandOver, mayKeepResources, maySeeResources } from '../access.ts'
import { BookForDays, bookResource } from '../book-resource.ts'
import { GiveUpBooking, giveUpBooking } from '../give-up-booking.ts'
import { HandOverResource, handOverResource } from '../hand-over-resource.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type BookingRow, bookingsOf, findResource, type ResourceRow } from '../queries.ts'
import { RetireResource, retireResource } from '../retire-resource.ts'
import { ReturnResource, returnResource } from '../return-resource.ts'
import { type BookingStatus, isLent } from '../rules.ts'
import { type BookedMonth, bookedMonth, ResourceMonth } from './resource-month.tsx'

const words = { zh, en }
const bookName = namesOf(BookForDays)
const overName = namesOf(HandOverResource)
const backName = namesOf(ReturnResource)

const tones: Record<BookingStatus, Tone> = {
  booked: 'info',
  handed_over: 'waiting',
  returned: 'plain',
  cancelled: 'plain',
}

const back = 30 * day
const ahead = 120 * day

type Data = {
  resource: ResourceRow
  bookings: (BookingRow & { mayGiveUp: boolean })[]
  booked: BookedMonth
  units: Awaited<ReturnType<typeof unitsOf>>
  keeps: boolean
  handsOver: boolean
}

/** One thing the street lends: its calendar, the way to book it, and how it goes out and comes back. */
export const resourcePage = page<Data>({
  title: ({ resource }, language) =>
    language === 'en' && resource.nameEn ? resource.nameEn : resource.name,
  async load(ctx, visit) {
    const resource = found(await findResource(ctx, visit.params['resourceId']!))
    authorise(maySeeResources(ctx.actor) || mayHandOver(ctx.actor, resource))
    const span = { start: later(ctx.now, -back), end: later(ctx.now, ahead) }
    const bookings = await bookingsOf(ctx, resource.id, span)
    const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
    return {
      resource,
      bookings: bookings.map((booking) => ({
        ...booking,
        mayGiveUp: mayBookFor(ctx.actor, booking.unitId),
      })),
      booked: await bookedMonth(ctx, resource.id, visit),
      units: await unitsOf(ctx, scope.unitIds),
      keeps: mayKeepResources(ctx.actor),
      handsOver: mayHandOver(ctx.actor, resource),
    }
  },
  actions: {
    book: action(BookForDays, async (ctx, input) => {
      await bookResource(ctx, input)
      return { to: to(urls.resource, input), done: 'resource.booked' }
    }),
    giveUp: action(GiveUpBooking, async (ctx, input, visit) => {
      await giveUpBooking(ctx, input)
      return { to: here(visit.params), done: 'resource.givenUp' }
    }),
    handOver: action(HandOverResource, async (ctx, input, visit) => {
      await handOverResource(ctx, input)
      return { to: here(visit.params), done: 'resource.handedOver' }
    }),
    giveBack: action(ReturnResource, async (ctx, input, visit) => {
      await returnResource(ctx, input)
      return { to: here(visit.params), done: 'resource.returned' }
    }),
    retire: action(RetireResource, async (ctx, input) => {
      await retireResource(ctx, input)
      return { to: urls.resources, done: 'resource.retired' }
    }),
  },
  view: (shown) => <Resource {...shown} />,
})

const here = (params: Readonly<Record<string, string>>) =>
  to(urls.resource, { resourceId: params['resourceId']! })

function Resource(shown: Shown<Data>) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { resource, bookings, keeps } = shown.data
  const own = { resourceId: resource.id }
  const refusals = ['giveUp', 'handOver', 'giveBack', 'retire'].map(
    (each) => shown.form(each).refusal,
  )
  const refusal = refusals.find((each) => each !== undefined)
  return (
    <>
      <PageHead
        back={{ href: urls.resources, label: t.back }}
        over={t.kinds[resource.kind]}
        title={language === 'en' && resource.nameEn ? resource.nameEn : resource.name}
        lead={[
          language === 'en' && resource.aboutEn ? resource.aboutEn : resource.about,
          `${t.keeper}: ${resource.keeperName}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <Section title={t.bookings}>
        {bookings.length === 0 && <p class="quietly">{t.noBookings}</p>}
        <TaskList>
          {bookings.map((booking) => (
            <Booking key={booking.id} {...shown} booking={booking} />
          ))}
        </TaskList>
      </Section>
      <ResourceMonth resourceId={resource.id} booked={shown.data.booked} visit={shown.visit} />
      {!resource.retiredAt && <BookForm {...shown} />}
      {keeps && !resource.retiredAt && (
        <PostButton
          action={to(urls.resource, own, { do: 'retire' })}
          formKey={shown.formKey}
          values={own}
          kind="quiet"
        >
          {t.retire}
        </PostButton>
      )}
    </>
  )
}

function Booking(shown: Shown<Data> & { booking: Data['bookings'][number] }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { booking, data, visit, formKey } = shown
  const own = { resourceId: data.resource.id }
  const isDue = booking.status === 'booked' && isLent(data.resource.kind) && data.handsOver
  const title = (language === 'en' && booking.sessionTitleEn) || booking.sessionTitle
  return (
    <Task
      title={
        <>
          {booking.unitName}{' '}
          <Badge tone={tones[booking.status]}>{t.statuses[booking.status]}</Badge>
        </>
      }
      when={<Time at={booking.during.start} to={booking.during.end} now={visit.now} />}
      action={
        <Actions>
          {isDue && <HandOver {...shown} />}
          {booking.status === 'handed_over' && data.handsOver && <GiveBack {...shown} />}
          {booking.status === 'booked' && booking.mayGiveUp && (
            <PostButton
              action={to(urls.resource, own, { do: 'giveUp' })}
              formKey={formKey}
              values={{ bookingId: booking.id }}
              kind="quiet"
            >
              {t.giveUp}
            </PostButton>
          )}
        </Actions>
      }
    >
      {[title, booking.handedTo && t.handedOverTo(booking.handedTo), booking.returnNote]
        .filter(Boolean)
        .join(' · ') || undefined}
    </Task>
  )
}

function HandOver({ booking, data, formKey }: Shown<Data> & { booking: BookingRow }) {
  const t = useWords(words)
  return (
    <details>
      <summary class="button plain">{t.handOver}</summary>
      <Form
        id={`over-${booking.id}`}
        action={to(urls.resource, { resourceId: data.resource.id }, { do: 'handOver' })}
        formKey={formKey}
      >
        <input type="hidden" name={overName('bookingId')} value={booking.id} />
        <TextField name={overName('handedTo')} label={t.handedTo} maxLength={40} required />
        <Button>{t.handOverIt}</Button>
      </Form>
    </details>
  )
}

function GiveBack({ booking, data, formKey }: Shown<Data> & { booking: BookingRow }) {
  const t = useWords(words)
  return (
    <details>
      <summary class="button plain">{t.giveBack}</summary>
      <Form
        id={`back-${booking.id}`}
        action={to(urls.resource, { resourceId: data.resource.id }, { do: 'giveBack' })}
        formKey={formKey}
      >
        <input type="hidden" name={backName('bookingId')} value={booking.id} />
        <TextField name={backName('note')} label={t.returnNote} maxLength={300} />
        <Button>{t.giveBackIt}</Button>
      </Form>
    </details>
  )
}

function BookForm({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { resource, units } = data
  const min = dayOf(visit.now)
  return (
    <Section title={t.book}>
      <Form
        action={to(urls.resource, { resourceId: resource.id }, { do: 'book' })}
        formKey={formKey}
        state={form('book')}
      >
        <input type="hidden" name={bookName('resourceId')} value={resource.id} />
        <SelectField
          name={bookName('unitId')}
          label={t.unit}
          options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          value={units.length === 1 ? units[0]!.id : undefined}
          required
        />
        <DateTimeField name={bookName('from')} label={t.from} min={min} open required />
        <DateTimeField name={bookName('until')} label={t.until} min={min} open required />
        <Button kind="main">{t.bookIt}</Button>
      </Form>
    </Section>
  )
}
