import { openToEveryone } from '#app/platform/errors.ts'
import { page } from '#app/platform/http/page.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** What a phone's own camera opens where someone scans a code: what it is for. It says nothing of whose it is. */
export const metCodePage = page<null>({
  open: true,
  title: (_, language) => words[language].met.title,
  async load() {
    openToEveryone()
    return null
  },
  view: () => <MetCode />,
})

function MetCode() {
  const t = useWords(words).met
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <p>{t.found}</p>
      <p>
        <LinkButton kind="quiet" href={urls.home}>
          {t.home}
        </LinkButton>
      </p>
    </>
  )
}
