/** Something that the page of every language with a grammar shows, unless the language says why it has no such thing. */
export interface Operation {
  /** What a language that has no such thing names in its `without`. */
  readonly id: string;
  /** The anchors that show it, and what each of them must say. */
  readonly anchors?: readonly string[];
  readonly says?: RegExp;
  /** The kinds of symbols that are it, in the languages' own words. */
  readonly kinds?: readonly string[];
}

const shown = (id: string, says: RegExp, ...anchors: readonly string[]): Operation => ({ id, anchors, says });
const symbol = (id: string, ...kinds: readonly string[]): Operation => ({ id: `symbol: ${id}`, kinds });

/** Every form of comment, place, owner and symbol, and every way in which code is not there. One list for all languages. */
export const operations: readonly Operation[] = [
  // Forms of comments.
  shown("line comment", /^precedes/, "LineComment"),
  shown("block comment", /^precedes/, "BlockComment"),
  shown("starred block comment", /^precedes/, "StarredBlock"),
  shown("nested block comment", /^precedes/, "NestedBlock"),
  shown("documentation line", /^documents/, "DocComment"),
  shown("documentation block", /^documents/, "DocBlock"),
  shown("inner documentation", /^documents/, "InnerDoc"),
  shown("no space after the sign", /^precedes/, "NoSpace"),
  shown("list dash", /^precedes/, "ListDash"),
  // Places.
  shown("before a function", /^precedes/, "BeforeFunction"),
  shown("before a field", /^precedes/, "BeforeField"),
  shown("on a field's line", /^trails/, "TrailsField"),
  shown("last among fields", /^(?:trails|dangling)/, "LastField"),
  shown("before an enum member", /^precedes/, "BeforeMember"),
  shown("before a statement", /^precedes/, "BeforeStatement"),
  shown("before a local", /^precedes/, "BeforeLocal"),
  shown("stacked", /^precedes/, "StackedOne", "StackedTwo"),
  shown("inside an expression", /^precedes/, "InsideExpression"),
  shown("across an attribute", /^precedes/, "AcrossAttribute"),
  shown("on a statement's line", /^trails/, "SameLine"),
  shown("on a statement's line, in a block comment", /^trails/, "SameLineBlock"),
  shown("after an opening bracket", /^(?:trails|precedes)/, "AfterOpening"),
  shown("last in a block", /^trails/, "LastInBlock"),
  shown("in an empty block", /^trails/, "EmptyBlock"),
  shown("on an argument's line", /^trails/, "TrailsArgument"),
  shown("last among arguments", /^trails/, "LastArgument"),
  shown("before an arm", /^precedes/, "BeforeArm"),
  shown("on an arm's line", /^trails/, "TrailsArm"),
  shown("in an arm", /^precedes/, "InArm"),
  shown("last in an arm", /^trails/, "LastInArm"),
  shown("in an empty arm", /^trails/, "EmptyArm"),
  shown("after a closing bracket", /^trails/, "AfterClosing"),
  shown("end of a class", /^dangling/, "EndOfClass"),
  shown("end of a module", /^dangling/, "EndOfModule"),
  shown("end of the file", /^dangling at the end of the file/, "EndOfFile"),
  // Owners.
  shown("in a function", /` in \w+/, "InFunction"),
  shown("in a method", /` in \w+::[^:]+/, "InMethod"),
  shown("in a nested type", /` in \w+::\w+/, "InNestedType"),
  shown("in a generic type", /` in \w+/, "InGeneric"),
  shown("in a module", /` in \w+/, "InModule"),
  shown("in an extension of a type", /` in \w+/, "InExtension"),
  shown("in a method that stands outside of its type", /` in \w+::\w+/, "OutsideType"),
  shown("in a function that a variable holds", /` in \w+/, "InHeldFunction"),
  shown("in a closure", /` in \w+/, "InClosure"),
  // Code that is not always there.
  shown("import", /, import$/, "OnImport"),
  shown("test", /, test$/, "OnTest", "InTest"),
  shown("code that no build has", /, compiled-out$/, "CompiledOut"),
  shown("condition that never holds", /, compiled-out$/, "IfFalse"),
  shown("other branch of a condition that never holds", /` in [^,]+$/, "ElseOfIfFalse"),
  shown("code that some build has", /` in [^,]+$/, "SomeBuild"),
  // Macros and strings.
  shown("in a macro", /` in /, "InMacro"),
  shown("string", /^string/, "InString"),
  shown("raw string", /^string/, "InRawString"),
  shown("string of several lines", /^string/, "InLongString"),
  shown("code in a string", /` in /, "InHole"),
  // Syntax errors.
  shown("error elsewhere", /` in [^,]+$/, "ErrorElsewhere"),
  shown("error in the construct", /^unjudged: syntax-error$/, "ErrorInside"),
  // Symbols.
  symbol("function", "fn", "function", "func", "def"),
  symbol("method", "method", "fn", "def", "constructor"),
  symbol("type", "struct", "class", "interface", "type", "object"),
  symbol("type alias", "type"),
  symbol("field", "field", "property", "val", "var"),
  symbol("enum member", "variant", "enumerator", "enum member", "case", "enum constant"),
  symbol("constant", "const", "constant", "val"),
  symbol("global variable", "static", "variable", "var"),
  symbol("local", "binding"),
  symbol("parameter", "parameter"),
  symbol("macro", "macro"),
  symbol("module", "mod", "namespace", "module", "object", "package"),
  symbol("test", "test"),
];
