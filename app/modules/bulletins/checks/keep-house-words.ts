import { z } from 'zod'
import { topUnit } from '#app/modules/organisation/queries.ts'
import { mayRunOffice } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'

const most = 300

export const KeepHouseWords = z.strictObject({
  /** A word on each line and, after a space, what is written instead. */
  words: optionalText(20_000),
})

/** The office keeps the list of words that its bulletins do not use. */
export async function keepHouseWords(ctx: Context, input: z.infer<typeof KeepHouseWords>) {
  const street = await topUnit(ctx)
  authorise(mayRunOffice(ctx.actor))
  const rows = new Map(
    input.words
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(0, most)
      .map((line) => {
        const [word = '', ...instead] = line.split(/[\s\u3000]+/)
        return [word.slice(0, 40), instead.join(' ').slice(0, 40)] as const
      }),
  )
  await ctx.tx.deleteFrom('houseWord').where('streetId', '=', ctx.street).execute()
  if (rows.size > 0)
    await ctx.tx
      .insertInto('houseWord')
      .values([...rows].map(([word, instead]) => ({ streetId: ctx.street, word, instead })))
      .execute()
  await record(ctx, 'houseWords.kept', street!.id, { details: { words: rows.size } })
}
