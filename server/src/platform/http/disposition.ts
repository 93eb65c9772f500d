/** `Content-Disposition` of a file that is saved and never shown (RFC 6266, RFC 8187): its own name, and one for clients that know ASCII only. */
export function asAttachment(fileName: string): string {
  const isPlain = /^[\w .()+-]+$/.test(fileName)
  const plain = isPlain ? fileName : `file${/\.\w{1,10}$/.exec(fileName)?.[0] ?? ''}`
  const coded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`
}
