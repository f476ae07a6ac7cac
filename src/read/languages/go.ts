import { go as comments } from "./families.js";
import { grammar } from "./go-grammar.js";
import type { Language } from "./language.js";

const plainComments = "documentation of Go is a common comment before what it documents";
const noClasses = "Go has no classes; what comes last in a struct or an interface marks its last member";
const onlyFile = "the only module in a file of Go is the file";
const noMacros = "Go has no macros: what generates code is another program";

/** Go. */
export const go: Language = {
  id: "go",
  name: "Go",
  extensions: [".go"],
  comments: { ...comments, directives: /^(?:go:[a-z]|nolint\b|export [A-Z]|line \S|\+build )/ },
  grammar,
  without: {
    "nested block comment": "a block comment of Go ends at the first end sign",
    "documentation line": plainComments,
    "documentation block": plainComments,
    "inner documentation": plainComments,
    "end of a class": noClasses,
    "end of a module": onlyFile,
    "in a module": onlyFile,
    "in an extension of a type": "all methods of Go stand outside of their type, which has a cell of its own",
    "in a macro": noMacros,
    "code in a string": "strings of Go hold no code",
    "symbol: enum member": "what enumerates in Go are constants",
    "symbol: macro": noMacros,
  },
};
