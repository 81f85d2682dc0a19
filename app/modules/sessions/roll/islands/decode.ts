import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

type Detector = { detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]> }
type Detectors = {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

let reader: Promise<typeof import('zxing-wasm/reader')> | undefined

/** The decoder, loaded when it is first needed and from here: by itself it would ask a server elsewhere. */
function zxing() {
  reader ??= import('zxing-wasm/reader').then((module) => {
    module.prepareZXingModule({ overrides: { locateFile: () => wasm } })
    return module
  })
  return reader
}

async function decoded(picture: Blob | ImageData, tryHarder: boolean): Promise<string | null> {
  const { readBarcodes } = await zxing()
  const options = { formats: ['QRCode' as const], maxNumberOfSymbols: 1, tryHarder }
  const [found] = await readBarcodes(picture, options)
  return found?.text ?? null
}

/** What a QR code in a photo says; null where there is none. Fails where the browser can't run the decoder. */
export function readPhoto(photo: Blob): Promise<string | null> {
  return decoded(photo, true)
}

/** Reads a camera's picture as it stands: by the phone itself where it can, else by the decoder. */
export async function cameraReader(): Promise<(video: HTMLVideoElement) => Promise<string | null>> {
  const Own = (globalThis as { BarcodeDetector?: Detectors }).BarcodeDetector
  const formats = (await Own?.getSupportedFormats().catch(() => [])) ?? []
  if (Own && formats.includes('qr_code')) {
    const detector = new Own({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
  }
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video
    if (width === 0) return null
    canvas.width = width
    canvas.height = height
    pen.drawImage(video, 0, 0)
    return decoded(pen.getImageData(0, 0, width, height), false)
  }
}
