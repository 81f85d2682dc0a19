import { found } from '#app/platform/errors.ts'
import { action, page, type Shown } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { GiveReview, giveReview } from '../give-review.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { openReviewLink, type ReviewedOrder } from '../queries.ts'
import { whyNotReviewed } from '../rules.ts'
import { ReviewFields } from './review-form.tsx'

const words = { zh, en }
const ByLink = GiveReview.pick({ level: true, asOrdered: true, words: true })

type Data = { token: string; over: boolean; order: ReviewedOrder }

/**
 * What was sent to who ordered a talk: a review of it without a sign-in. The page names no person and
 * leads nowhere else; whoever was forwarded the link can say what that unit thought, once.
 */
export const reviewLinkPage = page<Data>({
  open: true,
  title: (_, language) => words[language].title,
  async load(ctx, { params }) {
    const token = params['token']!
    return { token, ...found(await openReviewLink(ctx, token)) }
  },
  actions: {
    give: action(ByLink, async (ctx, input, { params }) => {
      const link = params['token']!
      const { order } = found(await openReviewLink(ctx, link))
      await giveReview(ctx, {
        ...input,
        orderId: order.id,
        unitId: order.unitId,
        way: 'page',
        link,
      })
      return { to: to(urls.reviewLink, { token: link }) }
    }),
  },
  view: (shown) => <ReviewLink {...shown} />,
})

function ReviewLink({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const title = useTitle()(data.order)
  const { order, token } = data
  const unit = order.units.find(({ id }) => id === order.unitId)
  const unitIds = order.units.map(({ id }) => id)
  const refused = whyNotReviewed({ ...order, unitIds }, order.unitId)
  if (unit?.reviewed)
    return (
      <>
        <PageHead over={title} title={t.thanks} />
        <Empty>{t.thanksText}</Empty>
      </>
    )
  if (data.over || refused)
    return (
      <>
        <PageHead over={title} title={data.over ? t.linkOver : t.linkNotYet} />
        <Empty
          action={<LinkButton href={to(urls.review, { orderId: order.id })}>{t.signIn}</LinkButton>}
        >
          {data.over ? t.linkOverText : reason(refused!)}
        </Empty>
      </>
    )
  return (
    <>
      <PageHead over={t.linkFor(unit?.name ?? '')} title={title} lead={t.linkLead} />
      {order.heldOn && (
        <p class="quietly">
          <Time at={order.heldOn} now={visit.now} />
        </p>
      )}
      <Form
        action={to(urls.reviewLink, { token }, { do: 'give' })}
        formKey={formKey}
        state={form('give')}
        id="review"
      >
        <ReviewFields />
      </Form>
      <p class="quietly">{t.lead}</p>
    </>
  )
}
