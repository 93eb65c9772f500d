import { useEffect } from 'react'

const sheets = {
  A5: '@page { size: A5 portrait; margin: 12mm }',
  A4: '@page { size: A4 portrait; margin: 20mm }',
  wide: '@page { size: A4 landscape; margin: 14mm }',
} as const
export type SheetSize = keyof typeof sheets

/**
 * The whole document prints on such sheets while the page is open. A named page in the style sheet would leave what stands
 * around it on the usual one: an empty sheet at the end. One without a name would stay for the pages visited later.
 */
export function useSheet(size: SheetSize): void {
  useEffect(() => {
    const style = new CSSStyleSheet()
    style.replaceSync(sheets[size])
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style)
    }
  }, [size])
}
