import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import {
  findPost,
  findServer,
  findShift,
  type PostRow,
  runnersOf,
  serversAmong,
} from './queries.ts'
import { nameToTell } from './rules.ts'

function aboutPost(post: PostRow) {
  return { title: post.title, titleEn: post.titleEn, place: post.place, unit: post.unitName }
}

/**
 * Who runs the post hears of someone to look at; a child's guardians hear that they are asked for
 * their consent.
 */
export async function tellOfServing(ctx: Context, fact: Fact): Promise<void> {
  const post = found(await findPost(ctx, fact.subjectId))
  const person = found(await findServer(ctx, fact.details['personId']))
  if (fact.details['state'] === 'waiting')
    await tell(ctx, {
      personIds: await runnersOf(ctx, post),
      name: 'serving.asked',
      factId: fact.id,
      details: { ...aboutPost(post), person: nameToTell(person, ctx.now) },
      link: to(urls.post, { postId: post.id }),
      urgency: 'digest',
    })
  if (post.teamId === null) return
  await tell(ctx, {
    personIds: person.guardianIds,
    name: 'consent.asked',
    factId: fact.id,
    details: { ...aboutPost(post), person: person.name },
    link: to(urls.serviceConsents),
    urgency: 'soon',
  })
}

/** After the first look the office hears; after the second, or a no, the person does. */
export async function tellOfVetting(ctx: Context, fact: Fact): Promise<void> {
  const post = found(await findPost(ctx, fact.subjectId))
  const person = found(await findServer(ctx, fact.details['personId']))
  const vetted = fact.details['state'] === 'vetted'
  await tell(ctx, {
    personIds: vetted ? await holdersOf(ctx, officeRoles) : [person.id],
    name: vetted
      ? 'serving.vetted'
      : fact.name === 'serving.declined'
        ? fact.name
        : 'serving.approved',
    factId: fact.id,
    details: { ...aboutPost(post), person: nameToTell(person, ctx.now) },
    link: to(urls.post, { postId: post.id }),
    urgency: 'soon',
  })
}

/** Everyone who would have come, and the guardians of children, hear that a shift is called off. */
export async function tellOfCancelledShift(ctx: Context, fact: Fact): Promise<void> {
  const shift = found(await findShift(ctx, fact.subjectId))
  const people = await serversAmong(ctx, fact.details['personIds'])
  await tell(ctx, {
    personIds: people.flatMap(({ id, guardianIds }) => [id, ...guardianIds]),
    name: 'shift.cancelled',
    factId: fact.id,
    details: {
      title: shift.title,
      titleEn: shift.titleEn,
      start: shift.during.start,
      end: shift.during.end,
      place: shift.place,
      reason: fact.reason ?? '',
    },
    link: to(urls.post, { postId: shift.postId }),
    urgency: 'soon',
  })
}
