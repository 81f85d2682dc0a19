import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optionalText, text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { dayOf } from '#app/platform/time.ts'
import { tokensOf } from '../needs/queries.ts'
import { masked, whyNotMadeMatter } from '../needs/rules.ts'
import { mayPublish } from './access.ts'
import { partsIn, whyNotPublished } from './rules.ts'

/** One value or several of one name, as boxes send them. */
const several = (value: unknown) =>
  value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]

export const PublishMatter = z.strictObject({
  needIds: z.preprocess(several, z.array(z.uuid()).min(1).max(20)),
  title: text(60),
  titleEn: optionalText(120),
  doneWhen: text(300),
  risk: optionalText(300),
  landmark: optionalText(60),
  topics: z.preprocess(several, z.array(z.string().max(40)).max(10)),
  hands: wholeNumber(1, 50),
  costYuan: wholeNumber(0, 100_000),
  byOn: dayInput,
  /** The names of its parts, one a line, where several branches should share it. */
  parts: optionalText(200),
})

/** The office makes one matter of one need or of several that are alike, for branches to take on. */
export async function publishMatter(ctx: Context, input: z.infer<typeof PublishMatter>) {
  const needs = await ctx.tx
    .selectFrom('need')
    .select(['id', 'status', 'communityId', 'category'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', sql<string>`any(${input.needIds}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  found(needs.length === new Set(input.needIds).size ? needs : null)
  const first = found(needs.find(({ id }) => id === input.needIds[0]))
  const parts = partsIn(masked(input.parts).words)
  authorise(mayPublish(ctx.actor))
  for (const need of needs) refuseIf(whyNotMadeMatter(need, first))
  refuseIf(whyNotPublished({ byOn: input.byOn, parts }, dayOf(ctx.now)))
  const shown = {
    title: masked(input.title),
    titleEn: masked(input.titleEn),
    doneWhen: masked(input.doneWhen),
    risk: masked(input.risk),
    landmark: masked(input.landmark),
  }
  const matter = { id: newId(), number: await nextNumber(ctx, 'matter') }
  await ctx.tx
    .insertInto('matter')
    .values({
      streetId: ctx.street,
      ...matter,
      title: shown.title.words,
      titleEn: shown.titleEn.words,
      doneWhen: shown.doneWhen.words,
      risk: shown.risk.words,
      landmark: shown.landmark.words,
      category: first.category,
      communityId: first.communityId,
      tokens: await tokensOf(shown.title.words, shown.doneWhen.words),
      topics: input.topics,
      hands: input.hands,
      costYuan: input.costYuan,
      byOn: input.byOn,
      parts,
      status: 'open',
      publishedBy: found(ctx.actor.personId),
      publishedAt: ctx.now,
    })
    .execute()
  await sql`
    update need set status = 'matter', matter_id = ${matter.id}, triaged_at = ${ctx.now}
    where street_id = ${ctx.street} and id = any(${input.needIds}::uuid[])`.execute(ctx.tx)
  await record(ctx, 'matter.published', matter.id)
  return { ...matter, masked: Object.values(shown).some((each) => each.found) }
}
