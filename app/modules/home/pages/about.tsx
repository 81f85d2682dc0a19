import { page } from '#app/platform/http/page.ts'
import { PageHead, Prose, Section } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** What Hearth is, what it never does, and what it keeps about people. */
export const aboutPage = page<null>({
  open: true,
  title: (_, language) => words[language].about.title,
  load: async () => null,
  view: () => <About />,
})

function About() {
  const t = useWords(words).about
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Prose>
        <Section title={t.never}>
          <ul>
            {t.nevers.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
        <Section title={t.keeps}>
          <ul>
            {t.kept.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Section>
      </Prose>
    </>
  )
}
