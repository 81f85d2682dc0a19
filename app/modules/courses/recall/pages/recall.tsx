import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { actFor } from '#app/modules/people/act-for.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { action, page, type Shown, type Visit } from '#app/platform/http/page.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { Callout, Empty } from '#app/ui/lists.tsx'
import { Columns, PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { Answer } from '../../taking/answer-questions.ts'
import { answerCards } from '../answer-cards.ts'
import { ChooseRecall, chooseRecall } from '../choose-recall.ts'
import { FlagQuestion, flagQuestion } from '../flag-question.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { cardsToday, choiceOf, reviewGiven, type WaitingCard } from '../queries.ts'
import { mostADay } from '../rules.ts'
import { CardToAnswer, Given, type Review } from './card.tsx'

const words = { zh, en }
export const OneAnswer = z.strictObject({ cardId: z.uuid(), answer: Answer })
export const OneFlag = FlagQuestion.pick({ cardId: true, kind: true, words: true })

type Data = {
  /** Whose cards they are, where someone reads them out. */
  person: { id: string; name: string } | null
  answered: number
  cards: WaitingCard[]
  choice: Awaited<ReturnType<typeof choiceOf>>
  review: Review | null
}

/** Whose recall a page is: the reader's own, or a person's whom they look after. */
function personIn(ctx: Context, { params }: Visit): string {
  return params['personId'] ?? found(ctx.actor.personId)
}

function addressOf(personId: string | undefined, query: Record<string, string> = {}): string {
  return personId === undefined
    ? to(urls.recall, null, query)
    : to(urls.recallFor, { personId }, query)
}

/** Today's cards, one after the other; one's own, or read out to someone by phone. */
export const recallPage = page<Data>({
  title: ({ person }, language) =>
    person ? words[language].titleFor(person.name) : words[language].title,
  async load(ctx, visit) {
    authorise(isSignedIn(ctx.actor))
    const personId = personIn(ctx, visit)
    await actFor(ctx, personId)
    const person = found(await findPerson(ctx, personId))
    const given = z.uuid().safeParse(visit.query.get('given')).data
    return {
      person: personId === ctx.actor.personId ? null : { id: person.id, name: person.name },
      ...(await cardsToday(ctx, personId)),
      choice: await choiceOf(ctx, personId),
      review: given === undefined ? null : ((await reviewGiven(ctx, given, personId)) ?? null),
    }
  },
  actions: {
    answer: action(OneAnswer, async (ctx, input, visit) => {
      const personId = personIn(ctx, visit)
      const { reviews } = await answerCards(ctx, { answers: [input], personId })
      return { to: addressOf(visit.params['personId'], { given: reviews[0]!.id }) }
    }),
    flag: action(OneFlag, async (ctx, input, visit) => {
      await flagQuestion(ctx, { ...input, personId: personIn(ctx, visit) })
      return { to: addressOf(visit.params['personId']), done: 'recall.flagged' }
    }),
    choose: action(ChooseRecall.omit({ personId: true }), async (ctx, input, visit) => {
      await chooseRecall(ctx, { ...input, personId: personIn(ctx, visit) })
      const done = input.paused ? 'recall.paused' : 'recall.chosen'
      return { to: addressOf(visit.params['personId']), done }
    }),
  },
  view: (shown) => <Recall {...shown} />,
})

function Recall(shown: Shown<Data>) {
  const t = useWords(words)
  const { data, form } = shown
  const at = (name: string) => addressOf(data.person?.id, { do: name })
  const refusal = form('choose').refusal
  return (
    <>
      <PageHead
        back={
          data.person
            ? { href: to(urls.person, { personId: data.person.id }), label: data.person.name }
            : { href: urls.courses, label: t.back }
        }
        title={data.person ? t.titleFor(data.person.name) : t.title}
        lead={data.person ? t.leadFor : t.lead}
      />
      {refusal !== undefined && <Callout kind="failed" title={refusal} />}
      <Columns beside={<Choosing {...shown} at={at} />}>
        <Today {...shown} at={at} />
      </Columns>
    </>
  )
}

type PartProps = Shown<Data> & { at(action: string): string }

function Today({ data, form, formKey, at }: PartProps) {
  const t = useWords(words)
  const [card] = data.cards
  if (data.review && !form('answer').refusal)
    return <Given review={data.review} next={card ? addressOf(data.person?.id) : null} />
  if (data.choice.pausedAt && data.person === null)
    return <Callout kind="info" title={t.isPaused} />
  if (!card)
    return (
      <Empty action={<LinkButton href={urls.courses}>{t.toCourses}</LinkButton>}>
        {data.answered >= mostADay
          ? t.enough
          : data.answered > 0 || data.person
            ? t.none
            : t.noneYet}
      </Empty>
    )
  return (
    <>
      <p>{t.left(data.cards.length)}</p>
      <CardToAnswer card={card} at={at} form={form} formKey={formKey} />
    </>
  )
}

/** How someone wants to be asked. */
function Choosing({ data, formKey, at }: PartProps) {
  const t = useWords(words)
  return (
    <Section title={t.choices}>
      <Form id="choose" action={at('choose')} formKey={`${formKey}c`}>
        <CheckboxField name="paused" label={t.paused} checked={data.choice.pausedAt !== null} />
        <CheckboxField name="reminders" label={t.reminders} checked={data.choice.reminders} />
        <Button>{t.save}</Button>
      </Form>
    </Section>
  )
}
