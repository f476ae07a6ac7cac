import { describe, expect, it } from "vitest";
import { readPage } from "./page.js";

const readme = "```markdown specs/README.md\n| A |\n```\n";
const lease = "```rust src/lease.rs\nfn f() {}\n```\n";
const findings = "```text findings\nspecs/README.md:1:1: error some-rule: No.\n```\n";

interface Parts {
  readonly reports?: string;
  readonly silent?: string;
  readonly fix?: string;
}

/** A page; line 5 is `## Reports`, line 9 the first fence. */
const pageOf = ({ reports = `${readme}${lease}${findings}`, silent = `${readme}${lease}`, fix = "Mend it.\n" }: Parts): string =>
  `# some-rule\n\nA fault. Error by default.\n\n## Reports\n\nSo:\n\n${reports}\n## Stays silent\n\nNot so:\n\n${silent}\n## How to fix it\n\n${fix}`;

const faultsOf = (parts: Parts): readonly string[] => readPage("p.md", pageOf(parts)).faults;

describe("the reader of pages", () => {
  it("reads workspaces with their findings", () => {
    const page = readPage("p.md", pageOf({}));
    expect(page.faults).toEqual([]);
    expect(page).toMatchObject({ title: "some-rule", lead: "A fault. Error by default." });
    const files = { "specs/README.md": "| A |\n", "src/lease.rs": "fn f() {}\n" };
    expect(page.examples).toEqual([
      { section: "Reports", line: 9, files, findings: ["specs/README.md:1:1: error some-rule: No."] },
      { section: "Stays silent", line: 23, files, findings: [] },
    ]);
  });

  it("takes prose and findings for the end of an example", () => {
    const page = readPage(
      "p.md",
      pageOf({ reports: `${readme}${findings}\nAnd so:\n\n${lease}${findings}`, silent: `${readme}\nNor so:\n\n${lease}` }),
    );
    expect(page.faults).toEqual([]);
    expect(page.examples.map(({ files }) => Object.keys(files))).toEqual([
      ["specs/README.md"],
      ["src/lease.rs"],
      ["specs/README.md"],
      ["src/lease.rs"],
    ]);
  });

  it.each([
    ["an example under Reports that nothing closes", { reports: readme }, "p.md:9: no `text findings` closes the example"],
    [
      "an example that prose cuts off",
      { reports: `${readme}\nProse.\n\n${lease}${findings}` },
      "p.md:13: no `text findings` closes the example before",
    ],
    [
      "findings under Reports that are empty",
      { reports: `${readme}\`\`\`text findings\n\`\`\`\n` },
      "p.md:12: no `text findings` closes the example before",
    ],
    ["findings without files", { reports: `${readme}${findings}\nProse.\n\n${findings}` }, "p.md:18: the example has no files"],
    [
      "a fence without a path",
      { reports: `\`\`\`rust\n\`\`\`\n${readme}${findings}` },
      "p.md:9: the info string `rust ` is neither a language and a path nor `text findings`",
    ],
    [
      "a path with more words",
      { reports: `\`\`\`rust src/a.rs b\n\`\`\`\n${readme}${findings}` },
      "p.md:9: the info string `rust src/a.rs b` is neither a language and a path nor `text findings`",
    ],
    [
      "a language that the path is not in",
      { reports: `\`\`\`python src/a.rs\n\`\`\`\n${readme}${findings}` },
      "p.md:9: `src/a.rs` is rust, not `python`",
    ],
    ["one file twice", { reports: `${readme}${readme}${findings}` }, "p.md:12: `specs/README.md` stands twice in one example"],
    ["a section without an example", { silent: "Never.\n" }, "p.md:1: `Stays silent` has no example"],
    ["an example in another section", { fix: `So:\n\n${readme}` }, "p.md:34: an example stands in `How to fix it`"],
    [
      "a section nobody knows",
      { fix: "So.\n\n## Notes\n\nNo.\n" },
      "p.md:34: there is no section `Notes`: Reports, Stays silent, How to fix it, What it does not see, How it is judged, and how well",
    ],
  ])("finds %s", (_, parts: Parts, fault) => {
    expect(faultsOf(parts)).toEqual([fault]);
  });
});
