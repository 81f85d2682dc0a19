import { type RawBuilder, sql } from 'kysely'
import { findSeason, type Season } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { dayOf, instantAt } from '#app/platform/time.ts'
import { unknownUnits, valuesOf } from '../figures/queries.ts'
import { type Figure, figuresIn, plainFigures, unknownTokens } from '../figures/rules.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import {
  type Check,
  checksOf,
  figureChecksOf,
  isHard,
  isMinorOn,
  type PersonNamed,
  type PictureShown,
} from './rules.ts'

const words = { zh, en }

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

type Text = { id: string; language: 'zh' | 'en'; title: string; body: string; season: Season }

/** Everything to look at in a bulletin's text and pictures, against the records as they are now. */
export async function checksFor(ctx: ReadingNow, bulletin: Text): Promise<Check[]> {
  const { season, body } = bulletin
  const plain = plainFigures.map((name): Figure => ({ name, thing: null }))
  const figures = figuresIn(body)
  const asking = { season, bulletinId: bulletin.id }
  const pictures = await picturesShown(ctx, bulletin.id)
  const texts = [
    bulletin.title,
    body,
    ...pictures.flatMap(({ caption, alternative }) => [caption, alternative]),
  ]
  const known = {
    values: await valuesOf(ctx, asking, [...figures, ...plain]),
    unknownUnits: await unknownUnits(
      ctx,
      figures.flatMap(({ unit }) => unit ?? []),
    ),
    named: await peopleNamed(ctx, texts.join('\n')),
    told: await peopleTold(ctx, bulletin.id),
    pictures,
    ...(await knownOf(ctx, season)),
    houseWords: await houseWords(ctx),
  }
  return checksOf(bulletin, known, words[bulletin.language].reads)
}

/**
 * What is wrong with the figures of a text that is being saved, as one sentence in the bulletin's
 * language: a token that is none, a unit that is none, words that do not fit a number.
 */
export async function faultsOfFigures(
  ctx: ReadingNow,
  bulletin: Stored,
  body: string,
): Promise<string | null> {
  const t = words[bulletin.language]
  const unknown = unknownTokens(body)
  if (unknown.length > 0) return t.unknownFigure(unknown)
  const faults = await figureFaults(ctx, bulletin, body)
  return faults.length > 0 ? faults.map(t.check).join(' ') : null
}

/** The first figure of a text whose words do not fit its number any more. */
export async function untrueWording(ctx: ReadingNow, bulletin: Stored & { body: string }) {
  return (await figureFaults(ctx, bulletin, bulletin.body))[0]
}

type Stored = { id: string; seasonId: string; language: 'zh' | 'en' }

async function figureFaults(ctx: ReadingNow, bulletin: Stored, body: string): Promise<Check[]> {
  const figures = figuresIn(body)
  const season = found(await findSeason(ctx, bulletin.seasonId))
  const known = {
    values: await valuesOf(ctx, { season, bulletinId: bulletin.id }, figures),
    unknownUnits: await unknownUnits(
      ctx,
      figures.flatMap(({ unit }) => unit ?? []),
    ),
  }
  return figureChecksOf(body, known, words[bulletin.language].reads).filter(isHard)
}

/** Whether a person is grown up today, as a piece of a statement. */
export function grownUpToday(ctx: Pick<Context, 'street' | 'now'>) {
  return (personId: RawBuilder<unknown>) => sql<boolean>`(select case
      when p.born_on is null then not exists (select from guardian g
        where g.street_id = ${ctx.street} and g.child_id = p.id)
      else p.born_on <= ${dayOf(ctx.now)}::date - interval '18 years' end
    from person p where p.street_id = ${ctx.street} and p.id = ${personId})`
}

/** People of the street whose names stand in a text. */
async function peopleNamed(ctx: ReadingNow, text: string): Promise<PersonNamed[]> {
  const { rows } = await sql<{ name: string; bornOn: string | null; hasGuardian: boolean }>`
    select p.name, p.born_on, exists (select from guardian g where g.street_id = ${ctx.street}
      and g.child_id = p.id) as has_guardian
    from person p
    where p.street_id = ${ctx.street} and length(p.name) > 1 and position(p.name in ${text}) > 0`.execute(
    ctx.tx,
  )
  const byName = Map.groupBy(rows, ({ name }) => name)
  return [...byName].map(([name, people]) => {
    const minors = people.filter((person) => isMinorOn(person, dayOf(ctx.now))).length
    return { name, minors, grown: people.length - minors }
  })
}

type ToldRow = {
  personId: string
  name: string
  bornOn: string | null
  hasGuardian: boolean
  consentId: string | null
}

/** The people a bulletin tells of, with whether they are grown up and their consent as it stands. */
export async function peopleTold(ctx: ReadingNow, bulletinId: string) {
  const { rows } = await sql<ToldRow>`
    select told.person_id, told.name, p.born_on, exists (select from guardian g
        where g.street_id = ${ctx.street} and g.child_id = p.id) as has_guardian, c.id as consent_id
    from bulletin_person told
    join person p on p.street_id = told.street_id and p.id = told.person_id
    left join consent c on c.street_id = told.street_id and c.person_id = told.person_id
      and c.purpose = 'story' and c.subject_id = told.bulletin_id and c.active
    where told.street_id = ${ctx.street} and told.bulletin_id = ${bulletinId}
    order by told.name`.execute(ctx.tx)
  return rows.map((row) => ({
    personId: row.personId,
    name: row.name,
    minor: isMinorOn(row, dayOf(ctx.now)),
    consented: row.consentId !== null,
  }))
}

type ShownRow = Omit<PictureShown, 'minors' | 'unasked'> & {
  id: string
  persons:
    | { id: string; name: string; bornOn: string | null; hasGuardian: boolean; asked: boolean }[]
    | null
}

/** The pictures of a bulletin with who is on them, and whose consent is missing. */
async function picturesShown(ctx: ReadingNow, bulletinId: string): Promise<PictureShown[]> {
  const { rows } = await sql<ShownRow>`
    select picture.id, picture.caption, picture.alternative, picture.people, (
      select json_agg(json_build_object('name', p.name, 'bornOn', p.born_on,
        'hasGuardian', exists (select from guardian g where g.street_id = ${ctx.street} and g.child_id = p.id),
        'asked', c.id is not null) order by p.name)
      from picture_person shown
      join person p on p.street_id = shown.street_id and p.id = shown.person_id
      left join consent c on c.street_id = shown.street_id and c.person_id = shown.person_id
        and c.purpose = 'picture' and c.subject_id = shown.picture_id and c.active
      where shown.street_id = ${ctx.street} and shown.picture_id = picture.id) as persons
    from bulletin_picture picture
    where picture.street_id = ${ctx.street} and picture.bulletin_id = ${bulletinId}
      and picture.taken_down_at is null
    order by picture.after_paragraph, picture.id`.execute(ctx.tx)
  const today = dayOf(ctx.now)
  return rows.map(({ caption, alternative, people, persons }) => ({
    caption,
    alternative,
    people,
    minors: (persons ?? []).filter((one) => isMinorOn(one, today)).map(({ name }) => name),
    unasked: (persons ?? []).filter(({ asked }) => !asked).map(({ name }) => name),
  }))
}

/** The names of the street's units, and the days of a season on which something was held. */
async function knownOf(ctx: Reading, season: Season) {
  const { rows } = await sql<{ units: string[]; days: string[] | null }>`
    select array(select distinct name from unit where street_id = ${ctx.street}) as units,
      array(select distinct ((lower(during) at time zone 'Asia/Shanghai')::date)::text from session
        where street_id = ${ctx.street} and season_id = ${season.id} and status = 'held'
          and lower(during) >= ${instantAt(season.startsOn, '00:00')}) as days`.execute(ctx.tx)
  return {
    units: rows[0]!.units,
    heldOn: new Set(rows[0]!.days ?? []),
    season: { startsOn: season.startsOn, endsOn: season.endsOn },
  }
}

/** The words that the house does not use, in the order of the alphabet. */
export async function houseWords(ctx: Reading) {
  return ctx.tx
    .selectFrom('houseWord')
    .select(['word', 'instead'])
    .where('streetId', '=', ctx.street)
    .orderBy('word')
    .execute()
}
