// Copies what the compiler does not: generated JavaScript and data files.
import { cpSync } from 'node:fs';

for (const path of ['protocol/generated', 'lab/reference', 'lab/powershell/scripts']) {
  cpSync(path, `dist/${path}`, {
    recursive: true,
    force: true,
    filter: (file) => !/\.ts$/.test(file) || /\.d\.ts$/.test(file),
  });
}
