import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { actFor } from '#app/modules/people/act-for.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { Whose } from './answer-cards.ts'
import { lockCards, openLink } from './queries.ts'
import { whyNotOpened } from './rules.ts'

export const FlagQuestion = z.strictObject({
  cardId: z.uuid(),
  kind: z.enum(['never_learned', 'wrong']),
  words: optionalText(500),
  ...Whose,
})

/** "I never learned this", "this question is wrong": the card is set aside and the author hears of it. */
export async function flagQuestion(
  ctx: Context,
  input: z.infer<typeof FlagQuestion>,
): Promise<void> {
  const opened = input.link === undefined ? null : found(await openLink(ctx, input.link))
  authorise(opened !== null || isSignedIn(ctx.actor))
  const personId = opened ? opened.personId : (input.personId ?? found(ctx.actor.personId))
  if (!opened) await actFor(ctx, personId)
  refuseIf(opened && whyNotOpened(opened, [input.cardId]))
  const [card] = await lockCards(ctx, personId, [input.cardId])
  const { question } = found(card)
  refuseIf(card!.setAsideAt ? 'recall.setAside' : null)
  await ctx.tx
    .insertInto('questionFlag')
    .values({
      streetId: ctx.street,
      id: newId(),
      questionId: question.id,
      questionVersionId: question.versionId,
      cardId: input.cardId,
      personId,
      kind: input.kind,
      words: input.words,
      madeAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('recallCard')
    .set({ setAsideAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', input.cardId)
    .execute()
  await record(forPerson(ctx, personId), 'question.flagged', question.id, {
    details: { kind: input.kind },
  })
}
