// The mark is a seal, as pressed under a letter: a flame left white in a square of vermilion.
const vermilion = '#b23a1c'
const paper = '#fdf6ea'
const square =
  'M5.5 2.6c7-.5 14.5-.4 21.2 0 1.6.1 2.7 1.1 2.8 2.7.4 7 .4 14 0 21.3-.1 1.6-1.1 2.7-2.7 2.8-7 .5-14.3.4-21.3 0-1.6-.1-2.8-1.1-2.9-2.7-.4-7-.4-14.3 0-21.4.1-1.6 1.3-2.6 2.9-2.7z'
const flame =
  'M16.6 5.5c.8 4.9 7.4 7.7 7.4 14.1 0 4.2-3.3 7-7.7 7-4.7 0-8.2-2.7-8.2-6.9 0-3.1 1.7-5.2 3.3-6.6.1 2 .8 3.3 2 3.9-.4-4.5.9-8.6 3.2-11.5z'
const core =
  'M16.5 16.4c.5 2 2.9 2.9 2.9 5.5 0 1.9-1.4 3.1-3.2 3.1s-3.3-1.2-3.3-3c0-1.3.7-2.2 1.4-2.8.1.8.4 1.3.9 1.5-.2-1.7.3-3.2 1.3-4.3z'

/** The seal as a whole SVG file, for /icon.svg and printed matter. */
export const sealFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${vermilion}" d="${square}"/><path fill="${paper}" d="${flame}"/><path fill="${vermilion}" d="${core}"/></svg>`

/**
 * The mark for a phone's own shapes, for which it may cut away all but the middle: the flame on a
 * ground that goes to the edge.
 */
export const wholeSealFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${vermilion}" d="M0 0h32v32H0z"/><g transform="translate(4.6 4.4) scale(.72)"><path fill="${paper}" d="${flame}"/><path fill="${vermilion}" d="${core}"/></g></svg>`

/** The seal beside the name. */
export function Seal() {
  return (
    <svg class="seal" viewBox="0 0 32 32" aria-hidden="true">
      <path fill={vermilion} d={square} />
      <path fill={paper} d={flame} />
      <path fill={vermilion} d={core} />
    </svg>
  )
}
