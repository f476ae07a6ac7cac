import { isNamed, type NamedUnit, type SpecModule, type Unit } from "../../model/spec.js";
import type { Definition } from "../../model/specification.js";
import type { ModuleFiles } from "./module-files.js";
import { standard } from "./standard-modules.js";

/** The definitions of one file, those of nested modules included. */
export function definitionsIn(path: string, modules: readonly SpecModule[]): readonly Definition[] {
  const found: Definition[] = [];
  const collect = (module: SpecModule): void => {
    for (const unit of module.units) {
      if (isNamed(unit)) found.push({ name: unit.name, unit, module: module.name, path });
      if (unit.kind === "module") collect(unit.module);
    }
  };
  for (const module of modules) {
    const { name, nameSpan, span } = module;
    if (name !== "") found.push({ name, unit: { kind: "module", name, nameSpan, span, module }, module: name, path });
    collect(module);
  }
  return found;
}

/** A module, wherever it stands: its file, and the modules around it whose nested ones it may name. */
interface Placed {
  readonly path: string;
  readonly module: SpecModule;
  readonly around: readonly SpecModule[];
}

/** What names mean in modules. */
export interface Visibility {
  readonly visible: (path: string, name: string) => Definition | undefined;
  readonly closed: (path: string) => boolean;
}

const isLocal = (unit: Unit): boolean => "local" in unit && unit.local;

/** Looks names up as the model checker does: in the module, in what it extends, in what it instantiates. */
export function visibility(files: ModuleFiles): Visibility {
  const main = (path: string): Placed | undefined => {
    const file = files.at(path);
    const module = file?.facts.modules[0];
    return file === undefined || module === undefined ? undefined : { path: file.path, module, around: [] };
  };
  const moduleNamed = (from: Placed, name: string): Placed | undefined => {
    for (const outer of [from.module, ...from.around]) {
      const nested = outer.units.find((unit) => unit.kind === "module" && unit.name === name);
      if (nested?.kind === "module") return { path: from.path, module: nested.module, around: [outer, ...from.around] };
    }
    const path = files.named(from.path, name);
    return path === undefined ? undefined : main(path);
  };
  /** The modules whose names are this one's as well. */
  const parents = ({ module }: Placed, own: boolean): readonly string[] => [
    ...module.extends.map(({ name }) => name),
    ...module.units.flatMap((unit) =>
      unit.kind === "instance" && unit.name === undefined && (own || !unit.local) ? [unit.module.name] : [],
    ),
  ];
  const find = (from: Placed, name: string, own: boolean, seen: Set<SpecModule>): Definition | undefined => {
    if (seen.has(from.module)) return undefined;
    seen.add(from.module);
    const bang = name.indexOf("!");
    if (bang !== -1) {
      const instance = find(from, name.slice(0, bang), own, new Set());
      const unit = instance?.unit;
      // What is instantiated lies where the instance is written, which may be a module that this one extends.
      const holder = instance === undefined || instance.path === from.path ? from : main(instance.path);
      const target = unit?.kind === "instance" ? moduleNamed(holder ?? from, unit.module.name) : undefined;
      return target === undefined ? undefined : find(target, name.slice(bang + 1), false, new Set());
    }
    const unit = from.module.units.find((one): one is NamedUnit => isNamed(one) && one.name === name && (own || !isLocal(one)));
    if (unit !== undefined) return { name, unit, module: from.module.name, path: from.path };
    for (const outer of own ? from.around : []) {
      const found = find({ ...from, module: outer, around: from.around.slice(from.around.indexOf(outer) + 1) }, name, true, seen);
      if (found !== undefined) return found;
    }
    for (const parent of parents(from, own)) {
      const target = moduleNamed(from, parent);
      const found = target === undefined ? undefined : find(target, name, false, seen);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const whole = (from: Placed, seen: Set<SpecModule>): boolean => {
    if (seen.has(from.module)) return true;
    seen.add(from.module);
    return parents(from, true).every((name) => {
      const target = moduleNamed(from, name);
      return target === undefined ? standard.has(name) : whole(target, seen);
    });
  };
  return {
    visible: (path, name) => {
      const from = main(path);
      return from === undefined ? undefined : find(from, name, true, new Set());
    },
    closed: (path) => {
      const from = main(path);
      return from !== undefined && whole(from, new Set());
    },
  };
}
