import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectedFrom } from "../../src/engine/trace/select.js";
import { plainText } from "../../src/model/document.js";
import { type Matrix, type MatrixContext, matrixFormats, type TracedName } from "../../src/model/trace.js";
import { readDocument } from "../../src/read/documents/markdown.js";
import { html } from "../../src/reporters/matrix/html.js";
import { matrixReporters } from "../../src/reporters/matrix/index.js";
import { json } from "../../src/reporters/matrix/json.js";
import { markdown } from "../../src/reporters/matrix/markdown.js";
import { text } from "../../src/reporters/matrix/text.js";
import { lease, traced } from "./lease.js";
import { all, outlineOf } from "./page-outline.js";

const plain: MatrixContext = { colour: false, width: undefined, toRoot: "" };
const matrix = await traced({ ...lease, "tests/check.sh": "# NoDoubleGrant\n" });

describe("each format, in full", () => {
  it.each(matrixFormats)("%s", async (format) => {
    const render = await matrixReporters[format].load();
    await expect(render(matrix, plain)).toMatchFileSnapshot(`snapshots/lease.${format}.txt`);
  });
});

describe("text", () => {
  const small = selectedFrom(matrix, { names: ["LeaseEnds", "QueueFair"], missing: false });

  it("is no wider than the terminal, but for words that are", () => {
    expect(text(small, { ...plain, width: 48 })).toBe(
      [
        "LeaseEnds",
        "  defined  specs/Lease.tla:7 operator",
        "  checked  specs/Lease.cfg:2 in Safety",
        "  row      specs/README.md:6 declares",
        "             src/lease.rs",
        "  test     src/lease.rs:38",
        "             tests::no_double_grant_holds",
        "  missing  no anchor specs/README.md:6",
        "",
        "QueueFair",
        "  defined  specs/Lease.tla:10 operator",
        "  checked  specs/LeaseVulnerable.cfg:1 (expected",
        "             to fail)",
        "  row      specs/README.md:8",
        "  anchor   src/lease.rs:14 after expression",
        "             statement in Lease::push",
        "  test     src/lease.rs:45",
        "             tests::first_come_first_served",
        "  missing  unchecked specs/README.md:8",
        "",
        "shown: 2 of 14 names, 7 of them with something missing",
        "there is no lock: nothing was reviewed",
        "tests are not listed of tests/check.sh which no",
        "grammar reads",
        "",
      ].join("\n"),
    );
  });

  it("has colours only where they are asked for, and each line ends without them", () => {
    expect(text(matrix, plain)).not.toContain("\x1b");
    const lines = text(small, { ...plain, colour: true }).split("\n");
    expect(lines[0]).toBe("\x1b[1m\x1b[31mLeaseEnds\x1b[39m\x1b[22m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what the terminal obeys is what is looked for
    expect(lines.map((line) => line.replace(/\x1b\[\d+m/g, "")).join("\n")).toBe(text(small, plain));
  });
});

describe("markdown", () => {
  const tables = (of: Matrix, context: MatrixContext = plain) => readDocument("matrix.md", markdown(of, context))?.tables ?? [];

  it("is one table with a row for each name", () => {
    const [table, more] = tables(matrix);
    expect(more).toBeUndefined();
    expect(table?.rows.map(({ cells }) => cells.length)).toEqual(matrix.names.map(() => 8));
    expect(table?.rows.map(({ cells }) => plainText(cells[0]?.pieces ?? []))).toEqual(matrix.names.map(({ title }) => title));
  });

  it("leads from its own folder to the lines, of Markdown as well", () => {
    const urls = tables(matrix, { ...plain, toRoot: "../" })[0]?.rows[1]?.cells.flatMap(({ pieces }) =>
      pieces.flatMap(({ url }) => url ?? []),
    );
    expect(urls).toEqual([
      "../specs/Lease.tla#L7",
      "../specs/Lease.cfg#L2",
      "../specs/README.md?plain=1#L6",
      "../src/lease.rs#L38",
      "../specs/README.md?plain=1#L6",
    ]);
  });
});

describe("html", () => {
  const page = outlineOf(html(matrix, { ...plain, toRoot: "../" }));

  it("is a table with a caption and heads for columns and rows", () => {
    const [table, more] = all(page, "table");
    if (table === undefined) throw new Error("there is no table");
    expect(more).toBeUndefined();
    expect(all(table, "caption")).toHaveLength(1);
    const heads = all(table, "th").map(({ attributes }) => attributes["scope"]);
    expect(heads).toEqual([...Array.from({ length: 8 }, () => "col"), ...matrix.names.map(() => "row")]);
    const rows = all(all(table, "tbody")[0] ?? page, "tr");
    expect(rows.map(({ children }) => children.length)).toEqual(matrix.names.map(() => 8));
    expect(rows.map(({ children }) => children[0]?.text)).toEqual(matrix.names.map(({ title }) => title));
  });

  it("says its language and its title, and labels the filter, which is not there without scripts", () => {
    expect(page.attributes).toEqual({ lang: "en" });
    expect(all(page, "title").map((element) => element.text)).toEqual(["Traceability of memory"]);
    const [label] = all(page, "label");
    expect(label?.attributes).toHaveProperty("hidden");
    expect(label?.children.map((child) => child.tag)).toEqual(["input", "span"]);
    expect(all(page, "style")[0]?.text).toContain("[hidden] { display: none !important; }");
  });

  it("needs nothing from elsewhere", () => {
    const addresses = [...all(page, "a").map(({ attributes }) => attributes["href"] ?? "")];
    expect(addresses.every((address) => address.startsWith("../s") || address.startsWith("../tests/"))).toBe(true);
    expect(addresses).toContain("../specs/README.md#L6");
    for (const tag of ["link", "img", "iframe", "object"]) expect(all(page, tag)).toEqual([]);
    expect(all(page, "script").map(({ attributes }) => attributes)).toEqual([{}]);
    expect(all(page, "style")[0]?.text).not.toMatch(/url\(|@import/);
  });

  it("filters by words, and says how many are left", () => {
    const rows = ["one Two", "two three", "four"].map((textContent) => ({ textContent, hidden: false }));
    const listeners: (() => void)[] = [];
    const box = { value: "", parentElement: { hidden: true }, addEventListener: (_: string, listen: () => void) => listeners.push(listen) };
    const said = { textContent: "" };
    const document = { getElementById: (id: string) => (id === "filter" ? box : said), querySelectorAll: () => rows };
    new Function("document", all(page, "script")[0]?.text ?? "")(document);
    expect(box.parentElement.hidden).toBe(false);
    box.value = " TWO three";
    for (const listen of listeners) listen();
    expect(rows.map(({ hidden }) => hidden)).toEqual([true, false, true]);
    expect(said.textContent).toBe("1 of 3 shown");
    box.value = "";
    for (const listen of listeners) listen();
    expect(rows.some(({ hidden }) => hidden)).toBe(false);
  });
});

describe("json", () => {
  const schema: object = JSON.parse(readFileSync(new URL("../../schema/trace.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  const sample: Matrix = JSON.parse(json(matrix, plain));

  it("is the matrix, as its schema says, with members of a later version as well", () => {
    expect(sample).toEqual(JSON.parse(JSON.stringify(matrix)));
    expect(validate(sample), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...sample, since: "main" })).toBe(true);
  });

  it.each([
    ["another version", { version: 2 }],
    ["no names", { names: undefined }],
    ["a name without a title", { names: [{ ...sample.names[0], title: undefined }] }],
    ["an unknown state", { names: [{ ...sample.names[0], review: "perhaps" }] }],
    ["a line that is text", { names: [{ ...sample.names[0], tests: [{ path: "a", line: "1", test: "a", by: "name" }] }] }],
    ["an unknown kind of check", { names: [{ ...sample.names[0], checks: [{ kind: "prayer" }] }] }],
  ])("refuses %s", (_what, changes) => {
    expect(validate({ ...sample, ...changes })).toBe(false);
  });
});

const bits = [
  "\x1b[2J",
  "\n",
  "\r",
  "\u202e",
  "\0",
  "\ud800",
  "::error::",
  "##[a]",
  "<script>",
  "</td>",
  "'\"",
  "&lt;",
  "|",
  "\\|",
  "`",
  "``",
  "](x)",
  "*",
  "<br>",
  "@ada",
  " ",
  "é",
  "日",
  "../",
  "a:b",
];
const hostile = fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 8 }).map((parts) => parts.join(""));

/** A matrix in which every text that comes from a repository is the given one. */
function poisoned(written: string): Matrix {
  const place = { path: written, line: 1 };
  const name: TracedName = {
    name: written,
    title: written,
    definitions: [{ ...place, module: written, kind: "operator" }],
    checks: [
      { kind: "model-checker", ...place, role: "property", in: written, fails: written, paired: false },
      { kind: "claim", ...place, keyword: "ASSUME" },
      { kind: "proof", ...place, theorem: written },
      { kind: "said", says: written },
    ],
    rows: [
      { ...place, kind: "anchor", files: [`${written}!`] },
      { ...place, kind: "anchor", files: [], promisesNothing: written },
    ],
    anchors: [
      {
        ...place,
        declared: true,
        owner: written,
        construct: { line: 1, type: "function_item", name: written, tie: "trails" },
        review: { state: "suspect", changed: ["code"], note: written },
      },
    ],
    tests: [{ ...place, test: written, by: "name" }],
    review: "suspect",
    missing: [{ ...place, rule: "a", severity: "error", words: "no anchor", message: written, suppressed: false }],
  };
  return {
    version: 1,
    root: `/${written}`,
    specifications: false,
    summary: { names: 1, incomplete: 1, shown: 1, otherFindings: 2 },
    names: [name],
    unreadable: [{ ...place, message: written }],
    unreadTests: [written],
  };
}

describe("a hostile repository", () => {
  it.each(matrixFormats)("%s has nothing that a terminal obeys", async (format) => {
    const render = await matrixReporters[format].load();
    fc.assert(
      fc.property(hostile, (written) => {
        expect(render(poisoned(written), plain)).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202e\u2066-\u2069]|\p{Cs}/u);
      }),
    );
  });

  it("text and markdown give no command to a workflow's runner", () => {
    fc.assert(
      fc.property(hostile, (written) => {
        for (const render of [text, markdown]) expect(render(poisoned(written), plain)).not.toMatch(/^\s*::|##\[/m);
      }),
    );
  });

  it("markdown stays one table of eight cells, and what is not its own is code", () => {
    fc.assert(
      fc.property(hostile, (written) => {
        const [table, more] = readDocument("matrix.md", markdown(poisoned(written), plain))?.tables ?? [];
        expect(more).toBeUndefined();
        expect(table?.rows.map(({ cells }) => cells.length)).toEqual([8]);
        const said =
          table?.rows[0]?.cells.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === "text").map(({ value }) => value)).join(" ") ??
          "";
        // Code in tags, as code with strokes has to be, is text for who reads Markdown.
        if (!written.includes("|")) expect(said).not.toMatch(/ada|script|error|é|日/);
      }),
    );
  });

  it("html stays what it is: the same elements, whatever the text", () => {
    const shape = (of: ReturnType<typeof outlineOf>): unknown => [of.tag, Object.keys(of.attributes), of.children.map(shape)];
    const expected = JSON.stringify(shape(outlineOf(html(poisoned("a"), plain))));
    fc.assert(
      fc.property(hostile, (written) => {
        const page = outlineOf(html(poisoned(written), plain));
        expect(JSON.stringify(shape(page))).toBe(expected);
        for (const { attributes } of all(page, "a"))
          expect(new URL(attributes["href"] ?? "", "file:///root/page.html").protocol).toBe("file:");
      }),
    );
  });
});
