const encoder = new TextEncoder();

/** How many bytes a text takes in a file. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
