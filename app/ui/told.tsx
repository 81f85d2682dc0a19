import { to, urls } from '#app/urls.ts'
import { Player } from './media.tsx'
import { Prose, Section } from './page.tsx'
import { useSpeech, useTitle } from './speech.tsx'

/** What someone told, in words, as a recording, or both. */
export type ToldStory = {
  id: string
  speakerName: string
  title: string
  titleEn: string
  words: string
  wordsEn: string
  kind: 'audio' | 'video' | null
  mediaType: string | null
}

/** What a story says, and its recording. */
export function Told({ story, cannotPlay }: { story: ToldStory; cannotPlay: string }) {
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
          <a href={src}>{cannotPlay}</a>
        </Player>
      )}
    </>
  )
}

type ToldStoriesProps = {
  stories: readonly ToldStory[]
  said: { ofSpeakers: string; by(name: string): string; cannotPlay: string }
}

/** Several stories, folded; nothing where there is none. */
export function ToldStories({ stories, said }: ToldStoriesProps) {
  const titleOf = useTitle()
  if (stories.length === 0) return null
  return (
    <Section title={said.ofSpeakers}>
      {stories.map((story) => (
        <details key={story.id}>
          <summary>
            {titleOf(story)} · {said.by(story.speakerName)}
          </summary>
          <Told story={story} cannotPlay={said.cannotPlay} />
        </details>
      ))}
    </Section>
  )
}
