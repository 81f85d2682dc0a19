import type { Context } from '#app/platform/context.ts'

type Reading = Pick<Context, 'tx' | 'street'>

function registered(ctx: Reading) {
  return ctx.tx
    .selectFrom('speaker')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'speaker.streetId')
        .onRef('person.id', '=', 'speaker.personId'),
    )
    .selectAll('speaker')
    .select(['person.name', 'person.bornOn', 'person.joinedPartyOn'])
    .where('speaker.streetId', '=', ctx.street)
}

/** Everyone who ever stood in the register, with their names, in the order they came. */
export async function speakers(ctx: Reading) {
  return registered(ctx).orderBy('speaker.id').execute()
}

export async function findSpeaker(ctx: Reading, speakerId: string) {
  return registered(ctx).where('speaker.id', '=', speakerId).executeTakeFirst()
}

export async function speakerOfPerson(ctx: Reading, personId: string) {
  return registered(ctx).where('speaker.personId', '=', personId).executeTakeFirst()
}

/** How many talks of the menu each speaker can give. */
export async function talksGivenBy(ctx: Reading, speakerId: string) {
  return ctx.tx
    .selectFrom('talkSpeaker')
    .innerJoin('talk', (join) =>
      join
        .onRef('talk.streetId', '=', 'talkSpeaker.streetId')
        .onRef('talk.id', '=', 'talkSpeaker.talkId'),
    )
    .select(['talk.id', 'talk.number', 'talk.title', 'talk.titleEn'])
    .where('talkSpeaker.streetId', '=', ctx.street)
    .where('talkSpeaker.speakerId', '=', speakerId)
    .where('talk.retiredAt', 'is', null)
    .orderBy('talk.number')
    .execute()
}
