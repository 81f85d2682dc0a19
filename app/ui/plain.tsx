import { type ComponentChildren, isValidElement, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Cell } from '#app/platform/spreadsheet.ts'
import { dayOf } from '#app/platform/time.ts'
import { Time } from './dates.tsx'
import { Speaking, type Speech } from './speech.tsx'

/** What a drawn cell says, as a value: a number, a day or an instant where it is one, else its words. */
export function plainOf(drawn: ComponentChildren, speech: Speech): Cell {
  if (drawn === null || drawn === undefined || typeof drawn === 'boolean') return null
  if (typeof drawn === 'number') return drawn
  if (typeof drawn === 'string') return tidy(drawn)
  if (Array.isArray(drawn)) {
    const parts = drawn.filter((part) => part !== null && part !== undefined && part !== false)
    return parts.length === 1 ? plainOf(parts[0], speech) : wordsOf(drawn, speech)
  }
  if (!isValidElement(drawn)) return null
  const node = drawn as VNode<Record<string, unknown>>
  if (node.type === Time)
    return timeOf(node.props as unknown as Parameters<typeof Time>[0], drawn, speech)
  // A link, a span: what is inside it counts.
  if (node.type === 'a' || node.type === 'span' || node.type === 'b')
    return plainOf(node.props.children as ComponentChildren, speech)
  return wordsOf(drawn, speech)
}

function timeOf(
  { at, to, show = 'moment' }: Parameters<typeof Time>[0],
  drawn: ComponentChildren,
  speech: Speech,
): Cell {
  if (typeof at === 'string') return { day: at }
  if (to !== undefined || show === 'time') return wordsOf(drawn, speech)
  return show === 'moment' ? at : { day: dayOf(at) }
}

function wordsOf(drawn: ComponentChildren, speech: Speech): string {
  return tidy(textIn(renderToString(<Speaking speech={speech}>{drawn}</Speaking>)))
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

function textIn(html: string): string {
  return html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<(?:br|\/li|\/p|\/div|\/dd|\/dt)\b[^>]*>/g, '; ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => entities[name]!)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

// Word joiners keep lines together on a page and are in the way in a file.
function tidy(text: string): string {
  return text
    .replace(/[\u2060\u200b]/g, '')
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/^[;\s]+|[;\s]+$/g, '')
}
