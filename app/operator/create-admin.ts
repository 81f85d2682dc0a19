import { randomBytes } from 'node:crypto'
import { findStreet } from '#app/modules/organisation/queries.ts'
import {
  MakeFirstAdministrator,
  makeFirstAdministrator,
} from '#app/modules/people/accounts/make-first-administrator.ts'
import { parse } from '#app/platform/http/forms.ts'
import { StartError } from '#app/platform/start-error.ts'
import type { Asked } from './command.ts'
import { asOperator, withDatabase } from './database.ts'

/** `hearth create-admin <street> <phone> <name>`: gives a street, opened if need be, its administrator. */
export async function createAdmin({ config, given, language, t, print }: Asked): Promise<void> {
  const street = streetOf(given['street']!, t.badStreet)
  // To be replaced at the first sign-in: it is on the operator's screen.
  const password = randomBytes(12).toString('base64url')
  const { phone, name } = given
  await withDatabase(config, (database) =>
    asOperator(database, street, async (ctx) => {
      const open = await findStreet(ctx, street)
      const nameEn = open?.nameEn ?? given['street-name-en']
      if (nameEn === undefined) throw new StartError(t.nameStreet)
      const input = parse(MakeFirstAdministrator, { nameEn, name, phone, password }, language)
      return makeFirstAdministrator(ctx, input)
    }),
  )
  print(t.adminMade(name!, phone!, password))
}

/** A street's code as a number. */
export function streetOf(code: string, sentence: (code: string) => string): number {
  if (!/^\d{6,9}$/.test(code)) throw new StartError(sentence(code))
  return Number(code)
}
