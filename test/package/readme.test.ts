import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { packageJson } from "./project.js";

it.each(["README.md", "docs/hooks.md"])("%s names no other version than this one", (page) => {
  const text = readFileSync(page, "utf8");
  const [major, minor] = packageJson.version.split(".");
  const ranges = [...text.matchAll(/spec-anchors@([\w.]+)/g)].map(([, range]) => range);
  const tags = [...text.matchAll(/^ *rev: (.*)$/gm)].map(([, tag]) => tag);
  if (page === "README.md") expect([ranges.length, tags.length]).toEqual([2, 1]);
  expect(
    [...new Set([...ranges, ...tags])].filter((version) => ![`${major}.${minor}`, `v${packageJson.version}`].includes(version ?? "")),
  ).toEqual([]);
});
