import pg from 'pg'
import { StartError } from '#app/platform/start-error.ts'
import { loadDemo } from '#demo/load.ts'
import type { Asked } from './command.ts'
import { withDatabase } from './database.ts'
import { beginDemo, fillingOf, finishDemo } from './demo.ts'

/** `hearth load-demo`: fills an empty database with the demo street, up to the present day. */
export async function loadTheDemo({ config, t, print }: Asked): Promise<void> {
  await withDatabase(config, async (database) => {
    const client = new pg.Client(database.address)
    await client.connect()
    try {
      if ((await fillingOf(client)) === 'something') throw new StartError(t.notEmpty)
      await beginDemo(client)
      await loadDemo(database, new Date())
      await finishDemo(client)
    } finally {
      await client.end()
    }
  })
  print(t.demoLoaded)
}
