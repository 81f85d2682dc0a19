import { mayRunOffice } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { action, namesOf, page } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields.tsx'
import { Form, type FormState } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { KeepHouseWords, keepHouseWords } from '../keep-house-words.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { houseWords } from '../queries.ts'

const words = { zh, en }
const name = namesOf(KeepHouseWords)

export const houseWordsPage = page({
  async load(ctx) {
    authorise(mayRunOffice(ctx.actor))
    return houseWords(ctx)
  },
  title: (_, language) => words[language].houseWords,
  actions: {
    keep: action(KeepHouseWords, async (ctx, input) => {
      await keepHouseWords(ctx, input)
      return { to: to(urls.houseWords), done: 'houseWords.kept' }
    }),
  },
  view: ({ data, form, formKey }) => (
    <HouseWords rows={data} state={form('keep')} formKey={formKey} />
  ),
})

type Props = {
  rows: readonly { word: string; instead: string }[]
  state: FormState
  formKey: string
}

function HouseWords({ rows, state, formKey }: Props) {
  const t = useWords(words)
  return (
    <>
      <PageHead
        title={t.houseWords}
        lead={t.houseWordsLead}
        back={{ href: to(urls.bulletins), label: t.bulletins }}
      />
      <Form action={to(urls.houseWords, null, { do: 'keep' })} formKey={formKey} state={state}>
        <TextArea
          name={name('words')}
          label={t.words}
          hint={t.wordsHint}
          rows={12}
          maxLength={20_000}
          value={rows.map(({ word, instead }) => `${word} ${instead}`.trim()).join('\n')}
        />
        <Button kind="main">{t.keep}</Button>
      </Form>
    </>
  )
}
