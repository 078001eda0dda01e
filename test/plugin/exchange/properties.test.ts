import assert from 'node:assert/strict';
import { valueText } from '../../../plugin/exchange/properties';

describe('A value of Exchange as text', () => {
  it('can be written as UTF-8, whatever a device calls itself', () => {
    assert.equal(valueText('half \uD83E of a fox, and the whole 🦊'), 'half \uFFFD of a fox, and the whole 🦊');
    assert.equal(valueText(['a\uDC00']), 'a\uFFFD');
  });
});
