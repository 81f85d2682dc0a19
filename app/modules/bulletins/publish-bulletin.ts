import { sql } from 'kysely'
import { z } from 'zod'
import { findSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { mayPublish } from './access.ts'
import { checksFor, grownUpToday } from './checks/queries.ts'
import { isHard } from './checks/rules.ts'
import { freezable } from './figures/queries.ts'
import { figuresIn } from './figures/rules.ts'
import { lockBulletin } from './queries.ts'
import { whyNotPublished } from './rules.ts'

export const PublishBulletin = z.strictObject({
  bulletinId: z.uuid(),
  version: wholeNumber(1, 1_000_000),
})

/**
 * The office publishes a bulletin that everyone has read. Each figure is frozen with the records
 * behind it, and its pictures and people are out only together with the consents they need.
 */
export async function publishBulletin(ctx: Context, input: z.infer<typeof PublishBulletin>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  const season = found(await findSeason(ctx, bulletin.seasonId))
  const [stopped] = (await checksFor(ctx, { ...bulletin, season })).filter(isHard)
  authorise(mayPublish(ctx.actor))
  refuseIf(whyNotPublished(bulletin, input.version))
  if (stopped) throw new Refused(stopped.kind, stopped)
  const { street: streetId, now } = ctx
  const { id: bulletinId, version, round } = bulletin
  await ctx.tx
    .insertInto('bulletinPublication')
    .values({
      streetId,
      bulletinId,
      version,
      round,
      publishedBy: found(ctx.actor.personId),
      publishedAt: now,
    })
    .execute()
  await freezeFigures(ctx, { bulletinId, season }, bulletin.body)
  await putOut(ctx, bulletinId)
  await record(ctx, 'bulletin.published', bulletinId, { details: { version } })
}

/** Writes down each figure with its value and the records that it counted. */
async function freezeFigures(
  ctx: Context,
  asking: { bulletinId: string; season: NonNullable<Awaited<ReturnType<typeof findSeason>>> },
  body: string,
): Promise<void> {
  const figures = figuresIn(body)
  if (figures.length === 0) return
  const frozen = freezable(ctx, asking, figures)
  // A person's name stays with the person, so that it goes when the person does.
  await sql`
    with frozen as materialized (${frozen}), figure as (
      insert into frozen_figure (street_id, bulletin_id, figure, value)
      select ${ctx.street}, ${asking.bulletinId}, figure, coalesce(sum(pieces), 0)
      from frozen group by figure)
    insert into figure_record (street_id, bulletin_id, figure, position, kind, record_id, label, label_en,
      place, at, pieces)
    select ${ctx.street}, ${asking.bulletinId}, figure,
      row_number() over (partition by figure order by at nulls last, label, id), kind, id,
      case when kind = 'person' then '' else label end, label_en, place, at, pieces
    from frozen where id is not null`.execute(ctx.tx)
}

/** Turns the bulletin and everything that belongs to it out, in one statement: all of it or nothing. */
async function putOut(ctx: Context, bulletinId: string): Promise<void> {
  const { street } = ctx
  const grown = grownUpToday(ctx)
  await sql`
    with shown as (
      update picture_person shown set published = true, adult = ${grown(sql`shown.person_id`)}, consent_id = (
        select id from consent where street_id = ${street} and person_id = shown.person_id
          and purpose = 'picture' and subject_id = shown.picture_id and active)
      where shown.street_id = ${street} and shown.picture_id in (
        select id from bulletin_picture where street_id = ${street} and bulletin_id = ${bulletinId})
    ), pictures as (
      update bulletin_picture set published = true
      where street_id = ${street} and bulletin_id = ${bulletinId}
    ), told as (
      update bulletin_person told set published = true, adult = ${grown(sql`told.person_id`)}, consent_id = (
        select id from consent where street_id = ${street} and person_id = told.person_id
          and purpose = 'story' and subject_id = ${bulletinId} and active)
      where told.street_id = ${street} and told.bulletin_id = ${bulletinId}
    )
    update bulletin set published = true, status = 'published'
    where street_id = ${street} and id = ${bulletinId}`.execute(ctx.tx)
}
