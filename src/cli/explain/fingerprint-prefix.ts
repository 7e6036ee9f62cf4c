/** `v1:` and hex digits, or the digits alone; a few of them are enough. */
const fingerprint = /^(?:v1:)?[0-9a-f]{4,16}$/;

/** Whether somebody means a finding by its fingerprint, or by how that begins. */
export function isFingerprint(text: string): boolean {
  return fingerprint.test(text);
}
