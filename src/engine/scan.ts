import type { Workspace } from "../model/workspace.js";
import { languageOf } from "../read/languages/index.js";
import { directiveWord, findMarks, markPattern } from "../read/source/marks.js";

/** What a search of a file's bytes found: cheap, and done for every file. */
export interface Scanned {
  readonly path: string;
  /** Words after markers written as configured. */
  readonly exact: ReadonlySet<string>;
  /** Words after markers that deviate in case, colon or space, in lower case. */
  readonly deviating: ReadonlySet<string>;
  readonly hasDirective: boolean;
}

/** The source files among the paths: those whose language, and so whose comment syntax, is known. */
export function sourceFiles(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => languageOf(path) !== undefined);
}

/** Searches the files' bytes for marks and directives; files without either are left out. */
export function scan(
  workspace: Workspace,
  paths: readonly string[],
  marker: string,
  progress?: (message: string) => void,
): readonly Scanned[] {
  const pattern = markPattern(marker);
  const found: Scanned[] = [];
  for (const [at, path] of paths.entries()) {
    if (at % 500 === 499) progress?.(`searching ${at + 1} of ${paths.length} files`);
    const bytes = workspace.bytes(path);
    if (bytes === undefined) continue;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    const hasDirective = text.includes(directiveWord);
    pattern.lastIndex = 0;
    if (!hasDirective && !pattern.test(text)) continue;
    const marks = findMarks(text, marker);
    found.push({
      path,
      exact: new Set(marks.filter((mark) => mark.exact).map((mark) => mark.word)),
      deviating: new Set(marks.filter((mark) => !mark.exact).map((mark) => mark.word.toLowerCase())),
      hasDirective,
    });
  }
  return found;
}
