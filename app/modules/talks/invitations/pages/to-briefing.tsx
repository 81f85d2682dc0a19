import { Actions, LinkButton } from '#app/ui/button.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

/** The way from an accepted invitation to the sheet that a speaker takes along. */
export function ToBriefing({ dispatchId }: { dispatchId: string }) {
  const t = useWords(words)
  return (
    <Actions>
      <LinkButton href={to(urls.briefing, { dispatchId })} icon="printer">
        {t.toBriefing}
      </LinkButton>
    </Actions>
  )
}
