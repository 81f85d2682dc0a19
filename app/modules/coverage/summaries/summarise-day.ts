import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { dayOf } from '#app/platform/time.ts'
import { maySummarise } from './access.ts'
import { figuresOf } from './queries.ts'

/** Writes down how far the street's season has come today; run again, the day's figures are renewed. */
export async function summariseDay(ctx: Context): Promise<void> {
  const season = await currentSeason(ctx)
  authorise(maySummarise(ctx.actor))
  if (!season) return
  const figures = await figuresOf(ctx, season)
  const row = {
    seasonName: season.name,
    seasonNameEn: season.nameEn,
    ...figures,
    madeAt: ctx.now,
  }
  await ctx.tx
    .insertInto('dailySummary')
    .values({ streetId: ctx.street, day: dayOf(ctx.now), ...row })
    .onConflict((conflict) => conflict.columns(['streetId', 'day']).doUpdateSet(row))
    .execute()
}
