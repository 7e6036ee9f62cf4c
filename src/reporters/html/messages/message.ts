/** One text, or one for a single thing and one for any other number of them, told apart by `{n}`. */
export type Message = string | { readonly one: string; readonly other: string };
