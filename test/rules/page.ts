import type { Code, Root, RootContent } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { languageOf } from "../../src/read/languages/index.js";
import { plainTextOf } from "./page-text.js";

/** One workspace of a page, and what `--format compact` says of it, a line each. `line` is where its first fence begins, 1-based. */
export interface Example {
  readonly section: Section;
  readonly line: number;
  readonly files: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
}

/** A rule's page as the tests see it. */
export interface Page {
  readonly title: string;
  /** The first paragraph, as a reader sees it. */
  readonly lead: string;
  readonly examples: readonly Example[];
  /** What is wrong with the page's form, each beginning with `page:line: `. */
  readonly faults: readonly string[];
}

/** The sections whose fences are examples. */
export type Section = (typeof exampleSections)[number];

const exampleSections = ["Reports", "Stays silent"] as const;
const sections = [...exampleSections, "How to fix it", "What it does not see", "How it is judged, and how well"];

/** An example as far as it has been read. */
interface Group {
  readonly line: number;
  readonly files: Record<string, string>;
}

const lineOf = (node: RootContent): number => node.position?.start.line ?? 1;

/** The path that a fence's info string gives its text, or what is wrong with the info string. */
function fileOf(fence: Code): { readonly path: string } | { readonly fault: string } {
  const [language, path] = [fence.lang ?? "", fence.meta ?? ""];
  if (path === "" || /\s/.test(path))
    return { fault: `the info string \`${language} ${path}\` is neither a language and a path nor \`text findings\`` };
  const known = path.endsWith(".md") ? "markdown" : (languageOf(path)?.id ?? "text");
  return language === known ? { path } : { fault: `\`${path}\` is ${known}, not \`${language}\`` };
}

/** The workspaces of some nodes, each with its findings. Files are one workspace up to the fence of their findings, or up to the next prose where nothing is found. */
export function* workspacesOf(
  nodes: readonly RootContent[],
  mustFind: boolean,
  fault: (node: RootContent, words: string) => void,
): Generator<Omit<Example, "section">> {
  let group: Group | undefined;
  for (const node of nodes) {
    const isFindings = node.type === "code" && node.lang === "text" && node.meta === "findings";
    if (node.type === "code" && !isFindings) {
      const file = fileOf(node);
      group ??= { line: lineOf(node), files: {} };
      if ("fault" in file) fault(node, file.fault);
      else if (file.path in group.files) fault(node, `\`${file.path}\` stands twice in one example`);
      else group.files[file.path] = `${node.value}\n`;
      continue;
    }
    const findings = node.type === "code" ? node.value.split("\n").filter((line) => line !== "") : [];
    if (group !== undefined && mustFind && findings.length === 0) fault(node, "no `text findings` closes the example before");
    if (group !== undefined) yield { ...group, findings };
    else if (isFindings) fault(node, "the example has no files");
    group = undefined;
  }
  if (group === undefined) return;
  const last = nodes.at(-1);
  if (last !== undefined && mustFind) fault(last, "no `text findings` closes the example");
  yield { ...group, findings: [] };
}

/** Reads a rule's page. Never throws: what is wrong with its form is in `faults`. */
export function readPage(name: string, text: string): Page {
  const root: Root = unified().use(remarkParse).parse(text);
  const faults: string[] = [];
  const examples: Example[] = [];
  const fault = (node: RootContent | undefined, words: string): void => {
    faults.push(`${name}:${node === undefined ? 1 : lineOf(node)}: ${words}`);
  };
  const [title, lead] = root.children;
  if (title?.type !== "heading" || title.depth !== 1) fault(title, "the page does not begin with a title");
  if (lead?.type !== "paragraph") fault(lead, "no paragraph follows the title");

  const found: string[] = [];
  const starts = root.children.flatMap((node, at) => (node.type === "heading" && at > 0 ? [at] : []));
  for (const node of root.children.slice(0, starts[0])) if (node.type === "code") fault(node, "a fence stands before the first section");
  for (const [index, start] of starts.entries()) {
    const heading = root.children[start];
    if (heading === undefined) continue;
    const name = plainTextOf(heading);
    const nodes = root.children.slice(start + 1, starts[index + 1]);
    if (!sections.includes(name)) fault(heading, `there is no section \`${name}\`: ${sections.join(", ")}`);
    if (found.includes(name)) fault(heading, `the section \`${name}\` stands twice`);
    found.push(name);
    const section = exampleSections.find((known) => known === name);
    if (section !== undefined) {
      if (nodes[0]?.type !== "paragraph") fault(heading, `\`${name}\` does not begin with a line of prose`);
      for (const example of workspacesOf(nodes, section === "Reports", fault)) examples.push({ section, ...example });
    } else for (const node of nodes) if (node.type === "code" && (node.meta ?? "") !== "") fault(node, `an example stands in \`${name}\``);
  }
  for (const section of exampleSections)
    if (!examples.some((example) => example.section === section)) fault(undefined, `\`${section}\` has no example`);
  if (!found.includes("How to fix it")) fault(undefined, "`How to fix it` is missing");
  return { title: title === undefined ? "" : plainTextOf(title), lead: lead === undefined ? "" : plainTextOf(lead), examples, faults };
}
