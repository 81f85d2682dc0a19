import { qrPath } from '#app/platform/qr.ts'
import { useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'

const words = { zh, en }

type CodeCardProps = { name: string; token: string; origin: string; street: string }

/** A code as it is shown to a host, on a phone or cut out of paper; a phone's own camera opens a page that says so. */
export function CodeCard({ name, token, origin, street }: CodeCardProps) {
  const t = useWords(words).code
  const { size, path } = qrPath(`${origin}${to(urls.metCode, { token })}`)
  return (
    <figure class="code-card">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t.label(name)}>
        <path d={path} />
      </svg>
      <figcaption>
        <b>{name}</b>
        <span>{[street, t.forRoll].filter(Boolean).join(' · ')}</span>
      </figcaption>
    </figure>
  )
}
