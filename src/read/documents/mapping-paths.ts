import { looksLikePath } from "./sites.js";

/** A path as a document writes it, with what follows it. */
export interface PathName {
  readonly path: string;
  /** `path::symbol`, `path:symbol()`, `path#symbol`. */
  readonly symbol: string | undefined;
  /** True if it says lines: `path:12-34`. */
  readonly lines: boolean;
}

const form = /^([^\s:#()<>"'`|*?,;{}=$[\]]+?)(?:(?:::|:|#)(~?[A-Za-z_].*)|[:#]\s*(?:lines?\s*)?L?~?\d[\d\s,:L~–-]*)?$/;

/** A path that stands for others: `path/to/x`, `your_spec.tla`, `…/a.rs`, `X.tla`. */
const placeholder =
  /(?:^|\/)(?:path\/to|your|my|foo|bar|baz|some|example|xxx+|yyyy)(?=[/._-]|$)|…|\.\.\.|^(?:\.\/)?(?:Spec|Module|Model|NewSpec|MySpec|YourSpec|SpecName)\.(?:tla|cfg)$/i;

/** True for a path that no file is meant by: a pattern, a placeholder, a place outside of the repository. */
export function isNoPlace(path: string): boolean {
  return placeholder.test(path) || /[*?<>{}$%~]/.test(path) || /^(?:[/~]|[A-Za-z]:[/\\]|[a-z][a-z0-9+.-]*:\/\/)/.test(path);
}

/** The path that a stretch of code or a word is; `undefined` if it is none. */
export function pathIn(text: string): PathName | undefined {
  const match = form.exec(text.trim());
  const path = match?.[1]?.replaceAll("\\", "/");
  if (match === null || path === undefined || !looksLikePath(path)) return undefined;
  // `q@k.T` is a product; `@scope/name` is a folder.
  if (/(?:^|[^/])@/.test(path.replace(/^@/, ""))) return undefined;
  // `read/write` and `a/b` are words; a path has an extension, a folder's slash at its end, or a dot first.
  if (path.includes("/") && !/\.\w+$|\/$|^\.{1,2}\//.test(path)) return undefined;
  return { path, symbol: match[2], lines: match[2] === undefined && path.length < text.trim().length };
}
