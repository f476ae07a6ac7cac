import { describe, expect, it } from "vitest";
import { copyOf, run } from "./run.js";

describe("wrong usage exits with 2, says what was meant on standard error, and writes nothing else", () => {
  it.each([
    [["--fromat", "json"], "There is no option `--fromat`.", "Did you mean `--format`?"],
    [["--frobnicate"], "There is no option `--frobnicate`.", "--help"],
    [["-x"], "There is no option `-x`.", "--help"],
    [["--format", "prety"], "There is no format `prety`.", "Did you mean `pretty`?"],
    [["--format", "xml"], "There is no format `xml`.", "`pretty`, `compact`, `json`, `github`"],
    [["--format", "toString"], "There is no format `toString`.", "`json`"],
    [["--only", "missing-ancor"], "There is no rule `missing-ancor`.", "Did you mean `missing-anchor`?"],
    [["--only", "missing-anchor,nonsense"], "There is no rule `nonsense`.", "explain"],
    [["--rule", "mising-anchor=off"], "There is no rule `mising-anchor`.", "Did you mean `missing-anchor`?"],
    [["--rule", "missing-anchor=loud"], "`--rule missing-anchor=loud`", "`--rule RULE=off`"],
    [["--rule", "missing-anchor"], "`--rule missing-anchor`", "`--rule RULE=off`"],
    [["--rule", "missing-anchor=off=off"], "`--rule missing-anchor=off=off`", "`--rule RULE=off`"],
    [["--rule", "unreadable=warn"], "`unreadable` is always an error", "cannot be switched off"],
    [["--max-warnings", "few"], "`--max-warnings few` is not a number", "0 or more"],
    [["--max-warnings=-1"], "`--max-warnings -1` is not a number", "0 or more"],
    [["--max-warnings"], "max-warnings", "--help"],
    [["--quiet=yes"], "quiet", "--help"],
    [["--unsafe"], "`--unsafe` needs `--fix`.", "`--fix --unsafe`"],
    [["--dry-run"], "`--dry-run` needs `--fix`.", "`--fix --dry-run`"],
    [["review", "--fix"], "`--fix` is an option of `spec-anchors check`.", "lock"],
    [["--fix=safe"], "fix", "--help"],
    [["chek"], "`chek` does not exist.", "Did you mean the command `check`?"],
    [["explin", "missing-anchor"], "`explin` does not exist.", "Did you mean the command `explain`?"],
    [["reveiw"], "`reveiw` does not exist.", "Did you mean the command `review`?"],
    [["check", "src/gone.rs"], "`src/gone.rs` does not exist.", "PATH"],
    [["check", ""], "A PATH is empty", ""],
    [["check", ".."], "`..` is outside the root", "--root"],
    [["check", "/"], "`/` is outside the root", "--root"],
    [["--root", "nowhere"], "The root `nowhere` does not exist.", "--root"],
    [["--root", "Cargo.toml"], "The root `Cargo.toml` is not a folder.", "--root"],
    [["--config", "nowhere.toml"], "The configuration `nowhere.toml` does not exist.", "--config"],
    [["--config", "src"], "The configuration `src` is a folder.", "--root src"],
    [["explain", "missing-ancor"], "There is no rule `missing-ancor`.", "Did you mean `missing-anchor`?"],
    [["explain", "missing-anchor", "wrong-file"], "`explain` takes one rule", "each"],
  ])("%j", (args, message, hint) => {
    const { code, stdout, stderr } = run(args, { cwd: copyOf("example") });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^spec-anchors: /);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/bug of spec-anchors|\n\s+at /);
  });
});
