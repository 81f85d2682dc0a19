import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { importDivisions } from '#app/modules/organisation/import-divisions.ts'
import { findStreet } from '#app/modules/organisation/queries.ts'
import { importPeople } from '#app/modules/people/imports/import-people.ts'
import { keepPeopleFile } from '#app/modules/people/imports/keep-people-file.ts'
import type { Context } from '#app/platform/context.ts'
import { StartError } from '#app/platform/start-error.ts'
import type { Asked } from './command.ts'
import { streetOf } from './create-admin.ts'
import { asOperator, noStreet, withDatabase } from './database.ts'

/** `hearth import divisions|people <file>`: brings in a file of divisions, or of a street's people. */
export async function importFile({ config, given, t, print }: Asked): Promise<void> {
  const { what, file, street } = given
  if (what !== 'divisions' && what !== 'people') throw new StartError(t.importWhat(what!))
  if (what === 'people' && street === undefined) throw new StartError(t.whichStreet)
  const bytes = await readGiven(file!, t.unreadableFile)
  await withDatabase(config, async (database) => {
    if (what === 'divisions') {
      const bringIn = (ctx: Context) => importDivisions(ctx, { bytes })
      const { added, changed, kept } = await asOperator(database, noStreet, bringIn)
      return print(t.imported(added, changed, kept))
    }
    const { added, known } = await asOperator(
      database,
      streetOf(street!, t.badStreet),
      async (ctx) => {
        if (!(await findStreet(ctx, ctx.street))) throw new StartError(t.badStreet(street!))
        const { importId } = await keepPeopleFile(ctx, { bytes, fileName: basename(file!) })
        return importPeople(ctx, { importId, onlyGood: false })
      },
    )
    print(t.peopleImported(added, known))
  })
}

async function readGiven(file: string, sentence: (file: string, why: string) => string) {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new StartError(sentence(file, (cause as NodeJS.ErrnoException).code ?? ''), { cause })
  }
}
