import { readFileSync } from 'node:fs';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** Parses PowerShell with a grammar of version 5.1: what is newer comes out as an error. */
export class PowerShellParser {
  private constructor(private readonly parser: Parser) {}

  static async load(): Promise<PowerShellParser> {
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(require.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')));
    return new PowerShellParser(parser);
  }

  /** Where a script has syntax that the grammar does not know; empty if nowhere. */
  errors(text: string): string[] {
    const tree = this.parser.parse(text);
    if (tree === null) return ['The script cannot be parsed.'];
    const found: string[] = [];
    collect(tree.rootNode, found);
    tree.delete();
    return found;
  }

  /** As `errors`, of a file. */
  errorsIn(file: string): string[] {
    return this.errors(readFileSync(file, 'utf8')).map((error) => `${file}: ${error}`);
  }
}

function collect(node: Node, found: string[]): void {
  if (node.isError || node.isMissing) {
    found.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 60)}`);
    return;
  }
  if (node.hasError) for (const child of node.children) collect(child, found);
}
