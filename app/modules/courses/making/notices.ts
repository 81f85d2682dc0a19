import { tell } from '#app/modules/people/tell.ts'
import { findSpeaker } from '#app/modules/talks/speakers/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { draftOf } from './queries.ts'

/** Whose words a course is made of hears of it, and is asked for their consent. */
export async function tellItsSpeaker(ctx: Context, fact: Fact): Promise<void> {
  const draft = await draftOf(ctx, fact.subjectId)
  const speaker = draft?.speakerId ? await findSpeaker(ctx, draft.speakerId) : undefined
  if (!draft || !speaker) return
  await tell(ctx, {
    personIds: [speaker.personId],
    name: 'course.started',
    factId: fact.id,
    details: { title: draft.title, titleEn: draft.titleEn },
    link: to(urls.course, { courseId: fact.subjectId }, { draft: 1 }),
    urgency: 'digest',
  })
}
