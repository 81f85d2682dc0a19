import { askForCorrection } from '#app/modules/privacy/ask-for-correction.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { numberChanged } from './content/privacy.ts'
import { presentBranch } from './present.ts'
import { as, type Stage, type Step } from './stage.ts'

/** Someone whose number has changed asks for it to be put right, and waits for the office. */
export function presentPrivacy(stage: Stage, cast: Cast, today: string): Step[] {
  const { members, secretary, organiser } = the(cast.branches, presentBranch)
  const personId = members.findLast((id) => id !== secretary && id !== organiser)!
  return [
    {
      at: instantAt(addDays(today, -1), '19:20'),
      run: async (now) => {
        await as(stage, personId, now, (ctx) =>
          askForCorrection(ctx, { personId, ...numberChanged }),
        )
      },
    },
  ]
}
