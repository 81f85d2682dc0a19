import type { z } from 'zod'
import type { AddPeople } from '#app/modules/people/add-people.ts'
import type { Person } from './content/people.ts'

type Entry = z.infer<typeof AddPeople>['people'][number]

/** An invented person as the street's staff would enter them. */
export function entryOf(person: Person): Entry {
  return {
    name: person.name,
    gender: person.gender === 'female' ? 'f' : 'm',
    bornOn: person.bornOn,
    phone: person.phone ?? undefined,
    reach: person.reach,
    dialect: person.dialect,
    homebound: person.homebound,
    joinedPartyOn: person.joinedPartyOn ?? undefined,
  }
}
