import { z } from 'zod'
import { findSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { languages } from '#app/platform/language.ts'
import { sayDays } from '#app/ui/dates.ts'
import { mayWriteBulletins } from './access.ts'
import { beginBulletin } from './begin-bulletin.ts'
import { choicesOf, valuesOf } from './figures/queries.ts'
import { countedOf, type Figure, plainFigures } from './figures/rules.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { veteransAtHome } from './quotes/queries.ts'
import { draftTokens } from './rules.ts'

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
  const asking = { season, bulletinId: null }
  const choices = await choicesOf(ctx, asking)
  const counted: Figure[] = [
    ...plainFigures.map((name) => ({ name, thing: null })),
    ...countedOf.flatMap(([name, of]) =>
      choices.filter((each) => each.of === of).map(({ thing }) => ({ name, thing })),
    ),
  ]
  const values = await valuesOf(ctx, asking, counted)
  const veterans = await veteransAtHome(ctx, season)
  authorise(mayWriteBulletins(ctx.actor))
  const { language, title } = input
  const body = words[language].draft({
    season: nameIn(language, season),
    days: sayDays(season.startsOn, season.endsOn, language, ctx.now),
    strands: strands.map((strand) => nameIn(language, strand)),
    veterans,
    choices,
    ...draftTokens(values),
  })
  const seasonId = season.id
  const begun = { seasonId, language, title, body, correctsId: null }
  const bulletin = await beginBulletin(ctx, begun)
  const { id } = bulletin
  const streetId = ctx.street
  if (veterans.length > 0)
    await ctx.tx
      .insertInto('bulletinPerson')
      .values(veterans.map(({ personId, name }) => ({ streetId, bulletinId: id, personId, name })))
      .execute()
  await record(ctx, 'bulletin.started', id)
  return bulletin
}
