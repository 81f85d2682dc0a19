import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, listEndpoint } from '#app/platform/http/endpoint.ts'
import { AnswerCards, answerCards } from './answer-cards.ts'
import { ChooseRecall, chooseRecall } from './choose-recall.ts'
import { FlagQuestion, flagQuestion } from './flag-question.ts'
import { cardsToday } from './queries.ts'

const Line = z.object({ zh: z.string(), en: z.string() })
/** A card as it is asked; what is right stays here. */
const Card = z.object({
  id: z.uuid(),
  courseId: z.uuid(),
  title: z.string(),
  titleEn: z.string(),
  question: z.object({
    kind: z.string(),
    words: z.string(),
    wordsEn: z.string(),
    choices: z.array(Line),
  }),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/recall',
    summary: 'One’s own recall cards of today, five at most',
    query: z.object({}),
    output: Card,
    run: async (ctx) => (await cardsToday(ctx, found(ctx.actor.personId))).cards,
  }),
  commandEndpoint({
    path: '/recall/answer',
    summary: 'Answer recall cards, for oneself or on someone’s behalf',
    input: AnswerCards.omit({ link: true }),
    output: z.object({ reviews: z.array(z.object({ id: z.uuid(), correct: z.boolean() })) }),
    run: (ctx, { input }) => answerCards(ctx, input),
  }),
  commandEndpoint({
    path: '/recall/flag',
    summary: 'Say that a card was never learned or is wrong',
    input: FlagQuestion.omit({ link: true }),
    output: z.object({}),
    run: (ctx, { input }) => flagQuestion(ctx, input),
  }),
  commandEndpoint({
    path: '/recall/choose',
    summary: 'Pause recall, or go on; with a word once a week or without',
    input: ChooseRecall,
    output: z.object({}),
    run: (ctx, { input }) => chooseRecall(ctx, input),
  }),
]
