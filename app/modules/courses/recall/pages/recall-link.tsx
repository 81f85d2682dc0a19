import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import { action, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { answerCards } from '../answer-cards.ts'
import { flagQuestion } from '../flag-question.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { cardsToday, openLink, reviewGiven, type WaitingCard } from '../queries.ts'
import { CardToAnswer, Given, type Review } from './card.tsx'
import { OneAnswer, OneFlag } from './recall.tsx'

const words = { zh, en }
const tokenOf = ({ params }: Visit) => params['token']!

type Data = { token: string; over: boolean; cards: WaitingCard[]; review: Review | null }

/**
 * The cards of a weekly word, answered without a sign-in. The page names nobody and leads nowhere
 * else: whoever was forwarded the link can answer these cards, and that is all.
 */
export const recallLinkPage = page<Data>({
  open: true,
  title: (_, language) => words[language].title,
  async load(ctx, visit) {
    const opened = found(await openLink(ctx, tokenOf(visit)))
    const { over, personId, cardIds } = opened
    const given = z.uuid().safeParse(visit.query.get('given')).data
    const review = over || given === undefined ? undefined : await reviewGiven(ctx, given, personId)
    return {
      token: tokenOf(visit),
      over,
      cards: over ? [] : (await cardsToday(ctx, personId, cardIds)).cards,
      review: review && cardIds.includes(review.cardId) ? review : null,
    }
  },
  actions: {
    answer: action(OneAnswer, async (ctx, input, visit) => {
      const link = tokenOf(visit)
      const { reviews } = await answerCards(ctx, { answers: [input], link })
      return { to: to(urls.recallLink, { token: link }, { given: reviews[0]!.id }) }
    }),
    flag: action(OneFlag, async (ctx, input, visit) => {
      await flagQuestion(ctx, { ...input, link: tokenOf(visit) })
      return { to: to(urls.recallLink, { token: tokenOf(visit) }), done: 'recall.flagged' }
    }),
  },
  view: (shown) => <RecallLink {...shown} />,
})

function RecallLink({ data, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const here = { token: data.token }
  const at = (name: string) => to(urls.recallLink, here, { do: name })
  const [card] = data.cards
  const signIn = (
    <LinkButton href={to(urls.signIn, null, { from: urls.recall })}>{t.signIn}</LinkButton>
  )
  if (data.over)
    return (
      <>
        <PageHead title={t.linkOver} />
        <Empty action={signIn}>{t.linkOverText}</Empty>
      </>
    )
  return (
    <>
      <PageHead title={t.title} lead={t.linkLead} />
      {data.review && !form('answer').refusal ? (
        <Given review={data.review} next={card ? to(urls.recallLink, here) : null} />
      ) : card ? (
        <>
          <p>{t.left(data.cards.length)}</p>
          <CardToAnswer card={card} at={at} form={form} formKey={formKey} />
        </>
      ) : (
        <Empty>{t.linkDone}</Empty>
      )}
    </>
  )
}
