import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The namespace of everything that is identified here: the UUIDv5 of `urn:firebreak:oscal` among URLs. */
const namespace = '9923019d-0e21-5cf4-96ac-3ea76387d56b';

/**
 * The UUIDv5 (RFC 9562, 5.5) of a name: the same for the same name on every machine. SHA-1 is what the version asks for;
 * nothing here relies on it being hard to break.
 */
export function oscalUuid(...name: readonly string[]): string {
  return uuidV5(namespace, JSON.stringify(name));
}

export function uuidV5(within: string, name: string): string {
  const space = hexToBytes(within.replaceAll('-', ''));
  const text = utf8ToBytes(name.replace(/\p{Cs}/gu, '\ufffd'));
  const hash = bytesToHex(sha1.create().update(space).update(text).digest()).slice(0, 32);
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const digits = `${hash.slice(0, 12)}5${hash.slice(13, 16)}${variant}${hash.slice(17)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
