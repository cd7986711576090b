import { URI } from 'vscode-uri';

/** A document address in normal form (as `vscode-uri` prints it): two equal addresses are equal strings. */
export type Uri = string;

/** Brings an address that came from outside (editor, command line) into normal form. */
export function normalizeUri(uri: string): Uri {
  return URI.parse(uri).toString();
}

/** Address of a file on disk. */
export function fileUri(path: string): Uri {
  return URI.file(path).toString();
}

/** File system path of a `file:` address. */
export function pathOf(uri: Uri): string {
  return URI.parse(uri).fsPath;
}

/** Address of the folder that holds `uri`, without a slash at the end. */
export function parentOf(uri: Uri): Uri {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

/** Decoded last segment of `uri`. */
export function baseNameOf(uri: Uri): string {
  return decodeSegment(uri.slice(uri.lastIndexOf('/') + 1));
}

/** True when `uri` is `folder` or lies below it. */
export function isWithin(folder: Uri, uri: Uri): boolean {
  return uri === folder || uri.startsWith(withSlash(folder));
}

/** Decoded path of `uri` below `folder`, with `/` between segments; undefined when it does not lie below it. */
export function relativePath(folder: Uri, uri: Uri): string | undefined {
  const base = withSlash(folder);
  if (uri === base || !uri.startsWith(base)) return undefined;
  return uri.slice(base.length).split('/').map(decodeSegment).join('/');
}

/** Address of `path` (decoded, `/` between segments) below `folder`. */
export function joinUri(folder: Uri, path: string): Uri {
  const base = URI.parse(folder);
  return base.with({ path: `${base.path.replace(/\/$/, '')}/${path}` }).toString();
}

/** The root of a disk (`file:///`) ends with a slash, other folders do not. */
function withSlash(folder: Uri): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment; // a stray % in a name that did not come through normalizeUri
  }
}
