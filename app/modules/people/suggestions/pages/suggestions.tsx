import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Badge, Callout, Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayRunOffice } from '../../access.ts'
import { AnswerSuggestion, answerSuggestion } from '../answer-suggestion.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type SuggestionRow, suggestions } from '../queries.ts'
import { SuggestionsFile } from './suggestions-file.tsx'

const words = { zh, en }
const name = namesOf(AnswerSuggestion)

type Data = { all: SuggestionRow[]; answering: string | null }

/** What people suggest and complain of, for the office to answer one by one. */
export const suggestionsPage = page<Data>({
  title: (_, language) => words[language].list.title,
  async load(ctx, { query }) {
    authorise(mayRunOffice(ctx.actor))
    return { all: await suggestions(ctx), answering: query.get('answer') }
  },
  actions: {
    answer: action(AnswerSuggestion, async (ctx, input) => {
      await answerSuggestion(ctx, input)
      return { to: urls.suggestions, done: 'suggestion.answered' }
    }),
  },
  view: (shown) => <Suggestions {...shown} />,
})

function Suggestions(shown: Shown<Data>) {
  const t = useWords(words).list
  const { all, answering } = shown.data
  const { refusal } = shown.form('answer')
  const formShown = all.some((each) => each.id === answering && each.answer === null)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {refusal !== undefined && !formShown && <Callout kind="failed" title={refusal} />}
      {all.length === 0 && <Empty>{t.none}</Empty>}
      <SuggestionsFile suggestions={all} />
      <ul class="cards">
        {all.map((suggestion) => (
          <li key={suggestion.id} class="card" id={suggestion.id}>
            <OneSuggestion {...shown} suggestion={suggestion} />
          </li>
        ))}
      </ul>
    </>
  )
}

type OneProps = Shown<Data> & { suggestion: SuggestionRow }

function OneSuggestion({ suggestion, data, visit, form, formKey }: OneProps) {
  const t = useWords(words).list
  const { id, personName, page, madeAt, answer, answeredBy, answeredAt } = suggestion
  return (
    <>
      <p class="over">
        <Time at={madeAt} now={visit.now} /> {personName === '' ? t.nameless : personName}{' '}
        {answer === null && <Badge tone="ember">{t.waiting}</Badge>}
      </p>
      <p>{suggestion.words}</p>
      {page !== '' && (
        <p class="quietly">
          {t.page} <a href={page}>{page}</a>
        </p>
      )}
      {answer !== null && answeredAt !== null && (
        <p>
          <b>{t.by(answeredBy ?? '')}</b> <Time at={answeredAt} now={visit.now} />
          <br />
          {answer}
        </p>
      )}
      {answer === null && data.answering !== id && (
        <LinkButton href={`${to(urls.suggestions, null, { answer: id })}#${id}`}>
          {t.answerIt}
        </LinkButton>
      )}
      {answer === null && data.answering === id && (
        <Form
          action={to(urls.suggestions, null, { do: 'answer', answer: id })}
          formKey={formKey}
          state={form('answer')}
        >
          <input type="hidden" name={name('suggestionId')} value={id} />
          <TextArea
            name={name('answer')}
            label={t.answer}
            hint={t.answerHint}
            maxLength={2000}
            required
          />
          <Button kind="main">{t.send}</Button>
        </Form>
      )}
    </>
  )
}
