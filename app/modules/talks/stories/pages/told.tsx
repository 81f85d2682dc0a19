import { found } from '#app/platform/errors.ts'
import { serveFile } from '#app/platform/files/serve-file.ts'
import type { Download } from '#app/platform/http/page.ts'
import { Player } from '#app/ui/media.tsx'
import { Prose, Section } from '#app/ui/page.tsx'
import { useSpeech, useTitle, useWords } from '#app/ui/speech.tsx'
import { to, urls } from '#app/urls.ts'
import { mayKeepEntry } from '../../speakers/access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { findStory, type Story } from '../queries.ts'
import { stateOf } from '../rules.ts'

const words = { zh, en }

/** A recording's bytes: for everyone while the consent stands, else for the speaker and the office. */
export const recordingDownload: Download = {
  open: true,
  async respond(ctx, visit) {
    const story = found(await findStory(ctx, visit.params['storyId']!))
    const isOpen = stateOf(story) === 'shown' || mayKeepEntry(ctx.actor, story)
    return serveFile(ctx, visit, found(isOpen ? story.fileId : null))
  },
}

/** What a story says, and its recording. */
export function Told({ story }: { story: Story }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const titleOf = useTitle()
  const said = language === 'en' && story.wordsEn ? story.wordsEn : story.words
  const src = to(urls.recording, { storyId: story.id })
  return (
    <>
      {said && (
        <Prose>
          {said.split('\n').map((line, at) => (
            <p key={at}>{line}</p>
          ))}
        </Prose>
      )}
      {story.kind && story.mediaType && (
        <Player
          kind={story.kind}
          src={src}
          mediaType={story.mediaType}
          label={titleOf(story)}
          captions={[]}
        >
          <a href={src}>{t.cannotPlay}</a>
        </Player>
      )}
    </>
  )
}

/** The stories of those who give a talk, folded; nothing where there is none. */
export function StoriesOfSpeakers({ stories }: { stories: readonly Story[] }) {
  const t = useWords(words)
  const titleOf = useTitle()
  if (stories.length === 0) return null
  return (
    <Section title={t.ofSpeakers}>
      {stories.map((story) => (
        <details key={story.id}>
          <summary>
            {titleOf(story)} · {t.by(story.speakerName)}
          </summary>
          <Told story={story} />
        </details>
      ))}
    </Section>
  )
}
