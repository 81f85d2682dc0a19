import type { Branch, BranchKind } from './branches.ts'
import { ageOn } from './calendar.ts'
import type { Person } from './people.ts'
import { seeded } from './random.ts'

/** Who belongs to a branch, as positions in the list of people; both officers are among them. */
export type Roster = { members: readonly number[]; secretary: number; organiser: number }

const ofWorkingAge: readonly BranchKind[] = ['joint', 'company', 'new', 'away', 'office', 'public']

/**
 * Shares the members out to the branches: the retired among those past sixty, companies, offices
 * and schools among those below, and whoever is left to the grids and village quarters.
 */
export function placeMembers(
  people: readonly Person[],
  branches: readonly Branch[],
  seed: number,
  asOf: string,
): Roster[] {
  const wanted = branches.reduce((sum, branch) => sum + branch.members, 0)
  if (wanted !== people.length) throw new RangeError(`${wanted} places, ${people.length} members`)
  const random = seeded(seed, 5)
  const everyone = random.shuffle(people.map((_, index) => index))
  const isOld = (index: number) => ageOn((people[index] as Person).bornOn, asOf) >= 60
  const old = everyone.filter(isOld)
  const young = everyone.filter((index) => !isOld(index))

  const members = new Map<Branch, number[]>()
  for (const branch of branches) {
    if (branch.kind === 'retired') members.set(branch, old.splice(0, branch.members))
    if (ofWorkingAge.includes(branch.kind)) members.set(branch, young.splice(0, branch.members))
  }
  const left = random.shuffle([...old, ...young])
  return branches.map((branch) => {
    const own = members.get(branch) ?? left.splice(0, branch.members)
    return { members: own, ...chooseOfficers(own, people, asOf) }
  })
}

/** A secretary near fifty and the youngest organiser: both reached by message and able to go about. */
function chooseOfficers(members: readonly number[], people: readonly Person[], asOf: string) {
  const fit = members
    .map((index) => ({ index, person: people[index] as Person }))
    .filter(({ person }) => person.reach === 'sms' && !person.homebound)
    .map(({ index, person }) => ({ index, age: ageOn(person.bornOn, asOf) }))
    .filter(({ age }) => age >= 28)
    .toSorted((a, b) => a.age - b.age)
  const organiser = fit.shift()
  const secretary = fit.toSorted((a, b) => Math.abs(a.age - 50) - Math.abs(b.age - 50))[0]
  if (!organiser || !secretary) throw new RangeError('a branch without two people to lead it')
  return { secretary: secretary.index, organiser: organiser.index }
}
