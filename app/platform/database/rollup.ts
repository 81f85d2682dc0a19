import { sql } from 'kysely'
import type { Tx } from './connection.ts'

/**
 * Reads, within a transaction, as the role that sees across streets: only the few tables and
 * columns that are open to it, and no person's. Afterwards the transaction is the street's again.
 */
export async function acrossStreets<T>(tx: Tx, read: (tx: Tx) => Promise<T>): Promise<T> {
  await sql`set local role hearth_rollup`.execute(tx)
  const answer = await read(tx)
  await sql`set local role hearth_app`.execute(tx)
  return answer
}
