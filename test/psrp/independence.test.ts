import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const ROOT = join(__dirname, '..', '..', 'psrp');

describe('psrp', () => {
  it('imports nothing but its own files and the XML parser, so that it could be published by itself', () => {
    const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    assert.ok(files.length > 40);
    for (const file of files) {
      for (const [, target = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(
        /(?:from|import|require\()\s*'([^']+)'/g,
      )) {
        if (target === 'saxes') continue;
        assert.match(target, /^\.\.?\//, `${file} imports ${target}`);
        assert.doesNotMatch(normalize(join(file, '..', target)), /^\.\./, `${file} imports ${target}`);
      }
    }
  });
});
