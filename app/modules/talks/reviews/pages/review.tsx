import { unitRoles } from '#app/modules/people/access.ts'
import { holds } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { RadioField, SelectField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReviewFor } from '../access.ts'
import { GiveReview, giveReview } from '../give-review.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { orderToReview, type ReviewedOrder } from '../queries.ts'
import { whyNotReviewed } from '../rules.ts'
import { ReviewFields } from './review-form.tsx'

const words = { zh, en }
const OnPage = GiveReview.omit({ link: true })
const name = namesOf(OnPage)

type Data = {
  order: ReviewedOrder
  /** Those of its units for which the reader may say it. */
  units: ReviewedOrder['units']
  /** Whether the reader is of the unit, and not only of the office. */
  runsUnit: boolean
}

/** A unit says what it thought of a talk, or someone writes it down from paper or by phone. */
export const reviewPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { params }) {
    const order = found(await orderToReview(ctx, params['orderId']!))
    const units = order.units.filter((unit) => mayReviewFor(ctx.actor, unit.id))
    authorise(units.length > 0)
    const runsUnit = units.some((unit) => holds(ctx.actor, unitRoles, unit.id))
    return { order, units, runsUnit }
  },
  actions: {
    give: action(OnPage, async (ctx, input) => {
      await giveReview(ctx, input)
      return { to: urls.reviews, done: 'review.given' }
    }),
  },
  view: (shown) => <Review {...shown} />,
})

function Review(shown: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { order, units } = shown.data
  const here = { orderId: order.id }
  const open = units.filter((unit) => !unit.reviewed)
  const unitIds = order.units.map(({ id }) => id)
  const refused = open.length > 0 && whyNotReviewed({ ...order, unitIds }, open[0]!.id)
  return (
    <>
      <PageHead
        over={t.title}
        title={useTitle()(order)}
        lead={t.lead}
        back={{ href: to(urls.order, here), label: t.toOrder }}
        actions={
          <LinkButton href={to(urls.reviewStrip, here)} icon="printer">
            {t.toStrip}
          </LinkButton>
        }
      />
      <p class="quietly">
        {t.lineOf(order.number)}
        {order.heldOn && (
          <>
            {' · '}
            <Time at={order.heldOn} now={shown.visit.now} />
          </>
        )}
      </p>
      {open.length === 0 ? (
        <Empty action={<LinkButton href={urls.reviews}>{t.list}</LinkButton>}>{t.allGiven}</Empty>
      ) : refused ? (
        <Empty>{reason(refused)}</Empty>
      ) : (
        <ReviewForm {...shown} open={open} />
      )}
    </>
  )
}

function ReviewForm({ data, form, formKey, open }: Shown<Data> & { open: Data['units'] }) {
  const t = useWords(words)
  const here = { orderId: data.order.id }
  const [only] = open
  return (
    <Form
      action={to(urls.review, here, { do: 'give' })}
      formKey={formKey}
      state={form('give')}
      id="review"
    >
      <input type="hidden" name={name('orderId')} value={data.order.id} />
      {open.length === 1 ? (
        <>
          <input type="hidden" name={name('unitId')} value={only!.id} />
          <p>
            <b>{t.linkFor(only!.name)}</b>
          </p>
        </>
      ) : (
        <SelectField
          name={name('unitId')}
          label={t.unit}
          required
          options={open.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      )}
      <RadioField
        name={name('way')}
        label={t.way}
        value={data.runsUnit ? 'page' : undefined}
        required
        options={[
          { value: 'page', label: t.wayPage },
          { value: 'paper', label: t.wayPaper },
          { value: 'phone', label: t.wayPhone },
        ]}
      />
      <ReviewFields />
    </Form>
  )
}
