import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { day, later } from '#app/platform/time.ts'
import { isProgram } from '../access.ts'

const keptFor = day

/** Forgets the lists of people that were sent more than a day ago, entered or not. */
export async function forgetPeopleFiles(ctx: Context): Promise<void> {
  authorise(isProgram(ctx.actor))
  await ctx.tx
    .deleteFrom('peopleImport')
    .where('streetId', '=', ctx.street)
    .where('madeAt', '<', later(ctx.now, -keptFor))
    .execute()
}
