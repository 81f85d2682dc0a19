import { authorise, found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, FieldGroup, RadioField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunSession } from '../../access.ts'
import { findSession, type SessionRow } from '../../queries.ts'
import { AskOnSignUp, askOnSignUp } from '../ask-on-sign-up.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { questionsOf } from '../queries.ts'
import { mostQuestions, questionKinds, whyNotAsked } from '../rules.ts'

const words = { zh, en }
const name = namesOf(AskOnSignUp.omit({ sessionId: true }))

type Data = { session: SessionRow; questions: Awaited<ReturnType<typeof questionsOf>> }

/** What the organiser of a session asks of who signs up: five places, of which those with words are asked. */
export const questionsPage = page<Data>({
  title: (_, language) => words[language].title,
  async load(ctx, { params }) {
    const session = found(await findSession(ctx, params['sessionId']!))
    authorise(mayRunSession(ctx.actor, session))
    return { session, questions: await questionsOf(ctx, session.id) }
  },
  actions: {
    ask: action(AskOnSignUp.omit({ sessionId: true }), async (ctx, input, { params }) => {
      const sessionId = params['sessionId']!
      await askOnSignUp(ctx, { ...input, sessionId })
      return { to: to(urls.sessionQuestions, { sessionId }), done: 'questions.asked' }
    }),
  },
  view: (shown) => <Questions {...shown} />,
})

function Questions({ data, visit, form, formKey }: Shown<Data>) {
  const t = useWords(words)
  const { session, questions } = data
  const sessionId = session.id
  const state = form('ask')
  // What was typed and refused stands open, and of the empty places the first.
  const typed = (at: number) => Boolean(state.values[`questions.${at}.label`])
  const places = Array.from({ length: mostQuestions }, (_, at) => at)
  const asked = (at: number) => typed(at) || questions.some((each) => each.position === at + 1)
  const firstFree = places.find((at) => !asked(at))
  return (
    <>
      <PageHead
        title={t.title}
        over={useTitle()(session)}
        lead={t.lead}
        back={{ href: to(urls.signUps, { sessionId }), label: t.back }}
      />
      <Form
        action={to(urls.sessionQuestions, { sessionId }, { do: 'ask' })}
        formKey={formKey}
        state={state}
      >
        {places.map((at) =>
          asked(at) || (at === 0 && at === firstFree) ? (
            <Place
              key={at}
              at={at}
              question={questions.find((each) => each.position === at + 1)}
              state={state}
            />
          ) : (
            <details key={at}>
              <summary class="button quiet">{`${t.another} · ${t.nth(at + 1)}`}</summary>
              <Place at={at} question={undefined} state={state} />
            </details>
          ),
        )}
        <Button kind="main" whyNot={whyNotAsked(session, [], [], visit.now)}>
          {t.save}
        </Button>
      </Form>
    </>
  )
}

/** One place of the five. */
function Place(props: {
  at: number
  question: Data['questions'][number] | undefined
  state: FormState
}) {
  const { at, question, state } = props
  const t = useWords(words)
  const answered = question && question.answers > 0
  const wrong = Object.keys(state.issues).some((name) => name.startsWith(`questions.${at}.choices`))
  return (
    <FieldGroup legend={t.nth(at + 1)} hint={answered ? t.answered(question.answers) : undefined}>
      <TextField
        name={name(`questions.${at}.label`)}
        label={t.label}
        hint={at === 0 ? t.labelHint : undefined}
        maxLength={80}
        value={question?.label}
      />
      <RadioField
        name={name(`questions.${at}.kind`)}
        label={t.kind}
        value={question?.kind ?? 'text'}
        options={questionKinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <CheckboxField
        name={name(`questions.${at}.required`)}
        label={t.required}
        checked={question?.required}
      />
      <details open={wrong || question?.kind === 'choice'}>
        <summary class="button quiet">{t.more}</summary>
        <TextArea
          name={name(`questions.${at}.choices`)}
          label={t.choices}
          hint={t.choicesHint}
          rows={3}
          value={question?.choices.join('\n')}
        />
        <TextArea
          name={name(`questions.${at}.choicesEn`)}
          label={t.choicesEn}
          rows={3}
          value={question?.choicesEn.join('\n')}
        />
        <TextField
          name={name(`questions.${at}.labelEn`)}
          label={t.labelEn}
          maxLength={120}
          value={question?.labelEn}
        />
      </details>
    </FieldGroup>
  )
}
