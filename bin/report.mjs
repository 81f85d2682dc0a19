import { writeFileSync } from 'node:fs'
import { seconds } from './stages.mjs'

/**
 * A reporter for vitest, beside the one that prints what failed: a line for each group of tests when
 * it is done, and the counts in the file that HEARTH_TALLY names.
 */
export default class Report {
  /** @type {Map<string, { left: number, from: number, passed: number, failed: number, skipped: number }>} */
  groups = new Map()

  onTestRunStart(specifications) {
    for (const { project } of specifications) {
      const group = this.groups.get(project.name) ?? {
        left: 0,
        from: 0,
        passed: 0,
        failed: 0,
        skipped: 0,
      }
      group.left += 1
      this.groups.set(project.name, group)
    }
  }

  onTestModuleQueued({ project }) {
    const group = this.groups.get(project.name)
    group.from ||= performance.now()
  }

  onTestModuleEnd(file) {
    const group = this.groups.get(file.project.name)
    let failed = 0
    for (const test of file.children.allTests()) {
      const { state } = test.result()
      if (state === 'passed') group.passed += 1
      else if (state === 'failed') failed += 1
      else group.skipped += 1
    }
    // A file that does not load, or whose preparation fails, has no failed test of its own.
    group.failed += failed === 0 && file.state() === 'failed' ? 1 : failed
    group.left -= 1
    if (group.left === 0) this.print(file.project.name, group)
  }

  print(name, { passed, failed, skipped, from }) {
    const counts = [
      `${passed} passed`,
      failed && `${failed} failed`,
      skipped && `${skipped} skipped`,
    ]
    console.log(`${name.padEnd(14)}${counts.filter(Boolean).join(', ')}  ${seconds(from)}`)
  }

  onTestRunEnd(_files, errors) {
    const tally = { groups: Object.fromEntries(this.groups), errors: errors.length }
    if (process.env.HEARTH_TALLY) writeFileSync(process.env.HEARTH_TALLY, JSON.stringify(tally))
  }
}
