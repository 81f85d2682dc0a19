import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { signStatement } from '#app/platform/signing.ts'
import { dayOf } from '#app/platform/time.ts'
import { findServer } from '../posts/queries.ts'
import { nameToTell } from '../posts/rules.ts'
import { mayIssue } from './access.ts'
import { lockRecords, recordsOf } from './queries.ts'
import { certificateNumber, hoursOf, isSettled, masked, whyNotIssued } from './rules.ts'

export const IssueCertificate = z.strictObject({
  personId: z.uuid(),
  /** In whose name; one of the units at which the person served. */
  unitId: z.uuid(),
  fromOn: dayInput,
  untilOn: dayInput,
})

/**
 * Staff issue a certificate of service that is settled: confirmed, its notice over, undisputed. What
 * it says is signed, so that it can be checked without asking us.
 */
export async function issueCertificate(ctx: Context, input: z.infer<typeof IssueCertificate>) {
  const handlerId = found(ctx.actor.personId)
  const unit = found(await findUnit(ctx, input.unitId))
  const person = found(await findServer(ctx, input.personId))
  const settled = await settledFor(ctx, input)
  authorise(mayIssue(ctx.actor, unit))
  refuseIf(whyNotIssued(settled, input, handlerId))
  const id = newId()
  const number = await nextNumber(ctx, 'certificate')
  const minutes = settled.reduce((sum, each) => sum + each.minutes, 0)
  const issuedOn = dayOf(ctx.now)
  const statement = await signStatement(ctx, {
    number: certificateNumber(ctx.street, issuedOn, number),
    // A child's name stays with the team; the certificate goes from hand to hand.
    name: nameToTell(person, ctx.now) || masked(person.name),
    hours: hoursOf(minutes),
    from: input.fromOn,
    until: input.untilOn,
    content: contentOf(settled.map(({ title }) => title)),
    issuer: unit.name,
    handler: ctx.actor.name,
    issuedOn,
  })
  await ctx.tx
    .insertInto('serviceCertificate')
    .values({
      streetId: ctx.street,
      id,
      number,
      personId: person.id,
      issuerId: unit.id,
      handlerId,
      fromOn: input.fromOn,
      untilOn: input.untilOn,
      minutes,
      statement,
      issuedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('certificateRecord')
    .values(
      settled.map((each) => ({
        streetId: ctx.street,
        certificateId: id,
        recordId: each.id,
        personId: person.id,
      })),
    )
    .execute()
  await record(forPerson(ctx, person.id), 'certificate.issued', id, {
    details: { personId: person.id, number },
  })
  return { id }
}

/** The settled records, locked: none is corrected or disputed while the certificate is written. */
async function settledFor(ctx: Context, asked: z.infer<typeof IssueCertificate>) {
  const ids = (await recordsOf(ctx, asked.personId)).map((each) => each.id)
  return (await lockRecords(ctx, { ids })).filter(
    (each) =>
      each.unitId === asked.unitId &&
      each.day >= asked.fromOn &&
      each.day <= asked.untilOn &&
      isSettled(each, ctx.now),
  )
}

const mostTitles = 4

/** What was done, each once; a QR code has to stay small enough for a phone to read. */
function contentOf(titles: readonly string[]): string[] {
  return [...new Set(titles)].slice(0, mostTitles)
}
