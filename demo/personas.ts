import { namePersona } from '#app/modules/people/accounts/name-persona.ts'
import type { Persona } from '#app/modules/people/accounts/rules.ts'
import { markTold } from '#app/modules/people/notices/mark-told.ts'
import { callList } from '#app/modules/people/notices/queries.ts'
import { readNotices } from '#app/modules/people/notices/read-notices.ts'
import { instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { places } from './content/places.ts'
import { orderedSessions } from './content/season-orders.ts'
import { presentBranch, presentSpeaker, tomorrowsSession } from './present.ts'
import { attendanceOf } from './season.ts'
import { as, asSystem, type Stage, type Step } from './stage.ts'

type OfStreet = Exclude<Persona, 'district'>

/** Whom the demo's buttons sign in: people for whom something waits today. */
export function personasOf(cast: Cast): Record<OfStreet, string> {
  const branch = the(cast.branches, presentBranch)
  const heard = orderedSessions.find((told) => told.branch === presentBranch)!
  const listeners = attendanceOf(cast, heard, branch.organiser).seated
  const seated = attendanceOf(cast, tomorrowsSession, branch.organiser).seated
  const community = the(cast.communities, places[tomorrowsSession.place]!.communityCode)
  const family = community.youth.find(({ childId }) => seated.includes(childId))!
  // A member who knows the sessions and has no seat for tomorrow's yet.
  const member = listeners.find(
    (id) => branch.members.includes(id) && id !== branch.secretary && !seated.includes(id),
  )!
  return {
    office: cast.office[0]!,
    organiser: branch.organiser,
    speaker: the(cast.speakers, presentSpeaker).personId,
    member,
    youth: family.childId,
    guardian: family.guardianId,
    proofreader: cast.proofreader,
    volunteer: community.volunteers[0]!,
  }
}

/** They are named; what they were told until yesterday they have read, and who is called was called. */
export function personaSteps(stage: Stage, cast: Cast, today: string): Step[] {
  const personas = personasOf(cast)
  const yesterday = addDays(today, -1)
  const naming: Step = {
    at: instantAt(addDays(today, -2), '08:00'),
    run: async (now) => {
      for (const [name, personId] of Object.entries(personas) as [OfStreet, string][])
        await asSystem(stage, now, (ctx) => namePersona(ctx, { name, personId }))
    },
  }
  const reading: Step = {
    at: instantAt(yesterday, '08:30'),
    run: async (now) => {
      for (const personId of Object.values(personas))
        await as(stage, personId, now, (ctx) => readNotices(ctx, {}))
    },
  }
  const calling: Step = {
    at: instantAt(yesterday, '11:00'),
    run: (now) =>
      as(stage, cast.office[3]!, now, async (ctx) => {
        for (const { personId, notices } of await callList(ctx, 'everyone'))
          await markTold(ctx, { personId, noticeIds: notices.map(({ id }) => id) })
      }),
  }
  return [naming, reading, calling]
}
