import { readFile } from 'node:fs/promises'
import { importDivisions } from '#app/modules/organisation/import-divisions.ts'
import { StartError } from '#app/platform/start-error.ts'
import type { Asked } from './command.ts'
import { asOperator, noStreet, withDatabase } from './database.ts'

/** `hearth import divisions <file>`: brings in a file of the administrative divisions. */
export async function importFile({ config, given, t, print }: Asked): Promise<void> {
  if (given['what'] !== 'divisions') throw new StartError(t.importWhat(given['what']!))
  const bytes = await readGiven(given['file']!, t.unreadableFile)
  const counts = await withDatabase(config, (database) =>
    asOperator(database, noStreet, (ctx) => importDivisions(ctx, { bytes })),
  )
  print(t.imported(counts.added, counts.changed, counts.kept))
}

async function readGiven(file: string, sentence: (file: string, why: string) => string) {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new StartError(sentence(file, (cause as NodeJS.ErrnoException).code ?? ''), { cause })
  }
}
