import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importDivisions } from '#app/modules/organisation/import-divisions.ts'
import { openStreet } from '#app/modules/organisation/open-street.ts'
import { type Context, system } from '#app/platform/context.ts'
import { type Database, inStreet } from '#app/platform/database/connection.ts'
import { root } from '#app/platform/root.ts'
import { streetCode } from './content/places.ts'

/** Fills an empty database with the demo street as it stands at this moment. */
export async function loadDemo(database: Database, now: Date): Promise<void> {
  const bytes = await readFile(join(root, 'demo/data/nantong-divisions.csv'))
  await inStreet(database, streetCode, async (tx) => {
    const ctx: Context = { street: streetCode, now, actor: system, onBehalfOf: null, tx }
    await importDivisions(ctx, { bytes })
    await openStreet(ctx, { code: String(streetCode), nameEn: 'Qinzao Street' })
  })
}
