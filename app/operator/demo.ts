import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import pg from 'pg'
import type { Address } from '#app/platform/database/connection.ts'
import { StartError } from '#app/platform/start-error.ts'
import type { Asked } from './command.ts'

/** What stands on the table of streets while the demo is loaded, so that half of it is known. */
const mark = 'the demo is being loaded'

export type Filling = 'empty' | 'half a demo' | 'something'

/** What the database holds. */
export async function fillingOf(client: pg.Client): Promise<Filling> {
  const { rows } = await client.query<{ mark: string | null; something: boolean }>(`
    select obj_description('street'::regclass) as mark,
      exists (select from street) or exists (select from division) as something`)
  const { mark: found, something } = rows[0]!
  if (found === mark) return 'half a demo'
  return something ? 'something' : 'empty'
}

/** Empties every table, which is done only to what the demo itself has left. */
export async function beginDemo(client: pg.Client): Promise<void> {
  await client.query(`comment on table street is '${mark}'`)
  const { rows } = await client.query<{ name: string }>(`
    select format('%I', c.relname) as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'`)
  await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`)
}

export async function finishDemo(client: pg.Client): Promise<void> {
  await client.query('analyze')
  await client.query('comment on table street is null')
}

/**
 * Loads the demo into an empty database, and again where a loading was cut short. It is done by a
 * process of its own, because the dictionaries it needs would stay in the memory of this one.
 */
export async function ensureDemo(
  address: Address,
  { t, complain }: Asked,
  closers: (() => Promise<void>)[],
): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  const filling = await fillingOf(client)
  await client.end()
  if (filling === 'something') return
  complain(t.loadingDemo)
  const loader = spawn(process.execPath, [process.argv[1]!, 'load-demo'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exit = once(loader, 'exit')
  closers.push(() => stopLoader(loader))
  const [code] = await exit
  if (code !== 0) throw new StartError(t.demoFailed)
}

async function stopLoader(loader: ChildProcess): Promise<void> {
  if (loader.exitCode !== null || loader.signalCode !== null) return
  const exit = once(loader, 'exit')
  loader.kill('SIGKILL')
  await exit
}
