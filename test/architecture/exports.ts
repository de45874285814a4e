import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './imports.ts';

/** One name that a file declares and exports; re-exports are their owner's. */
export interface ExportedName {
  /** Declaring file, relative to `src`. */
  readonly file: string;
  readonly name: string;
  readonly kind: 'value' | 'type';
  /** Whether a comment of the form `/** … *\/` stands before the declaration. */
  readonly documented: boolean;
}

/** Reads what the files (relative to `src`) declare and export. */
export function readExports(files: readonly string[]): ExportedName[] {
  return files.flatMap((file) => {
    const text = readFileSync(join(ROOT, 'src', file), 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const listed = namesInExportLists(source);
    return source.statements.flatMap((statement) =>
      namesOf(statement)
        .filter((name) => isExported(statement) || listed.has(name))
        .map((name) => ({ file, name, kind: kindOf(statement), documented: isDocumented(statement) })),
    );
  });
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  return isNamed(statement) && statement.name !== undefined ? [statement.name.getText()] : [];
}

function isNamed(
  statement: ts.Statement,
): statement is
  ts.FunctionDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}

function kindOf(statement: ts.Statement): 'value' | 'type' {
  return ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement) ? 'type' : 'value';
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function isDocumented(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).some(ts.isJSDoc) || isTold(statement);
}

/** What another name already tells: a decoder says whatever its type says, `(typeof LIST)[number]` what the list says. */
function isTold(statement: ts.Statement): boolean {
  if (ts.isTypeAliasDeclaration(statement)) return /\btypeof\b/.test(statement.type.getText());
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.every(
    ({ type }) => type?.getText().startsWith('Decoder<') === true,
  );
}

function namesInExportLists(source: ts.SourceFile): Set<string> {
  const lists = source.statements
    .filter(ts.isExportDeclaration)
    .filter((each) => each.moduleSpecifier === undefined);
  return new Set(
    lists.flatMap(({ exportClause }) =>
      exportClause !== undefined && ts.isNamedExports(exportClause)
        ? exportClause.elements.map((each) => (each.propertyName ?? each.name).getText())
        : [],
    ),
  );
}
