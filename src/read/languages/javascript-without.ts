const noMacros = "JavaScript and its kin have no macros";

/** What neither JavaScript nor the languages that add types to it have. */
export const withoutAny: Readonly<Record<string, string>> = {
  "nested block comment": "a block comment ends at the first end sign",
  "documentation line": "documentation stands in block comments; `///` only gives a compiler directives",
  "inner documentation": "no comment is about what encloses it",
  "code that no build has": "nothing leaves code out before it runs; conditions that never hold have cells of their own",
  "in a macro": noMacros,
  "symbol: macro": noMacros,
};

const noTypes = "JavaScript declares no types beside classes";
const noModules = "the only module of JavaScript is the file";

/** What JavaScript alone does not have. */
export const withoutTypes: Readonly<Record<string, string>> = {
  "before an enum member": noTypes,
  "in a generic type": noTypes,
  "in an extension of a type": "what is added to a class is assigned, and has a cell of its own",
  "symbol: type alias": noTypes,
  "symbol: enum member": noTypes,
  "end of a module": noModules,
  "in a module": noModules,
  "symbol: module": noModules,
};
