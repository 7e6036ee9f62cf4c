/** A path of a report as a relative URI: forward slashes, no `./` in front, everything else percent-encoded. */
export function relativeUri(path: string): string {
  return path
    .replace(/^(?:\.\/)+/, '')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
}
