import { z } from 'zod'
import { action, page } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { urls } from '#app/urls.ts'
import { endSignIn } from '../end-sign-in.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** Ends this browser's sign-in. The frame of every page posts here. */
export const signOutPage = page({
  open: true,
  title: (_, language) => words[language].signOut.title,
  load: async () => null,
  actions: {
    '': action(z.strictObject({}), async (ctx, _, { reader }) => {
      if (reader.signInId !== null) await endSignIn(ctx, { signInId: reader.signInId })
      return { to: urls.home, done: 'signIn.ended', cookies: { hearth: null } }
    }),
  },
  view: () => <SignOut />,
})

function SignOut() {
  const t = useWords(words).signOut
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Form action={urls.signOut}>
        <Button kind="main">{t.signOut}</Button>
      </Form>
    </>
  )
}
