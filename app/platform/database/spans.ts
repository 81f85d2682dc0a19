/** A span of time from an instant up to, but not including, another. */
export type Span = { start: Date; end: Date }

/** A span as PostgreSQL writes a tstzrange. */
export function rangeOf(span: Span): string {
  return `[${span.start.toISOString()},${span.end.toISOString()})`
}

/** Reads a tstzrange with both ends, the only kind Hearth stores. */
export function spanOf(range: string): Span {
  const [start, end] = range.slice(1, -1).split(',')
  return { start: instantOf(start!), end: instantOf(end!) }
}

// "2022-01-12 06:00:00+00" as PostgreSQL writes it inside a range, with quotes around.
function instantOf(text: string): Date {
  const plain = text.replaceAll('"', '').replace(' ', 'T')
  return new Date(/[+-]\d\d$/.test(plain) ? `${plain}:00` : plain)
}

export function minutesOf(span: Span): number {
  return (span.end.getTime() - span.start.getTime()) / 60_000
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
