import { makeSetUpLink } from '#app/modules/people/accounts/make-set-up-link.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { to, urls } from '#app/urls.ts'
import type { Asked } from './command.ts'
import { asOperator, noStreet } from './database.ts'

/** Prints the link by which the first street is opened. It works once and for a day. */
export async function offerSetUp(
  database: Database,
  { config, t, print }: Pick<Asked, 'config' | 't' | 'print'>,
): Promise<void> {
  const { token } = await asOperator(database, noStreet, makeSetUpLink)
  const origin = config.publicOrigin ?? `http://localhost:${config.port}`
  print(t.setUpLink(`${origin}${to(urls.setUp, null, { token })}`))
}
