import { addPeople } from '#app/modules/people/add-people.ts'
import { openSeason } from '#app/modules/seasons/open-season.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { addMaterial } from '#app/modules/talks/menu/add-material.ts'
import { addTopic } from '#app/modules/talks/menu/add-topic.ts'
import { changeTalk } from '#app/modules/talks/menu/change-talk.ts'
import { chooseSpeakers } from '#app/modules/talks/menu/choose-speakers.ts'
import { offerForSeason } from '#app/modules/talks/menu/offer-for-season.ts'
import { putTalkOnMenu } from '#app/modules/talks/menu/put-talk-on-menu.ts'
import { registerSpeaker } from '#app/modules/talks/speakers/register-speaker.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { pdfOf } from '#app/platform/pdf.ts'
import { day, later } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { addDays, daysBetween, replayedSeason } from './content/calendar.ts'
import { beingPrepared, earlierVersions, seasonal, sheets } from './content/menu-keeping.ts'
import type { CommunityCode } from './content/places.ts'
import { speakerAsPerson, speakers } from './content/speakers.ts'
import type { Talk } from './content/talk.ts'
import { talkNumbered, talks } from './content/talks.ts'
import { strands, topics } from './content/vocabulary.ts'
import { entryOf } from './people.ts'

const seed = 7
/** From when the rules of January 2026 hold. */
const newRulesFrom = '2026-01-01'

/** The office opens the winter season that begins on this day, and names what talks are about. */
export async function openWinter(ctx: Context, firstDay: string): Promise<string> {
  const lastDay = addDays(firstDay, daysBetween(replayedSeason.firstDay, replayedSeason.lastDay))
  const years = [...new Set([firstDay.slice(0, 4), lastDay.slice(0, 4)])].join('–')
  const season = await openSeason(ctx, {
    name: `${years} 年冬训`,
    nameEn: `Winter season ${years}`,
    startsOn: firstDay,
    endsOn: lastDay,
    hourRules: firstDay >= newRulesFrom ? 'B-2026-01' : 'A-2021-10',
    strands: Object.entries(strands).map(([code, { zh, en }]) => ({ code, name: zh, nameEn: en })),
    requirements: [
      { role: 'member', hours: 16, sessions: 4, eachStrand: 1 },
      { role: 'secretary', hours: 28, sessions: 6, eachStrand: 2 },
      { role: 'committee', hours: 28, sessions: 6, eachStrand: 2 },
    ],
  })
  for (const [code, { zh, en }] of Object.entries(topics))
    await addTopic(ctx, { code, name: zh, nameEn: en })
  return season.id
}

/** Enters speakers in the register, each at home in a unit: all forty, or those that are wanted. */
export async function register(
  ctx: Context,
  unitOf: (communityCode: CommunityCode | null) => string,
  firstDay: string,
  wanted: (number: number) => boolean = () => true,
): Promise<Cast['speakers']> {
  const registered = new Map<number, { speakerId: string; personId: string }>()
  for (const [number, speaker] of speakers.entries()) {
    if (!wanted(number)) continue
    const { communityCode, receivesAtHome: home } = speaker
    const unitId = unitOf(communityCode)
    const people = [entryOf(speakerAsPerson(number, seed, firstDay))]
    const [personId] = (await addPeople(ctx, { unitId, people })).ids as [string]
    const { id } = await registerSpeaker(ctx, {
      personId,
      kind: speaker.kind,
      about: speaker.bio.zh,
      aboutEn: speaker.bio.en,
      languages: [...speaker.dialects],
      conditions: home
        ? `只在自己家里讲，${home.from}—${home.until}，一次最多${home.guests}位。`
        : '',
      conditionsEn: home
        ? `At home only, ${home.from} to ${home.until}, at most ${home.guests} guests.`
        : '',
      mostGuests: home?.guests,
      conductChecked: true,
      topics: speaker.topics.map((code, at) => ({ code, strength: at === 0 ? 3 : 2 })),
    })
    registered.set(number, { speakerId: id, personId })
  }
  return registered
}

/** Puts talks on the menu in the order of their numbers: all sixty, or those that are wanted. */
export async function printMenu(
  ctx: Context,
  registered: Cast['speakers'],
  wanted: (number: number) => boolean = () => true,
): Promise<Cast['talks']> {
  const menu = new Map<number, string>()
  for (const talk of talks.filter(({ number }) => wanted(number))) {
    const earlier = earlierVersions.find((version) => version.talk === talk.number)
    const { id } = await putTalkOnMenu(ctx, {
      ...fieldsOf({ ...talk, ...earlier }),
      speakerIds: speakersOf(talk, registered).map(({ speakerId }) => speakerId),
    })
    menu.set(talk.number, id)
  }
  if (menu.size === talks.length) await keepMenu(ctx, menu, registered)
  return menu
}

function fieldsOf(talk: Omit<Talk, 'number' | 'speakers'>) {
  return {
    title: talk.title.zh,
    titleEn: talk.title.en,
    about: talk.description.zh,
    aboutEn: talk.description.en,
    strandCode: talk.strand,
    topics: [...talk.topics],
    audiences: [...talk.audiences],
    formats: [...talk.formats],
    languages: [...talk.languages],
    minutes: talk.minutes,
    brings: talk.materials?.zh ?? '',
    bringsEn: talk.materials?.en ?? '',
  }
}

/** Who gives a talk: whose own it is stands first, and of several the last is still learning it. */
function speakersOf(talk: Talk, registered: Cast['speakers']) {
  return talk.speakers.flatMap((number, at) => {
    const speakerId = registered.get(number)?.speakerId
    const last = at > 1 && at === talk.speakers.length - 1
    return speakerId ? [{ speakerId, strength: at === 0 ? 3 : last ? 1 : 2 }] : []
  })
}

const daysUntilChanged = 9

/** What the office does with the menu once it is printed; nine days later it has rewritten a few talks. */
async function keepMenu(
  ctx: Context,
  menu: Cast['talks'],
  registered: Cast['speakers'],
): Promise<void> {
  const { startsOn } = found(await currentSeason(ctx))
  for (const talk of talks.filter(({ speakers: giving }) => giving.length > 1))
    await chooseSpeakers(ctx, {
      talkId: the(menu, talk.number),
      speakers: speakersOf(talk, registered),
    })
  for (const { talk, from, until } of seasonal)
    await offerForSeason(ctx, {
      talkId: the(menu, talk),
      offeredFrom: addDays(startsOn, from),
      offeredUntil: addDays(startsOn, until),
    })
  for (const { talk, title, lines } of sheets)
    await addMaterial(ctx, {
      talkId: the(menu, talk),
      title,
      file: await sheetOf(ctx, title, lines),
    })
  const { title, description, likeTalk, ...draft } = beingPrepared
  await putTalkOnMenu(ctx, {
    ...fieldsOf({ title, description, materials: null, ...draft }),
    speakerIds: speakersOf(talkNumbered(likeTalk), registered).map(({ speakerId }) => speakerId),
    draft: true,
  })
  const then = { ...ctx, now: later(ctx.now, daysUntilChanged * day) }
  for (const { talk, note } of earlierVersions)
    await changeTalk(then, {
      talkId: the(menu, talk),
      ...fieldsOf(talkNumbered(talk)),
      version: 1,
      note,
    })
}

/** A sheet in large letters, as the office prints it. */
async function sheetOf(ctx: Context, title: string, lines: readonly string[]): Promise<File> {
  const about = { title, author: ctx.actor.name, at: ctx.now }
  const pdf = await pdfOf(about, (document) => {
    document.font('bold').fontSize(34).text(title).moveDown()
    document.font('regular').fontSize(24)
    for (const line of lines) document.text(line, { lineGap: 10 }).moveDown(0.5)
  })
  return new File([new Uint8Array(pdf)], `${title}.pdf`)
}
