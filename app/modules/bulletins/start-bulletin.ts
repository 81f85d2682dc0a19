import { z } from 'zod'
import { findSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { languages } from '#app/platform/language.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { sayDays } from '#app/ui/dates.ts'
import { mayWriteBulletins } from './access.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { thingsGivenOut } from './queries.ts'
import { tokenOf } from './rules.ts'

const words = { zh, en }

export const StartBulletin = z.strictObject({
  seasonId: z.uuid(),
  language: z.enum(languages),
  title: text(80),
})

/** A correspondent starts a bulletin with a first draft of the season's records, to be made their own. */
export async function startBulletin(ctx: Context, input: z.infer<typeof StartBulletin>) {
  const season = found(await findSeason(ctx, input.seasonId))
  const strands = await strandsOf(ctx, season.id)
  const things = await thingsGivenOut(ctx, season)
  authorise(mayWriteBulletins(ctx.actor))
  const writer = found(ctx.actor.personId)
  const { language } = input
  const body = words[language].draft({
    season: nameIn(language, season),
    days: sayDays(season.startsOn, season.endsOn, language, ctx.now),
    strands: strands.map((strand) => nameIn(language, strand)),
    given: things.map((thing) => ({ thing, token: tokenOf({ name: 'thingsGivenOut', thing }) })),
  })
  const bulletin = await ctx.tx
    .insertInto('bulletin')
    .values({
      streetId: ctx.street,
      id: newId(),
      number: await nextNumber(ctx, 'bulletin'),
      seasonId: season.id,
      language,
      title: input.title,
      body,
      writtenBy: writer,
      madeAt: ctx.now,
      changedBy: writer,
      changedAt: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'bulletin.started', bulletin.id)
  return bulletin
}
