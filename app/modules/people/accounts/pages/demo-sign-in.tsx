import { action, page } from '#app/platform/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty, Task, TaskList } from '#app/ui/lists.tsx'
import { PageHead, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { demoPersonas, type NamedPersona } from '../queries.ts'
import { SignInAsPersona, signInAsPersona } from '../sign-in-as-persona.ts'

const words = { zh, en }

/** The people of the demo: one tap and the reader is one of them. Not there outside the demo. */
export const demoSignInPage = page<NamedPersona[]>({
  open: true,
  title: (_, language) => words[language].demo.title,
  load: (ctx) => demoPersonas(ctx),
  actions: {
    '': action(SignInAsPersona, async (ctx, input, { device }) => {
      const { cookie, street } = await signInAsPersona(ctx, { ...input, device })
      return { to: urls.home, cookies: { hearth: cookie, street: String(street) } }
    }),
  },
  view: ({ data }) => <Personas named={data} />,
})

function Personas({ named }: { named: readonly NamedPersona[] }) {
  const t = useWords(words).demo
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      {named.length === 0 && <Empty>{t.none}</Empty>}
      <Section title={t.choose}>
        <TaskList>
          {named.map(({ name, personName }) => (
            <Task
              key={name}
              title={t.personas[name].role}
              action={
                <form class="post" method="post" action={urls.demo}>
                  <Button name="as" value={name}>
                    {t.enter(personName)}
                  </Button>
                </form>
              }
            >
              {t.personas[name].does}
            </Task>
          ))}
        </TaskList>
      </Section>
    </>
  )
}
