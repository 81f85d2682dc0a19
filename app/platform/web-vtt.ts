// Captions as WebVTT (W3C, https://www.w3.org/TR/webvtt1/). What is uploaded is read into cues and
// written anew: styles, regions, notes, settings and tags of the file go no further.

export type Cue = { start: number; end: number; text: string }

/** What can be wrong with a line of captions; each is the key of its sentence. */
export type CaptionFault =
  | 'captions.noTime'
  | 'captions.endsBeforeStart'
  | 'captions.outOfOrder'
  | 'captions.afterTheEnd'
  | 'captions.noWords'
  | 'captions.tooMany'

export type FaultyLine = { line: number; fault: CaptionFault }

const mostCues = 1000
const timing =
  /^\s*(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?\s*-->\s*(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,](\d{1,3}))?(?:\s.*)?$/

/**
 * The cues of captions typed or uploaded, with the lines that are wrong. Times must follow one
 * another and, where the clip's length is known, stay within it. SubRip's commas are read too.
 */
export function readCaptions(
  typed: string,
  seconds: number | null,
): { cues: Cue[]; faulty: FaultyLine[] } {
  const cues: Cue[] = []
  const faulty: FaultyLine[] = []
  for (const { line, lines } of blocksOf(typed)) {
    const [first = ''] = lines
    if (/^(WEBVTT|NOTE|STYLE|REGION)(\s|$)/.test(first)) continue
    const at = lines.findIndex((each) => each.includes('-->'))
    if (at < 0 || at > 1) {
      faulty.push({ line, fault: 'captions.noTime' })
      continue
    }
    const cue = cueOf(lines[at]!, lines.slice(at + 1))
    const fault = cue ? faultOf(cue, cues.at(-1), seconds) : 'captions.noTime'
    if (fault) faulty.push({ line: line + at, fault })
    else if (cues.length === mostCues)
      return { cues, faulty: [{ line, fault: 'captions.tooMany' }] }
    else cues.push(cue!)
  }
  return { cues, faulty }
}

/** Pieces parted by empty lines, each with the number of its first line. */
function blocksOf(typed: string): { line: number; lines: string[] }[] {
  const blocks: { line: number; lines: string[] }[] = []
  let open: string[] | null = null
  for (const [index, line] of typed
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === '') open = null
    else if (open) open.push(line)
    else blocks.push({ line: index + 1, lines: (open = [line]) })
  }
  return blocks
}

function cueOf(line: string, words: readonly string[]): Cue | null {
  const match = timing.exec(line)
  if (!match) return null
  const [, ...parts] = match
  return { start: secondsOf(parts.slice(0, 4)), end: secondsOf(parts.slice(4)), text: plain(words) }
}

function secondsOf([hours, minutes, seconds, rest]: readonly (string | undefined)[]): number {
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
  return (whole * 1000 + Number((rest ?? '').padEnd(3, '0'))) / 1000
}

/** The words of a cue without tags; an ampersand may stand for itself or begin one of four names. */
function plain(lines: readonly string[]): string {
  return lines
    .map((line) =>
      line
        .replace(/<[^>]*>?/g, '')
        .replace(/&(lt|gt|nbsp|amp);/g, (_, name: keyof typeof entities) => entities[name])
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, 500)
}
const entities = { lt: '<', gt: '>', nbsp: ' ', amp: '&' }

function faultOf(cue: Cue, before: Cue | undefined, seconds: number | null): CaptionFault | null {
  if (cue.end <= cue.start) return 'captions.endsBeforeStart'
  if (before && cue.start < before.start) return 'captions.outOfOrder'
  // A clip's length is kept in whole seconds.
  if (seconds !== null && cue.end > seconds + 1) return 'captions.afterTheEnd'
  return cue.text === '' ? 'captions.noWords' : null
}

/** Cues as a file that a browser reads, in which words are only words. */
export function writeCaptions(cues: readonly Cue[]): string {
  if (cues.length === 0) return ''
  const blocks = cues.map(({ start, end, text }) => {
    const words = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    return `${sayTime(start)} --> ${sayTime(end)}\n${words}\n`
  })
  return `WEBVTT\n\n${blocks.join('\n')}`
}

function sayTime(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
}
