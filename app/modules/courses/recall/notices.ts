import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { signLink } from '#app/platform/signing.ts'
import { to, urls } from '#app/urls.ts'
import { findCourse, findQuestion } from '../making/queries.ts'

type Invite = { id: string; personId: string; cardIds: readonly string[]; expiresAt: Date }

/** Each person hears once that some cards are due; the link opens these and needs no sign-in. */
export async function tellOfCards(ctx: Context, invites: readonly Invite[]): Promise<void> {
  for (const invite of invites) {
    // one query a person: each has a link of their own
    const token = await signLink(ctx, 'recall', invite.id, invite.expiresAt)
    await tell(ctx, {
      personIds: [invite.personId],
      name: 'recall.due',
      factId: invite.id,
      details: { cards: invite.cardIds.length },
      link: to(urls.recallLink, { token }),
      urgency: 'digest',
    })
  }
}

/** The author of a course, or the office where the author is gone, hears of a word about a question. */
export async function tellAuthor(ctx: Context, fact: Fact): Promise<void> {
  const question = found(await findQuestion(ctx, fact.subjectId))
  const course = found(await findCourse(ctx, question.courseId))
  const makers = await holdersOf(ctx, [
    ...officeRoles,
    'organiser',
    'secretary',
    'staff',
    'correspondent',
  ])
  await tell(ctx, {
    personIds: makers.includes(course.madeBy) ? [course.madeBy] : await holdersOf(ctx, officeRoles),
    name: 'question.flagged',
    factId: fact.id,
    details: { kind: fact.details['kind'], number: course.number },
    link: to(urls.questionFlags),
    urgency: 'digest',
  })
}
