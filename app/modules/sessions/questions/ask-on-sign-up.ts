import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseFaults, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText, tick } from '#app/platform/http/forms.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { questionsOf } from './queries.ts'
import { faultsOfQuestions, mostQuestions, questionKinds, whyNotAsked } from './rules.ts'

const mostChoices = 8

/** Lines of a text box, or a list of them: one choice each. */
const lines = z.preprocess(
  (value) =>
    typeof value === 'string' ? value.split('\n').map((line) => line.trim()) : (value ?? []),
  z
    .array(z.string().trim().max(40))
    .transform((each) => each.filter((line) => line !== ''))
    .pipe(z.array(z.string()).max(mostChoices)),
)

export const AskOnSignUp = z.strictObject({
  sessionId: z.uuid(),
  /** In their order; one without a label leaves its place empty. */
  questions: z
    .array(
      z.strictObject({
        label: optionalText(80),
        labelEn: optionalText(120),
        kind: z.enum(questionKinds).default('text'),
        choices: lines,
        choicesEn: lines,
        required: tick,
      }),
    )
    .max(mostQuestions),
})

/** Who runs a session says what to ask of who signs up; what was answered already is only reworded. */
export async function askOnSignUp(ctx: Context, input: z.infer<typeof AskOnSignUp>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const before = await questionsOf(ctx, session.id)
  authorise(mayRunSession(ctx.actor, session))
  const wanted = input.questions
    .map((question, at) => ({ ...question, position: at + 1 }))
    .filter(({ label }) => label !== '')
    .map(({ choices, choicesEn, ...question }) =>
      question.kind === 'choice'
        ? { ...question, choices, choicesEn }
        : { ...question, choices: [], choicesEn: [] },
    )
  refuseFaults(faultsOfQuestions(wanted))
  refuseIf(whyNotAsked(session, before, wanted, ctx.now))
  const kept = wanted.map(({ position }) => position)
  await ctx.tx
    .deleteFrom('sessionQuestion')
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .where(sql<boolean>`position <> all(${kept}::int[])`)
    .execute()
  if (wanted.length > 0)
    await ctx.tx
      .insertInto('sessionQuestion')
      .values(
        wanted.map((question) => ({ streetId: ctx.street, sessionId: session.id, ...question })),
      )
      .onConflict((conflict) =>
        conflict.columns(['streetId', 'sessionId', 'position']).doUpdateSet((row) => ({
          kind: row.ref('excluded.kind'),
          label: row.ref('excluded.label'),
          labelEn: row.ref('excluded.labelEn'),
          choices: row.ref('excluded.choices'),
          choicesEn: row.ref('excluded.choicesEn'),
          required: row.ref('excluded.required'),
        })),
      )
      .execute()
  await record(ctx, 'questions.asked', session.id, { details: { questions: wanted.length } })
}
