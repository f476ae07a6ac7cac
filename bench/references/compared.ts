import { checkFolder } from "../../src/check-folder.js";
import type { Diagnostic } from "../../src/model/report.js";
import type { TrueReference } from "./truth.js";

/** Rules that speak of what a reference names. */
const judging = new Set(["missing-file", "missing-symbol", "undefined-name", "broken-link", "ambiguous-path", "stale-explanation"]);

/** What a check says of a reference. `other`: it reports something else of its line. */
export interface Compared {
  readonly reference: TrueReference;
  readonly said: string | undefined;
}

/** A place of a diagnostic, with the text that stands there. */
interface Said {
  readonly rule: string;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

const plain = (text: string): string => text.replace(/[`*\s]/g, "");

/** True if what is reported and the reference are the same text, or one is a part of the other. */
function isAbout(said: Said, { path, line, text }: TrueReference): boolean {
  if (said.path !== path || said.line !== line) return false;
  const [own, other] = [plain(text), plain(said.text)];
  return other !== "" && (own.includes(other) || other.includes(own));
}

/** Checks a repository's folder with the configuration at `config`, and looks up what is said of each reference. */
export async function compare(
  root: string,
  config: string,
  references: readonly TrueReference[],
): Promise<{ readonly compared: readonly Compared[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { report, textOf } = await checkFolder({ cwd: root, root, config });
  const textAt = ({ path, line, column, endLine, endColumn }: Diagnostic | Diagnostic["related"][number]): string => {
    const lines = (textOf(path) ?? "").split("\n");
    return line === endLine ? (lines[line - 1] ?? "").slice(column - 1, endColumn - 1) : (lines[line - 1] ?? "").slice(column - 1);
  };
  const said = report.diagnostics
    .filter(({ rule }) => judging.has(rule))
    .flatMap((diagnostic): readonly Said[] =>
      [diagnostic, ...diagnostic.related].map((place) => ({
        rule: diagnostic.rule,
        message: diagnostic.message,
        path: place.path,
        line: place.line,
        text: textAt(place),
      })),
    );
  return {
    compared: references.map((reference) => {
      const found = said.find((one) => isAbout(one, reference));
      return { reference, said: found === undefined ? undefined : `${found.rule}: ${found.message}` };
    }),
    diagnostics: report.diagnostics,
  };
}
