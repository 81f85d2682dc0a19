/**
 * What the form on a page that posts to an address would send without a change: hidden and visible
 * inputs, and of radio buttons the chosen one.
 */
export function fieldsOf(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${escaped(action)}"`))
  if (!form) throw new Error(`the page has no form for ${action}`)
  const fields: Record<string, string> = {}
  for (const [tag] of form.slice(0, form.indexOf('</form>')).matchAll(/<(input|textarea)[^>]*>/g)) {
    const name = attribute(tag, 'name')
    const chosen = !/type="(radio|checkbox)"/.test(tag) || / checked/.test(tag)
    if (name !== undefined && chosen) fields[name] = attribute(tag, 'value') ?? ''
  }
  return fields
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;')
}
