import { readFileSync } from "node:fs";
import type { Root, RootContent } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { compactLines } from "../harness/check-files.js";
import { workspacesOf } from "../rules/page.js";
import { plainTextOf } from "../rules/page-text.js";

const name = "docs/anchor-styles.md";
const root: Root = unified()
  .use(remarkParse)
  .parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));

const starts = root.children.flatMap((node, at) => (node.type === "heading" && at > 0 ? [at] : []));
const recipes = starts.map((start, index): { readonly title: string; readonly nodes: readonly RootContent[] } => {
  const heading = root.children[start];
  return { title: heading === undefined ? "" : plainTextOf(heading), nodes: root.children.slice(start + 1, starts[index + 1]) };
});

describe(name, () => {
  it("has a recipe for each style", () => {
    expect(recipes.length).toBeGreaterThan(8);
  });

  it.each(recipes)("$title", async ({ nodes }) => {
    const faults: string[] = [];
    const workspaces = [...workspacesOf(nodes, true, (node, words) => faults.push(`${name}:${node.position?.start.line}: ${words}`))];
    for (const { line, files, findings } of workspaces) {
      const paths = Object.keys(files);
      expect(paths[0], `${name}:${line}`).toBe("spec-anchors.toml");
      expect(paths.filter((path) => path.endsWith(".md")).length, `${name}:${line}`).toBe(1);
      expect(paths.length, `${name}:${line}`).toBeGreaterThan(2);
      expect((await compactLines(files)).join("\n"), `${name}:${line}`).toBe(findings.join("\n"));
    }
    expect(faults).toEqual([]);
    expect(workspaces.length).toBeGreaterThan(0);
  });
});
