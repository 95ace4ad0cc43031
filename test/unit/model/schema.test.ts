import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shapes } from '../../../src/model/fields';
import { planSchema } from '../../../src/model/schema';

const path = fileURLToPath(new URL('../../../media/milestones.schema.json', import.meta.url));
const generated = `${JSON.stringify(planSchema(), null, 2)}\n`;

describe('the JSON schema', () => {
  it('in media/ is that of the table of fields; UPDATE_SCHEMA=1 writes it anew', () => {
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(path, generated);
    expect(readFileSync(path, 'utf8')).toBe(generated);
  });

  it('describes every field of every group', () => {
    for (const shape of shapes) {
      for (const [name, field] of Object.entries(shape.fields)) {
        expect(field.doc, `${shape.name}.${name}`).toMatch(/^[A-Z].*\.$/s);
        expect(field.examples.length, `${shape.name}.${name}`).toBeGreaterThan(0);
      }
    }
  });
});
