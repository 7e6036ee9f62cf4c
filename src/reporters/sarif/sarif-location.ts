import type { ArtifactLocation, Location } from 'sarif';
import type { ReportLocation } from '../../report/report.js';
import { relativeUri } from '../relative-uri.js';
import { sarifText } from './sarif-text.js';

/** The root of the repository. It has no address of its own, so that the same audit gives the same file everywhere. */
export const sourceRoot = '%SRCROOT%';

export function sarifArtifact(path: string): ArtifactLocation {
  return { uri: relativeUri(path), uriBaseId: sourceRoot };
}

export function sarifLocation({ path, start, end, label }: ReportLocation): Location {
  return {
    physicalLocation: {
      artifactLocation: sarifArtifact(path),
      region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    },
    ...(label === '' ? {} : { message: { text: sarifText(label) } }),
  };
}
