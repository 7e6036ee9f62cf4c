import { isMap, type YAMLMap } from 'yaml';
import { openYaml, type OpenYaml } from '../editing/open-yaml.js';

/** Opens the text of a file of waivers; undefined where it is not one document that can be edited. */
export function openWaiverFile(text: string): OpenYaml | undefined {
  return openYaml(text, 'waivers');
}

/** The map of one waiver. */
export function waiverNode({ list }: OpenYaml, index: number): YAMLMap | undefined {
  const node = list?.items[index];
  return isMap(node) ? node : undefined;
}

/** The waivers of a text as plain data, for telling whether an edit did what it should; undefined: it cannot be read. */
export function waiverData(text: string): readonly unknown[] | undefined {
  const file = openWaiverFile(text);
  if (file === undefined) return undefined;
  const data: unknown = file.list?.toJS(file.document);
  return Array.isArray(data) ? data : undefined;
}
