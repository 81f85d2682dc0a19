import type { ComponentChildren } from 'preact'

/** A picture of its real size, so that the page doesn't jump when it comes. */
export type PhotoProps = { src: string; alt: string; width: number; height: number }

/** One picture, as large as the page lets it. */
export function Photo({ src, alt, width, height }: PhotoProps) {
  return <img class="picture" src={src} alt={alt} width={width} height={height} />
}

/** A few pictures beside each other, each with what is said of it. */
export function Photos(props: { children: ComponentChildren }) {
  return <ul class="photos">{props.children}</ul>
}

export function PhotoOf({ children, ...photo }: PhotoProps & { children?: ComponentChildren }) {
  return (
    <li>
      <figure>
        <Photo {...photo} />
        {children != null && <figcaption>{children}</figcaption>}
      </figure>
    </li>
  )
}
