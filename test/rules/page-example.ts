import { readFileSync } from "node:fs";
import { type Example, readPage } from "./page.js";

/** The files of the first example in a section of a rule's page. */
export function pageExample(id: string, section: Example["section"]): Readonly<Record<string, string>> {
  const page = readPage(`${id}.md`, readFileSync(new URL(`../../src/rules/${id}.md`, import.meta.url), "utf8"));
  const example = page.examples.find((one) => one.section === section);
  if (example === undefined) throw new Error(`the page of ${id} has no example under ${section}`);
  return example.files;
}
