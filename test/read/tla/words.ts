import { lineStarts, positionAt, type Span } from "../../../src/model/span.js";
import type { Declared, SpecFacts, SpecModule, Unit } from "../../../src/model/spec.js";

const declared = ({ name, fixity, arity }: Declared): string =>
  `${fixity === "nonfix" ? "" : `${fixity} `}${name}${arity > 0 ? `/${arity}` : ""}`;

function unitWords(text: string, unit: Unit): readonly string[] {
  const cut = ({ start, end }: Span): string => text.slice(start, end).replace(/\s+/g, " ");
  const local = "local" in unit && unit.local ? "LOCAL " : "";
  switch (unit.kind) {
    case "operator": {
      const fixity = unit.fixity === "nonfix" ? "" : `${unit.fixity} `;
      return [
        `${local}${unit.recursive ? "RECURSIVE " : ""}${fixity}${unit.name}(${unit.parameters.map(declared).join(", ")}) == ${cut(unit.body)}`,
      ];
    }
    case "function":
      return [`${local}${unit.name}[${cut(unit.bounds)}] == ${cut(unit.body)}`];
    case "constant":
      return [`CONSTANT ${declared(unit)}`];
    case "variable":
      return [`VARIABLE ${unit.name}`];
    case "instance": {
      const name = unit.name === undefined ? "" : `${unit.name}(${unit.parameters.map(declared).join(", ")}) == `;
      const by = unit.substitutions.map((one) => `${one.name} <- ${cut(one.by)}`).join("; ");
      return [`${local}${name}INSTANCE ${unit.module.name}${by === "" ? "" : ` WITH ${by}`}`];
    }
    case "module":
      return moduleWords(text, unit.module);
    default:
      return [`${unit.keyword} ${unit.name ?? "-"}: ${cut(unit.statement)} [${unit.mentions.join(" ")}]`];
  }
}

/** What a module says, a line for each of its units; those of modules within are indented. */
export function moduleWords(text: string, module: SpecModule): readonly string[] {
  const parents = module.extends.map(({ name }) => name).join(", ");
  const head = `MODULE ${module.name}${parents === "" ? "" : ` EXTENDS ${parents}`}`;
  return [head, ...module.units.flatMap((unit) => unitWords(text, unit)).map((line) => `  ${line}`)];
}

/** Faults as `line:column words`. */
export function faultWords(text: string, { faults }: Pick<SpecFacts, "faults">): readonly string[] {
  const lines = lineStarts(text);
  return faults.map(({ span, message }) => {
    const { line, column } = positionAt(lines, span.start);
    return `${line}:${column} ${message}`;
  });
}
