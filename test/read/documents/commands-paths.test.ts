import { describe, expect, it } from "vitest";
import { commandNeeds } from "../../../src/read/documents/commands-paths.js";
import { factsOf, lines } from "./document-text.js";

/** What a script needs, in short: `folder/ path` or `what name`. */
function brief(script: string): readonly string[] {
  return commandNeeds(factsOf("a.md", lines("```sh", script, "```"))).map((need) =>
    need.kind === "path" ? `${need.folders[0] === "" ? "" : `${need.folders[0]}: `}${need.path}` : `${need.what} ${need.name}`,
  );
}

describe("what commands need", () => {
  it.each([
    ["java -cp tla2tools.jar tlc2.TLC -config specs/Log.cfg specs/Log.tla", ["specs/Log.cfg", "specs/Log.tla"]],
    ["./specs/check.sh --fast notes.txt", ["./specs/check.sh"]],
    ["bash scripts/run.sh other.sh", ["scripts/run.sh"]],
    ["python3 -u scripts/run.py --out result.json", ["scripts/run.py"]],
    ["python -m pytest tests/test_log.py::test_a", []],
    ["pytest tests/test_log.py tests/test_b.py -v", ["tests/test_log.py", "tests/test_b.py"]],
    ["cd specs && tlc Log.tla", ["specs: Log.tla"]],
    ["cargo test --test log_invariants -p log-core -- --nocapture", ["test log_invariants", "package log-core"]],
    ["cargo bench --bench=append", ["bench append"]],
    ["cbmc harness.c -I ../models --unwind 5", ["harness.c"]],
    ["gcc -o run src/main.c", ["src/main.c"]],
    ["gcc src/main.c -o main.c", ["src/main.c"]],
    ["make -f tools/check.mk all", ["tools/check.mk"]],
    ["touch new.tla && tlc new.tla", []],
    ["cat > gen.py <<EOF\nx\nEOF\npython gen.py", []],
    ["curl -O https://host/run.sh\nbash run.sh", []],
    ["curl -L https://host/x -o get.sh && sh get.sh", []],
    ["./target/debug/tool.sh; python build/gen.py", []],
    ["bash $DIR/run.sh; bash <script>.sh; bash path/to/run.sh; bash /usr/bin/x.sh; bash ~/x.sh", []],
    ["git clone https://host/a/tools.git\npython tools/x.py", ["tools/x.py"]],
    ["scripts/prove.sh specs/Log.tla", ["scripts/prove.sh", "specs/Log.tla"]],
    ["rm specs/Old.tla; git mv Old.tla New.tla", []],
    ["python -c 'import x' y.py", []],
    ["$ tlc gone.tla\nError: no such file\n$ tlc Log.tla\nNo error has been found.", ["Log.tla"]],
    ["apalache-mc check --run-dir=_runs Log.tla\ncat _runs/first.tla", ["Log.tla"]],
  ])("%s", (script, expected) => {
    expect(brief(script)).toEqual(expected);
  });
});
