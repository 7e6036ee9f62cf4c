import { clean } from './clean.js';

/** A piece of an XML document. Only the functions of this file make one, so nothing gets in unescaped. */
export interface Xml {
  readonly xml: string;
}

/** Attributes in this order; those without a value are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Without what XML 1.0 allows in no form at all: `clean` takes that away. */
function escaped(text: string): string {
  return clean(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** Lines of text as the content of an element. */
export function xmlText(...lines: readonly string[]): Xml {
  return { xml: lines.map(escaped).join('\n') };
}

/** An element around text, or with each of several child elements on a line of its own. */
export function xmlElement(name: string, attributes: XmlAttributes, content: Xml | readonly Xml[] = []): Xml {
  const named = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(String(value))}"`],
  );
  const inside =
    'xml' in content ? content.xml : content.map(({ xml }) => `\n${xml}`).join('') + (content.length > 0 ? '\n' : '');
  const start = `<${name}${named.join('')}`;
  return { xml: inside === '' ? `${start}/>` : `${start}>${inside}</${name}>` };
}

export function xmlDocument({ xml }: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
