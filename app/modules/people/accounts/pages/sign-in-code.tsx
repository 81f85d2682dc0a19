import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { CodeField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { phoneAsked } from '../queries.ts'
import { maskedPhone } from '../rules.ts'
import { SignInWithCode, signInWithCode } from '../sign-in-with-code.ts'
import { onTheWay, signedIn } from './sign-in.tsx'

const words = { zh, en }
const name = namesOf(SignInWithCode)

type Data = { street: number; askedId: string; phone: string }

/** The second step of signing in: the code from the message. */
export const signInCodePage = page<Data>({
  open: true,
  title: (_, language) => words[language].code.title,
  async load(ctx, { query }) {
    const askedId = found(z.uuid().safeParse(query.get('asked')).data)
    const phone = found(await phoneAsked(ctx, askedId))
    return { street: ctx.street, askedId, phone: maskedPhone(phone) }
  },
  actions: {
    signIn: action(SignInWithCode, async (ctx, input, visit) => {
      const { device, reader } = visit
      const browser = { device, signInId: reader.signInId, large: reader.large }
      const { cookie } = await signInWithCode(ctx, { ...input, ...browser })
      return signedIn(visit, ctx.street, cookie)
    }),
  },
  view: (shown) => <Code {...shown} />,
})

function Code({ data, visit, form }: Shown<Data>) {
  const t = useWords(words).code
  const along = onTheWay(visit, data.street)
  const here = { do: 'signIn', ...along, asked: data.askedId }
  return (
    <>
      <PageHead title={t.title} lead={t.lead(data.phone)} />
      {/* Without a key of its own: what answers is a secret, which the keys would keep. */}
      <Form action={to(urls.signInCode, null, here)} state={form('signIn')}>
        <input type="hidden" name={name('askedId')} value={data.askedId} />
        <CodeField name={name('code')} label={t.code} required />
        <Button kind="main">{t.signIn}</Button>
      </Form>
      <p>
        <a href={to(urls.signIn, null, along)}>{t.again}</a>
      </p>
    </>
  )
}
