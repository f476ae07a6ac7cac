import { python as comments } from "./families.js";
import type { Language } from "./language.js";
import { grammar } from "./python-grammar.js";

const lineOnly = "every comment of Python ends with its line";
const neverEmpty = "a block of Python holds a statement at least";
const onlyFile = "the only module in a file of Python is the file";
const noMacros = "Python has no macros: decorators are code like any other";

/** Python. */
export const python: Language = {
  id: "python",
  name: "Python",
  extensions: [".py", ".pyi", ".pyw"],
  // `#:` documents the variable below it.
  comments: { ...comments, line: ["#", "#:"], directives: /^(?:noqa|type: |pragma: |pylint: |ruff: |mypy: |fmt: |pyright: |isort: )/ },
  grammar,
  without: {
    "block comment": lineOnly,
    "starred block comment": lineOnly,
    "nested block comment": lineOnly,
    "documentation block": "documentation of Python is a string, in which an anchor is none",
    "inner documentation": "documentation of Python is a string, in which an anchor is none",
    "on a statement's line, in a block comment": lineOnly,
    "in an empty block": neverEmpty,
    "in an empty arm": neverEmpty,
    "end of a module": onlyFile,
    "in a module": onlyFile,
    "in an extension of a type": "what is added to a class stands in a function or class of its own",
    "in a method that stands outside of its type": "what is added to a class stands in a function or class of its own",
    "in a macro": noMacros,
    "symbol: macro": noMacros,
    "symbol: module": onlyFile,
  },
};
