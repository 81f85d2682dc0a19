import { authorise, found } from '#app/platform/errors.ts'
import { page, type Shown } from '#app/platform/http/page.ts'
import { PageHead } from '#app/ui/page.tsx'
import { PackSheet } from '#app/ui/sheets.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayReviewFor } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { orderToReview, type ReviewedOrder } from '../queries.ts'
import { asOrderedAnswers, levels } from '../rules.ts'

const words = { zh, en }

/** The questions on paper, to be ticked after the talk and typed in by someone. */
export const reviewStripPage = page<{ order: ReviewedOrder }>({
  title: (_, language) => words[language].stripTitle,
  async load(ctx, { params }) {
    const order = found(await orderToReview(ctx, params['orderId']!))
    authorise(order.units.some((unit) => mayReviewFor(ctx.actor, unit.id)))
    return { order }
  },
  view: (shown) => <Strips {...shown} />,
})

function Strips({ data: { order } }: Shown<{ order: ReviewedOrder }>) {
  const t = useWords(words)
  return (
    <>
      <PageHead
        title={t.stripTitle}
        lead={t.stripHint}
        back={{ href: to(urls.review, { orderId: order.id }), label: t.stripBack }}
      />
      <PackSheet over={t.stripOver(order.number)} title={useTitle()(order)}>
        <p class="ruled">{t.stripUnit}</p>
        <h3>{t.level}</h3>
        <ul class="boxes">
          {levels.toReversed().map((level) => (
            <li key={level}>{t.levels[level]}</li>
          ))}
        </ul>
        <h3>{t.asOrderedAsk}</h3>
        <ul class="boxes">
          {asOrderedAnswers.map((answer) => (
            <li key={answer}>{t.asOrdered[answer]}</li>
          ))}
        </ul>
        <p class="ruled">{t.words}</p>
      </PackSheet>
    </>
  )
}
