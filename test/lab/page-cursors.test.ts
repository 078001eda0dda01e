import assert from 'node:assert/strict';
import { PageCursors } from '../../lab/admin-api/page-cursors';
import { PSObject } from '../../psrp';

const object = new PSObject(new Map(), ['System.Object']);
const list = { objects: [object].values(), next: object, warnings: [], owner: 'a', command: 'Get-X', pageSize: 1 };

describe('a list that is read page by page', () => {
  it('waits for its next page half an hour, and no longer', () => {
    let now = 0;
    const cursors = new PageCursors(() => now);
    const [taken, late] = [cursors.keep(list), cursors.keep(list)];
    now = 30 * 60_000;
    assert.notEqual(cursors.take(taken, 'a', 'Get-X'), undefined);
    now += 1;
    assert.equal(cursors.take(late, 'a', 'Get-X'), undefined);
  });

  it('is forgotten when too many others have begun since', () => {
    const cursors = new PageCursors(() => 0);
    const tokens = Array.from({ length: 501 }, () => cursors.keep(list));
    assert.equal(cursors.take(tokens[0]!, 'a', 'Get-X'), undefined);
    assert.notEqual(cursors.take(tokens[1]!, 'a', 'Get-X'), undefined);
  });
});
