import type { Shown } from '#app/platform/http/page.ts'
import { titleIn } from '#app/platform/language.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout } from '#app/ui/lists.tsx'
import { QuestionFields } from '#app/ui/questions.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { optionsOf, rightWords, textIn } from '../../making/rules.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { reviewGiven, WaitingCard } from '../queries.ts'

const words = { zh, en }

export type Review = NonNullable<Awaited<ReturnType<typeof reviewGiven>>>

type CardProps = Pick<Shown<unknown>, 'form' | 'formKey'> & {
  card: WaitingCard
  /** The address of an action of the page that shows the card. */
  at(action: string): string
}

/** One card: where it is from, what it asks, and the way to say that something is wrong with it. */
export function CardToAnswer({ card, at, form, formKey }: CardProps) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { question } = card
  const hint = { order: t.orderHint, short: t.shortHint }[question.kind as 'order' | 'short']
  return (
    <>
      <p class="quietly">{`${t.from} · ${titleIn(language, card)}`}</p>
      <Form id="card" action={at('answer')} formKey={formKey} state={form('answer')}>
        <input type="hidden" name="cardId" value={card.id} />
        <QuestionFields
          name="answer"
          kind={question.kind}
          label={textIn(language, question.words, question.wordsEn)}
          hint={hint}
          options={optionsOf(question, language, t.truth)}
          nth={t.nth}
        />
        <Button kind="main">{t.answer}</Button>
      </Form>
      <details>
        <summary>{t.flag}</summary>
        <Form id="flag" action={at('flag')} formKey={`${formKey}f`} state={form('flag')}>
          <input type="hidden" name="cardId" value={card.id} />
          <TextArea name="words" label={t.flagWords} rows={2} maxLength={500} />
          <Button name="kind" value="never_learned">
            {t.neverLearned}
          </Button>
          <Button name="kind" value="wrong">
            {t.isWrong}
          </Button>
        </Form>
      </details>
    </>
  )
}

/** What came of an answer: whether it was right, why, and the course to look it up in. */
export function Given({ review, next }: { review: Review; next: string | null }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const { question, correct } = review
  return (
    <Callout kind={correct ? 'saved' : 'waiting'} title={correct ? t.right : t.wrong}>
      <p>{textIn(language, question.words, question.wordsEn)}</p>
      <p>
        <b>
          {rightWords(question, language, t.truth).join(question.kind === 'order' ? ' → ' : ' · ')}
        </b>
      </p>
      <p>{textIn(language, question.feedback, question.feedbackEn)}</p>
      <p class="quietly">
        {correct ? t.rightText : t.wrongText}{' '}
        <a href={to(urls.course, { courseId: review.courseId })}>{t.back}</a>
      </p>
      {next !== null && (
        <LinkButton href={next} kind="main" icon="arrow">
          {t.next}
        </LinkButton>
      )}
    </Callout>
  )
}
