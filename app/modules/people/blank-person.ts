import { nameInPinyin } from '#app/platform/chinese.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayRunOffice } from './access.ts'
import { zh } from './messages.zh.ts'
import { lockPerson } from './queries.ts'

/**
 * Leaves of a person no more than a row that others' records point at, and ends what the person
 * holds. It is the last step of a deletion, which records it.
 */
export async function blankPerson(ctx: Context, input: { personId: string }): Promise<void> {
  const person = found(await lockPerson(ctx, input.personId))
  authorise(mayRunOffice(ctx.actor))
  refuseIf(person.forgottenAt === null ? null : 'person.forgotten')
  const today = dayOf(ctx.now)
  const held = { streetId: ctx.street, personId: person.id }
  await ctx.tx
    .deleteFrom('appointment')
    .where('streetId', '=', held.streetId)
    .where('personId', '=', held.personId)
    .where('fromOn', '>', today)
    .execute()
  await ctx.tx
    .updateTable('appointment')
    .set({ untilOn: today })
    .where('streetId', '=', held.streetId)
    .where('personId', '=', held.personId)
    .where((or) => or.or([or('untilOn', 'is', null), or('untilOn', '>', today)]))
    .execute()
  await ctx.tx
    .updateTable('person')
    .set({
      name: zh.formerMember,
      namePinyin: await nameInPinyin(zh.formerMember),
      gender: null,
      bornOn: null,
      phone: null,
      reach: 'call',
      dialect: null,
      homebound: false,
      joinedPartyOn: null,
      homeUnitId: null,
      largeText: false,
      forgottenAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', person.id)
    .execute()
}
