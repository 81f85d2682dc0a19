import { assignmentRows } from './planner-assignment.ts'
import { cityRows } from './planner-city.ts'
import { fairnessRows } from './planner-fairness.ts'
import { reasonRows } from './planner-reasons.ts'
import { repairRows } from './planner-repair.ts'
import { sizes } from './planner-seasons.ts'
import { type Expected, sizeRows } from './planner-sizes.ts'
import type { Row } from './report.ts'

const street: Expected = {
  name: 'street',
  size: sizes.street,
  seasons: 100,
  peered: 20,
  seconds: 0.3,
}
const district: Expected = {
  name: 'district',
  size: sizes.district,
  seasons: 3,
  peered: 1,
  seconds: 10,
}

const both = async (expected: Expected) => [
  ...(await sizeRows(expected, 'tight')),
  ...(await sizeRows(expected, 'normal')),
]

/** What can be measured by itself: `npm run bench planner street`. */
export const plannerParts: Record<string, () => Promise<Row[]>> = {
  street: () => both(street),
  fairness: fairnessRows,
  repair: repairRows,
  reasons: reasonRows,
  assignment: assignmentRows,
  district: () => both(district),
  city: cityRows,
}

/** Seasons that were made up, planned and proven on one thread, beside plans by hand and other programs. */
export async function planner(): Promise<Row[]> {
  const rows: Row[] = []
  for (const part of Object.values(plannerParts)) rows.push(...(await part()))
  return rows
}
