import { action, namesOf, page, type Shown } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { PasswordField, PhoneField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { SignInWithPassword, signInWithPassword } from '../sign-in-with-password.ts'
import { onTheWay, signedIn } from './sign-in.tsx'

const words = { zh, en }
const name = namesOf(SignInWithPassword)

/** Staff sign in without waiting for a message. */
export const signInPasswordPage = page<{ street: number }>({
  open: true,
  title: (_, language) => words[language].password.title,
  async load(ctx) {
    return { street: ctx.street }
  },
  actions: {
    signIn: action(SignInWithPassword, async (ctx, input, visit) => {
      const { address, device, reader } = visit
      const browser = { address, device, signInId: reader.signInId, large: reader.large }
      const { cookie } = await signInWithPassword(ctx, { ...input, ...browser })
      return signedIn(visit, ctx.street, cookie)
    }),
  },
  view: (shown) => <Password {...shown} />,
})

function Password({ data, visit, form }: Shown<{ street: number }>) {
  const { password: t, signIn } = useWords(words)
  const along = onTheWay(visit, data.street)
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {/* Without a key of its own: what answers is a secret, which the keys would keep. */}
      <Form
        action={to(urls.signInPassword, null, { do: 'signIn', ...along })}
        state={form('signIn')}
      >
        <PhoneField name={name('phone')} label={signIn.phone} required />
        <PasswordField name={name('password')} label={t.password} required />
        <Button kind="main">{t.signIn}</Button>
      </Form>
      <p>
        <a href={to(urls.signIn, null, along)}>{signIn.byCode}</a>
      </p>
    </>
  )
}
