import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { isMinor, stateOf } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

type PhotoRow = {
  id: string
  sessionId: string
  title: string
  titleEn: string
  position: number
  fileId: string
  width: number
  height: number
  caption: string
  people: 'unsaid' | 'nobody' | 'named'
  faces: number
  takenDownAt: Date | null
  persons:
    | {
        id: string
        name: string
        bornOn: string | null
        hasGuardian: boolean
        consentId: string | null
      }[]
    | null
}

/** Someone on a photo, with the consent that stands. */
export type OnPhoto = { id: string; name: string; minor: boolean; consentId: string | null }

async function photosWhere(ctx: ReadingNow, which: ReturnType<typeof sql>) {
  const { street } = ctx
  const { rows } = await sql<PhotoRow>`
    select photo.id, photo.session_id, s.title, s.title_en, photo.position, photo.file_id, file.width, file.height, photo.caption,
      photo.people, photo.faces, photo.taken_down_at, (
      select json_agg(json_build_object('id', p.id, 'name', p.name, 'bornOn', p.born_on,
        'hasGuardian', exists (select from guardian g where g.street_id = ${street} and g.child_id = p.id),
        'consentId', c.id) order by p.name_pinyin, p.id)
      from session_photo_person shown
      join person p on p.street_id = shown.street_id and p.id = shown.person_id
      left join consent c on c.street_id = shown.street_id and c.person_id = shown.person_id
        and c.purpose = 'picture' and c.subject_id = shown.photo_id and c.active
      where shown.street_id = ${street} and shown.photo_id = photo.id) as persons
    from session_photo photo
    join session s on s.street_id = photo.street_id and s.id = photo.session_id
    join file on file.street_id = photo.street_id and file.id = photo.file_id
    where photo.street_id = ${street} and ${which}
    order by lower(s.during) desc, s.id, photo.position
    limit 200`.execute(ctx.tx)
  return rows.map(({ persons: known, ...photo }) => {
    const persons: OnPhoto[] = (known ?? []).map(({ id, name, consentId, ...person }) => ({
      id,
      name,
      consentId,
      minor: isMinor(person, ctx.now),
    }))
    return { ...photo, persons, state: stateOf({ ...photo, persons }) }
  })
}

export type Photo = Awaited<ReturnType<typeof photosWhere>>[number]

/** The photos of a session in their places, with who is on them and which consents stand. */
export async function photosOf(ctx: ReadingNow, sessionId: string): Promise<Photo[]> {
  return photosWhere(ctx, sql`photo.session_id = ${sessionId}`)
}

/**
 * The photos of a session that others may see: everyone on them consents at this moment. A withdrawn
 * consent takes effect here, before anything else follows from it.
 */
export async function photosShown(ctx: ReadingNow, sessionId: string): Promise<Photo[]> {
  return (await photosOf(ctx, sessionId)).filter(({ state }) => state === 'shown')
}

/** The photos of a season's sessions that others may see, the latest session first: for who tells of it. */
export async function photosOfSeason(ctx: ReadingNow, seasonId: string): Promise<Photo[]> {
  const which = sql`s.season_id = ${seasonId} and s.status = 'held' and photo.people <> 'unsaid'
      and photo.taken_down_at is null`
  return (await photosWhere(ctx, which)).filter(({ state }) => state === 'shown')
}

export async function findPhoto(ctx: ReadingNow, photoId: string): Promise<Photo | undefined> {
  return (await photosWhere(ctx, sql`photo.id = ${photoId}`))[0]
}

/** The photo, held until the transaction ends. */
export async function lockPhoto(ctx: Reading, photoId: string) {
  return ctx.tx
    .selectFrom('sessionPhoto')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', photoId)
    .forUpdate()
    .executeTakeFirst()
}

/** Sessions with a photo on which someone grown up can be recognised, and has neither agreed nor is down. */
export async function photosAsking(ctx: ReadingNow, personId: string) {
  const mine = sql`photo.taken_down_at is null and exists (select from session_photo_person own
    where own.street_id = ${ctx.street} and own.photo_id = photo.id and own.person_id = ${personId})`
  const photos = (await photosWhere(ctx, mine)).filter(({ persons }) =>
    persons.some(({ id, minor, consentId }) => id === personId && !minor && consentId === null),
  )
  const sessions = Map.groupBy(photos, ({ sessionId }) => sessionId)
  return [...sessions.values()].map(([first]) => ({
    sessionId: first!.sessionId,
    title: first!.title,
    titleEn: first!.titleEn,
  }))
}
