import { findPerson } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findPost, findServer, runnersOf } from '../posts/queries.ts'
import { findPlace } from '../rota/queries.ts'
import { findCertificate } from './queries.ts'

/** Who served hears that it is confirmed, corrected or answered; a child's guardians hear it too. */
export async function tellOfRecord(ctx: Context, fact: Fact): Promise<void> {
  const post = found(await findPost(ctx, found(await findPlace(ctx, fact.subjectId)).postId))
  const person = found(await findServer(ctx, fact.details['personId']))
  await tell(ctx, {
    personIds: [person.id, ...person.guardianIds],
    name: fact.name,
    factId: fact.id,
    details: {
      title: post.title,
      titleEn: post.titleEn,
      minutes: fact.details['minutes'] ?? fact.details['to'] ?? 0,
      reason: fact.reason ?? '',
    },
    link: to(urls.serviceRecord, { personId: person.id }),
    urgency: 'digest',
  })
}

/** Who runs the post hears of a dispute to answer. */
export async function tellOfDispute(ctx: Context, fact: Fact): Promise<void> {
  const post = found(await findPost(ctx, found(await findPlace(ctx, fact.subjectId)).postId))
  await tell(ctx, {
    personIds: await runnersOf(ctx, post),
    name: 'service.disputed',
    factId: fact.id,
    details: { title: post.title, titleEn: post.titleEn },
    link: to(urls.serviceRecords),
    urgency: 'soon',
  })
}

/** Whose certificate it is hears that it is there, or that it is withdrawn and why. */
export async function tellOfCertificate(ctx: Context, fact: Fact): Promise<void> {
  const certificate = found(await findCertificate(ctx, fact.subjectId))
  const person = found(await findPerson(ctx, certificate.personId))
  await tell(ctx, {
    personIds: [person.id],
    name: fact.name,
    factId: fact.id,
    details: { number: certificate.number, reason: fact.reason ?? '' },
    link: to(urls.serviceRecord, { personId: person.id }),
    urgency: 'digest',
  })
}
