import assert from 'node:assert/strict';
import { bag, decodeClixml, encodeClixml, LimitError, PSList, type ClixmlLimits, type PSValue } from '../../psrp';

const refuses = (document: string, limits: Partial<ClixmlLimits>, limit: keyof ClixmlLimits): void => {
  assert.throws(
    () => decodeClixml(document, { limits }),
    (error) => error instanceof LimitError && error.limit === limit,
  );
};

describe('CLIXML limits', () => {
  it('end a document with too many characters', () => {
    refuses(`<S>${'a'.repeat(100)}</S>`, { maxCharacters: 100 }, 'maxCharacters');
  });

  it('end objects and lists too deep within each other', () => {
    const deep = (levels: number, open: string, close: string): string => open.repeat(levels) + close.repeat(levels);
    refuses(deep(65, '<Obj RefId="0"><LST>', '</LST></Obj>'), {}, 'maxDepth');
    refuses(deep(65, '<Obj N="a" RefId="0"><MS>', '</MS></Obj>'), {}, 'maxDepth');
    decodeClixml(deep(64, '<Obj RefId="0"><LST>', '</LST></Obj>'));
  });

  it('end a set of notes within a set of notes too deep', () => {
    refuses(`<Obj>${'<MS N="a">'.repeat(100)}${'</MS>'.repeat(100)}</Obj>`, {}, 'maxDepth');
  });

  it('end a document with too many objects to refer to', () => {
    const objects = Array.from({ length: 12 }, (_, id) => `<Obj RefId="${id}"><MS /></Obj>`).join('');
    refuses(`<Obj><LST>${objects}</LST></Obj>`, { maxReferences: 10 }, 'maxReferences');
  });

  it('end a document whose values take too much memory', () => {
    const many = `<Obj><LST>${'<B>1</B>'.repeat(1000)}</LST></Obj>`;
    refuses(many, { maxMemoryBytes: 10_000 }, 'maxMemoryBytes');
    decodeClixml(many, { limits: { maxMemoryBytes: 1_000_000 } });
  });

  it('let references repeat an object without its memory', () => {
    const list = PSList.with(Array.from({ length: 1000 }, () => 'a'.repeat(100)));
    const document = encodeClixml(Array.from({ length: 100 }, () => list));
    assert.equal((decodeClixml(document, { limits: { maxMemoryBytes: 600_000 } }) as PSValue[]).length, 100);
  });

  it('keep what is written from being too deep for PowerShell to read', () => {
    let nested: PSValue = 'a';
    for (let level = 0; level < 51; level++) nested = bag([['a', nested]]);
    assert.throws(() => encodeClixml(nested), LimitError);
  });
});
