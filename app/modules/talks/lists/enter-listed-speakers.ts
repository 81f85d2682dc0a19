import { z } from 'zod'
import { addPeople } from '#app/modules/people/add-people.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record, recordAll } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import type { SpeakerKind } from '../speakers/rules.ts'
import { mayEnterLists } from './access.ts'
import { judgedRows, lockSpeakerList } from './queries.ts'
import { type Judged, type ListedSpeaker, whyNotEntered, whyNotReadable } from './rules.ts'

export const EnterListedSpeakers = z.strictObject({ listId: z.uuid() })

type Entered = ListedSpeaker & { id: string; personId: string }

/** The office enters the good rows of a list it has looked through; those with a fault stay out. */
export async function enterListedSpeakers(
  ctx: Context,
  input: z.infer<typeof EnterListedSpeakers>,
): Promise<{ added: number; known: number; faulty: number }> {
  const list = found(await lockSpeakerList(ctx, input.listId))
  authorise(mayEnterLists(ctx.actor))
  refuseIf(whyNotReadable(list) ?? whyNotEntered(list))
  const judged = await judgedRows(ctx, list)
  const listed = judged.flatMap((row) => (row.is === 'new' ? [row.speaker] : []))
  const personOf = await enterPeople(ctx, listed)
  const entered = listed.map((speaker) => ({
    ...speaker,
    id: newId(),
    personId: speaker.personId ?? personOf.get(speaker.phone)!,
  }))
  await enterSpeakers(ctx, entered)
  const count = (is: Judged['is']) => judged.filter((row) => row.is === is).length
  const counts = { added: count('new'), known: count('known'), faulty: count('faulty') }
  await ctx.tx
    .updateTable('speakerList')
    .set({ doneAt: ctx.now, added: counts.added })
    .where('streetId', '=', ctx.street)
    .where('id', '=', list.id)
    .execute()
  await recordAll(
    ctx,
    'speaker.registered',
    entered.map(({ id }) => ({ subjectId: id })),
  )
  await record(ctx, 'speakers.listEntered', list.id, { details: counts })
  return counts
}

/** Those of the list whom the street does not know yet become people of their community. */
async function enterPeople(ctx: Context, listed: readonly ListedSpeaker[]) {
  const unknown = listed.filter(({ personId }) => personId === null)
  const personOf = new Map<string, string>()
  // one query a community: each enters its own people
  for (const [unitId, speakers] of Map.groupBy(unknown, (speaker) => speaker.unitId)) {
    const people = speakers.map(({ name, phone }) => ({ name, phone }))
    const { ids } = await addPeople(ctx, { unitId, people })
    speakers.forEach(({ phone }, at) => personOf.set(phone, ids[at]!))
  }
  return personOf
}

async function enterSpeakers(ctx: Context, entered: readonly Entered[]): Promise<void> {
  if (entered.length === 0) return
  const streetId = ctx.street
  await ctx.tx
    .insertInto('speaker')
    .values(
      entered.map((speaker) => ({
        streetId,
        id: speaker.id,
        personId: speaker.personId,
        kind: speaker.kind as SpeakerKind,
        about: speaker.about,
        languages: speaker.languages,
        formats: speaker.formats,
        audiences: speaker.audiences,
        lengths: speaker.lengths,
        equipment: speaker.equipment,
        conditions: speaker.conditions,
        mostGuests: speaker.mostGuests,
        rangeKm: speaker.rangeKm,
        weeklyLimit: speaker.weeklyLimit,
        vettedUntil: speaker.vettedUntil,
        registeredAt: ctx.now,
      })),
    )
    .execute()
  const of = <T>(rows: (speaker: Entered) => readonly T[]) =>
    entered.flatMap((speaker) =>
      rows(speaker).map((row) => ({ ...row, streetId, speakerId: speaker.id })),
    )
  const topics = of(({ topics }) =>
    topics.map(({ code, strength }) => ({ topicCode: code, strength })),
  )
  const hours = of((speaker) => speaker.hours)
  const away = of((speaker) => speaker.away)
  if (topics.length > 0) await ctx.tx.insertInto('speakerTopic').values(topics).execute()
  if (hours.length > 0) await ctx.tx.insertInto('speakerHours').values(hours).execute()
  if (away.length > 0) await ctx.tx.insertInto('speakerAway').values(away).execute()
}
