import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { planSession } from '#app/modules/sessions/plan-session.ts'
import { publishSession } from '#app/modules/sessions/publish-session.ts'
import { applyToSpeak } from '#app/modules/talks/applications/apply-to-speak.ts'
import { arrangeTrial } from '#app/modules/talks/applications/arrange-trial.ts'
import { noteTalk } from '#app/modules/talks/applications/note-talk.ts'
import { noteTrial } from '#app/modules/talks/applications/note-trial.ts'
import { applicationsOf } from '#app/modules/talks/applications/queries.ts'
import { registerApplicant } from '#app/modules/talks/applications/register-applicant.ts'
import { spokenLanguages } from '#app/modules/talks/menu/rules.ts'
import { correctEntry } from '#app/modules/talks/speakers/correct-entry.ts'
import { findSpeaker } from '#app/modules/talks/speakers/queries.ts'
import { setAvailability } from '#app/modules/talks/speakers/set-availability.ts'
import { vetSpeaker } from '#app/modules/talks/speakers/vet-speaker.ts'
import { tellStory } from '#app/modules/talks/stories/tell-story.ts'
import { answerWish } from '#app/modules/talks/wishes/answer-wish.ts'
import { makeWish } from '#app/modules/talks/wishes/make-wish.ts'
import type { Context } from '#app/platform/context.ts'
import { instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { applicants, story, wishes } from './content/formats.ts'
import { homeSession } from './content/season.ts'
import { type SpeakerKey, speakerNumber } from './content/speakers.ts'
import { listDoors, roundInput } from './formats.ts'
import { personasOf } from './personas.ts'
import { presentBranch } from './present.ts'
import { as, type Stage, type Step } from './stage.ts'

const vettedShortly: SpeakerKey = 'xueJianing'

type At = (day: number, time: string) => Date

/** The expert database and the citizen speakers' team as they grow over the winter. */
export function teamSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const at: At = (day, time) => instantAt(addDays(firstDay, day), time)
  const chief = cast.office[1]!
  const does = (who: string, when: Date, what: (ctx: Context) => Promise<unknown>): Step => ({
    at: when,
    run: async (now) => void (await as(stage, who, now, what)),
  })
  const [first, second] = residentsOf(cast)
  const ofFirst = (ctx: Context) => latestOf(ctx, first!)
  const ofSecond = (ctx: Context) => latestOf(ctx, second!)
  const trial = (date: string) => ({ when: { date, from: '15:00' }, place: '老街党员活动室' })
  return [
    does(chief, at(0, '16:00'), (ctx) => veteransHours(ctx, cast)),
    ...storyTold(cast, at, does),
    does(first!, at(4, '19:10'), (ctx) => applies(ctx, 0)),
    does(chief, at(6, '10:00'), async (ctx) =>
      noteTalk(ctx, { applicationId: await ofFirst(ctx), talkNote: applicants[0].note }),
    ),
    does(chief, at(6, '10:20'), async (ctx) =>
      arrangeTrial(ctx, { applicationId: await ofFirst(ctx), ...trial(addDays(firstDay, 10)) }),
    ),
    does(chief, at(11, '09:00'), async (ctx) =>
      noteTrial(ctx, { applicationId: await ofFirst(ctx), feedback: applicants[0].feedback }),
    ),
    does(chief, at(13, '09:00'), async (ctx) =>
      registerApplicant(ctx, {
        applicationId: await ofFirst(ctx),
        kind: 'citizen',
        conductChecked: true,
      }),
    ),
    does(second!, at(38, '20:05'), (ctx) => applies(ctx, 1)),
    does(chief, at(40, '10:00'), async (ctx) =>
      noteTalk(ctx, { applicationId: await ofSecond(ctx), talkNote: applicants[1].note }),
    ),
    does(chief, at(40, '10:15'), async (ctx) =>
      arrangeTrial(ctx, { applicationId: await ofSecond(ctx), ...trial(addDays(firstDay, 56)) }),
    ),
    ...wishing(cast, at, does),
  ]
}

/** The office writes a veteran's story down, and he agrees to its being shown. */
function storyTold(cast: Cast, at: At, does: Does): Step[] {
  const { speakerId, personId } = the(cast.speakers, homeSession.speaker)
  let storyId = ''
  return [
    does(cast.office[1]!, at(3, '10:30'), async (ctx) => {
      storyId = (await tellStory(ctx, { speakerId, ...story })).id
    }),
    does(personId, at(3, '11:00'), (ctx) =>
      giveConsent(ctx, { personId, purpose: 'story', subjectId: storyId }),
    ),
  ]
}

type Does = (who: string, when: Date, what: (ctx: Context) => Promise<unknown>) => Step

/** Two branches would like to hear what the menu does not have; one has its answer. */
function wishing(cast: Cast, at: At, does: Does): Step[] {
  const { organiser, unitId } = the(cast.branches, presentBranch)
  let wishId = ''
  return [
    does(organiser, at(24, '11:00'), async (ctx) => {
      wishId = (await makeWish(ctx, { unitId, words: wishes[0].words })).id
    }),
    does(cast.office[1]!, at(26, '09:30'), (ctx) =>
      answerWish(ctx, { wishId, answer: wishes[0].answer }),
    ),
    does(organiser, at(43, '16:30'), (ctx) => makeWish(ctx, { unitId, words: wishes[1].words })),
  ]
}

function residentsOf(cast: Cast): readonly string[] {
  const communities = [...cast.communities.values()]
  return communities.slice(0, applicants.length).map(({ residents }) => residents[1]!)
}

async function applies(ctx: Context, which: 0 | 1 | 2) {
  const { about, languages, topics } = applicants[which]
  const spoken = spokenLanguages.filter((each) => languages.some((language) => language === each))
  await applyToSpeak(ctx, { name: '', about, languages: spoken, topics: [...topics] })
}

async function latestOf(ctx: Context, personId: string): Promise<string> {
  const [latest] = await applicationsOf(ctx, personId)
  if (!latest) throw new Error('nobody has applied')
  return latest.id
}

/** The veteran receives at home only, in the mornings, and not more than twice a week. */
async function veteransHours(ctx: Context, cast: Cast) {
  const { speakerId } = the(cast.speakers, homeSession.speaker)
  const hours = Array.from({ length: 7 }, () => [{ from: '08:30', until: '11:00' }])
  await setAvailability(ctx, { speakerId, hours, away: [], weeklyLimit: 2 })
  const { about, aboutEn, conditions, conditionsEn, mostGuests, topics } = (await findSpeaker(
    ctx,
    speakerId,
  ))!
  await correctEntry(ctx, {
    speakerId,
    about,
    aboutEn,
    conditions,
    conditionsEn,
    mostGuests: mostGuests ?? undefined,
    languages: ['nantong'],
    topics,
    formats: ['home'],
    homeVenueId: the(cast.venues, homeSession.place),
  })
}

/** What waits today: someone who would like to speak, and a round of visits to walk. */
export function presentTeamSteps(stage: Stage, cast: Cast, today: string): Step[] {
  const applicant = residentsOf(cast)[2]!
  const applying: Step = {
    at: instantAt(addDays(today, -1), '18:20'),
    run: (now) => as(stage, applicant, now, (ctx) => applies(ctx, 2)),
  }
  const visitor = personasOf(cast).volunteer
  const community = [...cast.communities.values()].find(({ volunteers }) =>
    volunteers.includes(visitor),
  )!
  const planning: Step = {
    at: instantAt(addDays(today, -3), '09:50'),
    run: (now) =>
      as(stage, cast.office[2]!, now, async (ctx) => {
        const input = roundInput(community.unitId, visitor, today)
        const { id: sessionId } = await planSession(ctx, input)
        await listDoors(ctx, sessionId, community)
        await publishSession(ctx, { sessionId })
      }),
  }
  // Someone whom the street last asked around about nearly a year ago.
  const vetting: Step = {
    at: instantAt(addDays(today, -2), '14:00'),
    run: (now) =>
      as(stage, cast.office[1]!, now, (ctx) =>
        vetSpeaker(ctx, {
          speakerId: the(cast.speakers, speakerNumber(vettedShortly)).speakerId,
          until: addDays(today, 18),
        }),
      ),
  }
  return [planning, vetting, applying]
}
