import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** E.164 where it can be read as a number of Kazakhstan (`8 701 …` and ten digits too), null otherwise. */
export function readPhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text, { defaultCountry: 'KZ', extract: false })
  return number?.country === 'KZ' && number.isValid() && number.ext === undefined ? number.number : null
}

/** How a phone is stored: one spelling for every readable number, else the text as it was written. */
export const normalisePhone = (text: string): string => readPhone(text) ?? text
