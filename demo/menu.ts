import { addPeople } from '#app/modules/people/add-people.ts'
import { openSeason } from '#app/modules/seasons/open-season.ts'
import { addTopic } from '#app/modules/talks/menu/add-topic.ts'
import { putTalkOnMenu } from '#app/modules/talks/menu/put-talk-on-menu.ts'
import { registerSpeaker } from '#app/modules/talks/speakers/register-speaker.ts'
import type { Context } from '#app/platform/context.ts'
import type { Cast } from './cast.ts'
import { addDays, daysBetween, replayedSeason } from './content/calendar.ts'
import type { CommunityCode } from './content/places.ts'
import { speakerAsPerson, speakers } from './content/speakers.ts'
import { talks } from './content/talks.ts'
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
    const { id } = await putTalkOnMenu(ctx, {
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
      speakerIds: talk.speakers.flatMap((number) => registered.get(number)?.speakerId ?? []),
    })
    menu.set(talk.number, id)
  }
  return menu
}
