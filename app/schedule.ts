import { forgetOldCodes } from './modules/people/accounts/forget-old-codes.ts'
import type { TimedJob } from './platform/jobs.ts'

/** What runs at what time, in every street; the times are Shanghai's. */
export const schedule: readonly TimedJob[] = [
  { name: 'forget-old-codes', cron: '17 * * * *', run: forgetOldCodes },
]
