/** What kind of value a field has. Kinds of numbers differ only in how they are printed. */
export type Shape =
  | { readonly is: 'text'; readonly words?: readonly string[] }
  | { readonly is: 'date' | 'number' | 'seconds' | 'bytes' | 'share' | 'flag' | 'any' }
  | { readonly is: 'list'; readonly of: Shape }
  | PartShape;

export interface PartShape {
  readonly is: 'part';
  readonly fields: Readonly<Record<string, Shape>>;
}

export const text: Shape = { is: 'text' };
/** An ISO date as text, or the word `never`. */
export const date: Shape = { is: 'date' };
export const number: Shape = { is: 'number' };
export const seconds: Shape = { is: 'seconds' };
export const bytes: Shape = { is: 'bytes' };
export const share: Shape = { is: 'share' };
export const flag: Shape = { is: 'flag' };
export const anything: Shape = { is: 'any' };

export function oneOf(...words: readonly string[]): Shape {
  return { is: 'text', words };
}

export function listOf(of: Shape): Shape {
  return { is: 'list', of };
}

export function partOf(fields: Readonly<Record<string, Shape>>): PartShape {
  return { is: 'part', fields };
}

/** Shapes that can be compared, added and asked for in each other's place. */
export function family(shape: Shape): 'text' | 'number' | 'flag' | 'list' | 'part' | 'any' {
  switch (shape.is) {
    case 'date':
      return 'text';
    case 'seconds':
    case 'bytes':
    case 'share':
      return 'number';
    case 'text':
    case 'number':
    case 'flag':
    case 'list':
    case 'part':
    case 'any':
      return shape.is;
  }
}

const names = {
  text: 'text',
  date: 'a date',
  number: 'a number',
  seconds: 'a duration',
  bytes: 'an amount of data',
  share: 'a share',
  flag: 'true or false',
  list: 'a list',
  part: 'a map of fields',
  any: 'any value',
} as const;

export function nameOfShape({ is }: Shape): string {
  return names[is];
}
