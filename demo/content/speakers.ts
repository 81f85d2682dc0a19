import { addDays, yearsBefore } from './calendar.ts'
import type { Person } from './people.ts'
import { demoPhone } from './phones.ts'
import { seeded } from './random.ts'
import type { Speaker } from './speaker.ts'
import { citizens } from './speakers-citizens.ts'
import { experts } from './speakers-experts.ts'
import { veteransAndModels } from './speakers-veterans.ts'

const everyone = [...veteransAndModels, ...experts, ...citizens] as const

export type SpeakerKey = (typeof everyone)[number]['key']

/** The street's register: forty invented speakers. */
export const speakers: readonly Speaker[] = everyone

/** The position of a speaker in the register. */
export function speakerNumber(key: SpeakerKey): number {
  return everyone.findIndex((speaker) => speaker.key === key)
}

/** A speaker as a person of the street, as old on the day as the register says. */
export function speakerAsPerson(number: number, seed: number, asOf: string): Person {
  const speaker = speakers[number]
  if (!speaker) throw new RangeError(`no speaker ${number}`)
  const random = seeded(seed, 6, number)
  const { name, gender, age, partyYears, receivesAtHome } = speaker
  return {
    name,
    gender,
    // Born earlier in the year than they joined the Party, so that bios may say at what age; and as
    // old to the season’s end as at its beginning.
    bornOn: addDays(yearsBefore(asOf, age), -random.int(151, 258)),
    joinedPartyOn:
      partyYears === null ? null : addDays(yearsBefore(asOf, partyYears), -random.int(1, 150)),
    dialect: speaker.dialects[0] ?? 'mandarin',
    phone: demoPhone('speakers', seed, number),
    reach: receivesAtHome ? 'call' : 'sms',
    homebound: receivesAtHome !== undefined,
  }
}
