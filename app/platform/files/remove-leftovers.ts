import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { day, later } from '../time.ts'
import { bytesIn, pathOf } from './disk.ts'
import { bytesLock } from './keep-file.ts'
import { uploadsFolder } from './uploads.ts'

/** How long a file may wait for something to refer to it, and an upload for the form it belongs to. */
const patience = 2 * day

/**
 * Removes what nobody uses: uploads that were not finished or not used, bytes without a row, and
 * then rows to which nothing refers, whose bytes go the next time. So a backup that is being taken
 * meanwhile still finds the bytes of every row it has.
 */
export async function removeLeftovers(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${bytesLock}, ${ctx.street})`.execute(ctx.tx)
  await removeUploads(ctx)
  await removeBytes(ctx)
  await removeRows(ctx)
}

async function removeUploads(ctx: Context): Promise<void> {
  const folder = uploadsFolder(ctx.files, ctx.street)
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    if (await isOlder(path, ctx.now)) await rm(path, { force: true })
  }
}

async function removeBytes(ctx: Context): Promise<void> {
  const { hashes, parts } = await bytesIn(ctx.files, ctx.street)
  const rows = await ctx.tx
    .selectFrom('file')
    .select('sha256')
    .where('streetId', '=', ctx.street)
    .execute()
  const used = new Set(rows.map(({ sha256 }) => sha256))
  const left = hashes.filter((hash) => !used.has(hash))
  for (const name of [...left, ...parts]) await rm(pathOf(ctx.files, ctx.street, name))
}

async function isOlder(path: string, now: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && later(found.mtime, patience) < now
}

/** What refers to files is known to the database: every foreign key to their table. */
async function removeRows(ctx: Context): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select k.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
    where k.contype = 'f' and k.confrelid = 'file'::regclass`.execute(ctx.tx)
  const unused: RawBuilder<boolean>[] = rows.map(
    ({ table, column }) => sql<boolean>`not exists (
      select from ${sql.table(table)} r where r.street_id = f.street_id and r.${sql.ref(column)} = f.id)`,
  )
  const all = [sql<boolean>`f.made_at < ${later(ctx.now, -patience)}`, ...unused]
  await sql`delete from file f where f.street_id = ${ctx.street} and ${sql.join(all, sql` and `)}`.execute(
    ctx.tx,
  )
}
