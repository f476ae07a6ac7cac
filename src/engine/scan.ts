import type { Workspace } from "../model/workspace.js";
import { languageOf } from "../read/languages/index.js";
import type { Form } from "../read/source/form-expressions.js";
import { directiveWord, findMarks, markPattern } from "../read/source/marks.js";

/** What a search of a file's bytes found: cheap, and done for every file. */
export interface Scanned {
  readonly path: string;
  /** Words after markers written as configured. */
  readonly exact: ReadonlySet<string>;
  /** Words after markers that deviate in case, colon or space, in lower case. */
  readonly deviating: ReadonlySet<string>;
  /** Words that stand where a form has its name, and that it does not call a name: perhaps misspelt ones. */
  readonly unfit?: ReadonlySet<string>;
  readonly hasDirective: boolean;
}

/** The source files among the paths: those whose language, and so whose comment syntax, is known. */
export function sourceFiles(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => languageOf(path) !== undefined);
}

/** The forms of anchors that a file may have. */
export type FormsOf = (path: string) => readonly Form[];

function scannedForForms(path: string, text: string, marker: string, forms: readonly Form[]): Scanned | undefined {
  const hasDirective = text.includes(directiveWord);
  const marks = findMarks(text, marker, forms);
  if (marks.length === 0 && !hasDirective) return undefined;
  const exact = marks.filter((mark) => mark.exact && mark.fits !== false);
  const unfit = marks.filter((mark) => mark.fits === false);
  return {
    path,
    exact: new Set(exact.map((mark) => mark.word)),
    deviating: new Set(marks.filter((mark) => !mark.exact && mark.fits !== false).map((mark) => mark.word.toLowerCase())),
    unfit: new Set(unfit.map((mark) => mark.word)),
    hasDirective,
  };
}

/** Searches the files' bytes for marks and directives; files without either are left out. */
export function scan(
  workspace: Workspace,
  paths: readonly string[],
  marker: string,
  progress?: (message: string) => void,
  formsOf?: FormsOf,
): readonly Scanned[] {
  const pattern = markPattern(marker);
  const found: Scanned[] = [];
  for (const [at, path] of paths.entries()) {
    if (at % 500 === 499) progress?.(`searching ${at + 1} of ${paths.length} files`);
    const bytes = workspace.bytes(path);
    if (bytes === undefined) continue;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const forms = formsOf?.(path) ?? [];
    if (forms.length > 0) {
      const file = scannedForForms(path, buffer.toString("utf8"), marker, forms);
      if (file !== undefined) found.push(file);
      continue;
    }
    const text = buffer.toString("latin1");
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
