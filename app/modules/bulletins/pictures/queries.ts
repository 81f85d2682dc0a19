import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'
import { isMinorOn } from '../checks/rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

export type OnPicture = { id: string; name: string; minor: boolean; consentId: string | null }

type PictureRow = {
  id: string
  bulletinId: string
  fileId: string
  mediaType: string
  width: number
  height: number
  afterParagraph: number
  caption: string
  alternative: string
  people: 'unsaid' | 'nobody' | 'named'
  published: boolean
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

const columns = sql`picture.id, picture.bulletin_id, picture.file_id, file.media_type, file.width, file.height,
  picture.after_paragraph, picture.caption, picture.alternative, picture.people, picture.published,
  picture.taken_down_at`

async function pictureRows(ctx: ReadingNow, which: ReturnType<typeof sql>) {
  const { rows } = await sql<PictureRow>`
    select ${columns}, (
      select json_agg(json_build_object('id', p.id, 'name', p.name, 'bornOn', p.born_on,
        'hasGuardian', exists (select from guardian g where g.street_id = ${ctx.street} and g.child_id = p.id),
        'consentId', c.id) order by p.name_pinyin, p.id)
      from picture_person shown
      join person p on p.street_id = shown.street_id and p.id = shown.person_id
      left join consent c on c.street_id = shown.street_id and c.person_id = shown.person_id
        and c.purpose = 'picture' and c.subject_id = shown.picture_id and c.active
      where shown.street_id = ${ctx.street} and shown.picture_id = picture.id) as persons
    from bulletin_picture picture
    join file on file.street_id = picture.street_id and file.id = picture.file_id
    where picture.street_id = ${ctx.street} and ${which}
    order by picture.after_paragraph, picture.id`.execute(ctx.tx)
  const today = dayOf(ctx.now)
  return rows.map(({ persons, ...picture }) => ({
    ...picture,
    persons: (persons ?? []).map(
      (person): OnPicture => ({
        id: person.id,
        name: person.name,
        minor: isMinorOn(person, today),
        consentId: person.consentId,
      }),
    ),
  }))
}

export type Picture = Awaited<ReturnType<typeof pictureRows>>[number]

/** The pictures of a bulletin in their places, with who is on them and which consents stand. */
export async function picturesOf(ctx: ReadingNow, bulletinId: string): Promise<Picture[]> {
  return pictureRows(ctx, sql`picture.bulletin_id = ${bulletinId}`)
}

export async function findPicture(
  ctx: ReadingNow,
  pictureId: string,
): Promise<Picture | undefined> {
  return (await pictureRows(ctx, sql`picture.id = ${pictureId}`))[0]
}

/** The picture, held until the transaction ends. */
export async function lockPicture(ctx: Reading, pictureId: string) {
  return ctx.tx
    .selectFrom('bulletinPicture')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', pictureId)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * The pictures that anyone may see with a published bulletin: everyone on them consents at this
 * moment. A withdrawn consent takes effect here, before anything else follows from it.
 */
export async function picturesOut(ctx: ReadingNow, bulletinId: string): Promise<Picture[]> {
  const pictures = await picturesOf(ctx, bulletinId)
  return pictures.filter(
    ({ published, takenDownAt, persons }) =>
      published && takenDownAt === null && persons.every(({ consentId }) => consentId !== null),
  )
}
