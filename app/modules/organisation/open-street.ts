import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { prepareLinks } from '#app/platform/signing.ts'
import { mayOpenStreets } from './access.ts'
import { findDivision, findStreet } from './queries.ts'
import { whyNotAStreet } from './rules.ts'

export const OpenStreet = z.strictObject({
  code: z.string().regex(/^\d{6,9}$/),
  nameEn: text(80),
})

/** The operator opens a division's street as a tenant, with its own unit at the top of the tree. */
export async function openStreet(ctx: Context, input: z.infer<typeof OpenStreet>) {
  const division = found(await findDivision(ctx, input.code))
  const opened = await findStreet(ctx, Number(input.code))
  authorise(mayOpenStreets(ctx.actor))
  refuseIf(whyNotAStreet(division, opened))
  const level = division.level === 'street' ? 'street' : 'district'
  await ctx.tx
    .insertInto('street')
    .values({
      streetId: ctx.street,
      name: division.name,
      nameEn: input.nameEn,
      level,
      openedAt: ctx.now,
    })
    .execute()
  const unitId = newId()
  await ctx.tx
    .insertInto('unit')
    .values({
      streetId: ctx.street,
      id: unitId,
      kind: level,
      name: division.name,
      divisionCode: division.code,
      ancestors: [unitId],
      madeAt: ctx.now,
    })
    .execute()
  await prepareLinks(ctx)
  await record(ctx, 'street.opened', unitId)
  return { streetId: ctx.street, unitId }
}
