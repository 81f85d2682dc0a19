import { z } from 'zod'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { urls } from '#app/urls.ts'
import { isSignedIn } from '../../access.ts'
import { ChooseReading, chooseReading } from '../choose-reading.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { localPath } from '../rules.ts'

const words = { zh, en }
const Reading = ChooseReading.extend({ back: z.string().optional() })
const name = namesOf(Reading)

/** How a person reads: the frame's switches post here, and this page offers both choices at leisure. */
export const readingPage = page({
  open: true,
  title: (_, language) => words[language].reading.title,
  load: async () => null,
  actions: {
    '': action(Reading, async (ctx, { back, language, text }) => {
      if (isSignedIn(ctx.actor)) await chooseReading(ctx, { language, text })
      const cookies = { ...(language && { language }), ...(text && { text }) }
      return { to: localPath(back) ?? urls.home, cookies }
    }),
  },
  view: (shown) => <ReadingChoices {...shown} />,
})

function ReadingChoices({ form }: Shown<null>) {
  const t = useWords(words).reading
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Form action={urls.reading} state={form('')}>
        <ReadingFields />
        <input type="hidden" name={name('back')} value={urls.reading} />
        <Button kind="main">{t.save}</Button>
      </Form>
    </>
  )
}

/** The two choices, as they are now. */
export function ReadingFields() {
  const t = useWords(words).reading
  const { language, large } = useSpeech()
  return (
    <>
      <RadioField
        name={name('language')}
        label={t.language}
        value={language}
        options={[
          { value: 'zh', label: t.chinese },
          { value: 'en', label: t.english },
        ]}
      />
      <RadioField
        name={name('text')}
        label={t.text}
        value={large ? 'large' : 'normal'}
        options={[
          { value: 'normal', label: t.normal },
          { value: 'large', label: t.large },
        ]}
      />
    </>
  )
}
