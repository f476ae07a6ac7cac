import { copyFileSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { phrasebookFile } from "../../src/assets.js";
import { UserError } from "../../src/model/user-error.js";
import { openPhrasebook } from "../../src/open-phrasebook.js";

const folder = mkdtempSync(join(tmpdir(), "phrasebook-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the phrasebook that is shipped is read once", () => {
  const book = openPhrasebook();
  expect(book()).toBe(book());
  expect(book().codeTerms.size).toBeGreaterThan(1000);
});

it("one that is missing or damaged is a user's error that names the file, when it is asked for", () => {
  const [missing, damaged] = [join(folder, "none.bin"), join(folder, "damaged.bin")];
  copyFileSync(phrasebookFile, damaged);
  truncateSync(damaged, 500_000);
  for (const file of [missing, damaged]) {
    const book = openPhrasebook(file);
    expect(book).toThrow(UserError);
    expect(book).toThrow(file);
  }
});
