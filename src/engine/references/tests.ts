import type { DocumentFacts } from "../../model/document.js";
import type { Reference } from "../../model/reference.js";
import type { Workspace } from "../../model/workspace.js";
import { testsIn } from "../../read/documents/test-mentions.js";
import { languageOf } from "../../read/languages/index.js";
import { segments } from "../../read/source/segments.js";
import type { DocumentPaths } from "./paths.js";

/** What a test looks like outside of comments and strings, in the languages where it looks like one. Elsewhere any program may be a test. */
const testForms: Readonly<Record<string, RegExp>> = {
  rust: /#\[[^\]]*\b(?:test|rstest|bench|quickcheck|test_case|wasm_bindgen_test)\b|\b(?:proptest|quickcheck)!|\bfn\s+main\b|macro_rules!/,
  python: /\bdef\s+test|\bclass\s+\w*Test|\bassert|\b__name__\b|\bunittest\b|\bpytest\b/,
  go: /\bfunc\s+(?:Test|Fuzz|Benchmark|Example|main)/,
  java: /@\w*(?:Test|Property)\b|\bextends\s+\w*Test|\bmain\s*\(/,
  kotlin: /@\w*(?:Test|Property)\b|\bmain\s*\(|\bSpec\b/,
  scala: /\b(?:test|it|should|property|forAll|in|describe)\b|@Test|\bmain\b/,
  javascript: /\b(?:it|test|describe|assert|expect|suite)\b/,
  typescript: /\b(?:it|test|describe|assert|expect|suite)\b/,
};

/** True if the file certainly has no test: its language is known, and nothing in its code reads as one. */
function isTestless(path: string, workspace: Workspace): boolean {
  const file = workspace.read(path);
  const language = file.kind === "text" ? languageOf(path, file.text) : undefined;
  const form = testForms[language?.id ?? ""];
  if (file.kind !== "text" || language === undefined || form === undefined) return false;
  let code = "";
  let at = 0;
  for (const { span } of segments(file.text, language.comments)) {
    code += `${file.text.slice(at, span.start)} `;
    at = span.end;
  }
  return !form.test(code + file.text.slice(at));
}

/**
 * The files that a document says to test something: whether they are there, and whether they have a test. Whether those of anchor tables
 * are there is told with what else their explanations name.
 */
export function testsOf(
  facts: DocumentFacts,
  others: ReadonlySet<number>,
  paths: DocumentPaths,
  workspace: Workspace,
): readonly Reference[] {
  return testsIn(facts).flatMap(({ table, ...written }): readonly Reference[] => {
    const site = paths.site(written);
    const { span } = written;
    if (site.resolved === "file" && isTestless(site.target, workspace))
      return [{ kind: "testless", document: facts.path, span, path: site.target }];
    // What is said of tests in a folder that is nowhere here is said of another repository's.
    const isTheirs = site.resolved === "missing" && paths.site({ path: site.path.replace(/\/.*$/, ""), span }).resolved !== "directory";
    if (isTheirs || (table !== undefined && others.has(table))) return [];
    return [{ kind: "path", document: facts.path, span, site, from: "text" }];
  });
}
