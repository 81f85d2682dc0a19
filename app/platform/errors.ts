// The four kinds of failure that are expected. Anything else that is thrown is a bug.

/** What was asked for is not there, or not within the actor's reach. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The actor may see the thing but may not do this to it. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** The input has faults: a sentence for each field, by the field's dotted name. */
export class Invalid extends Error {
  override name = 'Invalid'
  readonly issues: Record<string, string>
  constructor(issues: Record<string, string>) {
    super(
      Object.entries(issues)
        .map(([field, issue]) => `${field}: ${issue}`)
        .join('; '),
    )
    this.issues = issues
  }
}

/** Raises the faults of an input, each at its field; without any, nothing happens. */
export function refuseFaults(faults: Record<string, string>): void {
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
}

/** A rule or a limit says no. The reason is the key of its own sentence. */
export class Refused extends Error {
  override name = 'Refused'
  readonly reason: string
  /** The numbers and names of the case, for a sentence that says them. */
  readonly details: Record<string, unknown>
  constructor(reason: string, details: Record<string, unknown> = {}) {
    super(reason)
    this.reason = reason
    this.details = details
  }
}

/** Says no, yet what was written before stays: a failed try of a code has to count. */
export class RefusedAndKept extends Refused {}

/** The row, or NotFound. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null)
    throw new NotFound('Nothing is there, or it is out of reach')
  return row
}

/** Stops with Forbidden unless an access predicate said yes. */
export function authorise(allowed: boolean): void {
  if (!allowed) throw new Forbidden('Not for this person to do')
}

/** Says in a command that everyone may do it, signed in or not. */
export function openToEveryone(): void {}

/** Stops with Refused when a rule gives a reason. */
export function refuseIf(reason: string | null): void {
  if (reason !== null) throw new Refused(reason)
}

/** Stops with Refused, and keeps what the command has written so far. */
export function refuseAndKeep(reason: string): never {
  throw new RefusedAndKept(reason)
}
