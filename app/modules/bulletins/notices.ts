import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { readersOf } from './access.ts'
import { findBulletin, partsOf, whoseTurn } from './queries.ts'
import { readingOf } from './rules.ts'

/** Whoever can take the next step hears that a bulletin waits: readers, or the office that publishes. */
export async function tellNextReaders(ctx: Context, fact: Fact): Promise<void> {
  const bulletin = found(await findBulletin(ctx, fact.subjectId))
  const step = readingOf(bulletin.status)
  if (!step && bulletin.status !== 'ready') return
  const readers = step ? await whoseTurn(ctx, bulletin, readersOf(step)) : null
  await tell(ctx, {
    personIds: readers ? readers.map(({ id }) => id) : await holdersOf(ctx, officeRoles),
    name: step ? 'bulletin.waits' : 'bulletin.isReady',
    factId: fact.id,
    link: to(urls.bulletin, { bulletinId: bulletin.id }),
    urgency: 'digest',
    details: { title: bulletin.title, step },
  })
}

/** Who wrote hears that it came back, and what is to be changed. */
export async function tellWriters(ctx: Context, fact: Fact): Promise<void> {
  const bulletin = found(await findBulletin(ctx, fact.subjectId))
  const parts = await partsOf(ctx, bulletin.id)
  await tell(ctx, {
    personIds: parts.filter(({ part }) => part === 'writer').map(({ personId }) => personId),
    name: 'bulletin.cameBack',
    factId: fact.id,
    link: to(urls.bulletin, { bulletinId: bulletin.id }),
    urgency: 'soon',
    details: { title: bulletin.title, words: fact.reason ?? '' },
  })
}

/** Everyone who wrote or read it hears that a bulletin is out. */
export async function tellOfPublication(ctx: Context, fact: Fact): Promise<void> {
  const bulletin = found(await findBulletin(ctx, fact.subjectId))
  const parts = await partsOf(ctx, bulletin.id)
  await tell(ctx, {
    personIds: parts.map(({ personId }) => personId),
    name: 'bulletin.isOut',
    factId: fact.id,
    link: to(urls.newsItem, { bulletinId: bulletin.id }, { street: ctx.street }),
    urgency: 'digest',
    details: { title: bulletin.title },
  })
}

/** Someone whom a bulletin would tell of, or show, is asked. */
export async function askThem(ctx: Context, fact: Fact): Promise<void> {
  const bulletin = found(await findBulletin(ctx, fact.subjectId))
  const { personId, personIds } = fact.details as { personId?: string; personIds?: string[] }
  await tell(ctx, {
    personIds: personIds ?? found(personId ? [personId] : null),
    name: 'bulletin.asksToTell',
    factId: fact.id,
    link: to(urls.bulletinAsked, { bulletinId: bulletin.id }),
    urgency: 'digest',
    details: { title: bulletin.title },
  })
}
