import { describe, expect, it } from 'vitest';
import { attachedForms, withoutArticle } from '../../../../core/search/arabic-particles';

describe('attached particles', () => {
  it('finds a word with and without them, whole words only', () => {
    expect(withoutArticle('والميناء')).toBe('ميناء');
    expect(withoutArticle('الى')).toBe('الى');
    expect(attachedForms('مدينه', 'first')).toContain('بالمدينه');
    expect(attachedForms('ولد', 'first')).not.toContain('لد');
    expect(attachedForms('port', 'first')).toEqual(['port']);
  });
});
