import { found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/dates.tsx'
import { Form } from '#app/ui/form.tsx'
import { Empty } from '#app/ui/lists.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { PairChoices } from '#app/ui/pairs.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { AnswerTaps, answerTaps } from '../answer-taps.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { openTapsLink } from '../queries.ts'
import { taps } from '../rules.ts'

const words = { zh, en }
const FourTaps = AnswerTaps.omit({ link: true })
const name = namesOf(FourTaps)

type Data = { token: string } & NonNullable<Awaited<ReturnType<typeof openTapsLink>>>

/**
 * What was sent to who came to a session: four taps without a sign-in, once. The page names nobody;
 * looking at it changes nothing.
 */
export const tapsLinkPage = page<Data>({
  open: true,
  title: (_, language) => words[language].title,
  async load(ctx, { params }) {
    const token = params['token']!
    return { token, ...found(await openTapsLink(ctx, token)) }
  },
  actions: {
    answer: action(FourTaps, async (ctx, input, { params }) => {
      const link = params['token']!
      await answerTaps(ctx, { ...input, link })
      return { to: to(urls.taps, { token: link }) }
    }),
  },
  view: (shown) => <TapsLink {...shown} />,
})

function TapsLink(shown: Shown<Data>) {
  const t = useWords(words)
  const { reason } = useSpeech()
  const { slip, over } = shown.data
  const title = useTitle()(slip)
  if (slip.answered)
    return (
      <>
        <PageHead over={title} title={t.thanks} />
        <Empty>{t.thanksText}</Empty>
      </>
    )
  if (over || slip.askedInTheRoom)
    return (
      <>
        <PageHead over={title} title={over ? t.over : t.asked} />
        <Empty>{reason(over ? 'taps.linkOver' : 'taps.askedInTheRoom')}</Empty>
      </>
    )
  return <FourQuestions {...shown} title={title} />
}

function FourQuestions({ data, visit, form, formKey, title }: Shown<Data> & { title: string }) {
  const t = useWords(words)
  const { slip, token } = data
  return (
    <>
      <PageHead over={<Time at={slip.heldAt} now={visit.now} />} title={title} lead={t.lead} />
      <Form
        action={to(urls.taps, { token }, { do: 'answer' })}
        formKey={formKey}
        state={form('answer')}
        id="taps"
      >
        <PairChoices
          asks={taps.map((tap) => ({ name: name(tap), label: t.asks[tap] }))}
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
        <Button kind="main">{t.send}</Button>
      </Form>
      <p class="quietly">{t.only}</p>
    </>
  )
}
