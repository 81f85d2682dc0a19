import type { ComponentChildren } from 'preact'

type PlayerProps = {
  kind: 'audio' | 'video'
  src: string
  mediaType: string
  /** What it is, for those who don't see it. */
  label: string
  captions: readonly { src: string; language: 'zh' | 'en'; label: string }[]
  /** What stands there where a browser can't play it. */
  children: ComponentChildren
}

/**
 * A clip in the browser's own player, loaded when it is played. Sound stands in a film's element too:
 * only there do browsers show captions.
 */
export function Player({ kind, src, mediaType, label, captions, children }: PlayerProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- the tracks are what the course has
    <video class={`player ${kind}`} controls preload="none" playsInline aria-label={label}>
      <source src={src} type={mediaType} />
      {captions.map((track, at) => (
        <track
          key={track.src}
          kind="captions"
          src={track.src}
          srcLang={track.language}
          label={track.label}
          default={at === 0}
        />
      ))}
      {children}
    </video>
  )
}
