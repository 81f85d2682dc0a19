import type { zh } from '../../codes/messages.zh.ts'
import type { Expected } from '../../codes/rules.ts'

/** What the server gave the page for its script; `%` in `which` stands for six digits. */
export type OnScanPage = {
  sessionId: string
  /** Where the session's roll is. */
  path: string
  street: number
  people: readonly Expected[]
  words: Omit<(typeof zh)['scan'], 'which'> & {
    which: string
    reasons: Readonly<Record<string, string>>
  }
}

export function readPage(): OnScanPage | null {
  const root = document.querySelector<HTMLElement>('[data-scan]')
  return root && JSON.parse(root.dataset['scan']!)
}

/** A part of the page by its name there. */
export function part(name: string): HTMLElement {
  return document.querySelector<HTMLElement>(`[data-${name}]`)!
}

/** A button that a script made. */
export function buttonOf(label: string, press: () => void, kind = 'plain'): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `button ${kind}`
  button.textContent = label
  button.addEventListener('click', press)
  return button
}

let sound: AudioContext | undefined

/** A short sign that needs no look at the screen: high and once for yes, low and twice for no. */
export function signal(good: boolean): void {
  navigator.vibrate?.(good ? 60 : [60, 60, 60])
  try {
    sound ??= new AudioContext()
    const [tone, volume] = [sound.createOscillator(), sound.createGain()]
    tone.frequency.value = good ? 880 : 220
    volume.gain.value = 0.05
    tone.connect(volume).connect(sound.destination)
    tone.start()
    tone.stop(sound.currentTime + (good ? 0.08 : 0.25))
  } catch {
    // A phone without sound reads codes as well.
  }
}
