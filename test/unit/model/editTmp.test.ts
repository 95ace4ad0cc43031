import { test } from 'vitest';
import { day } from '../../../src/base/day';
import { planEdit } from '../../../src/model/edit';
import { allMilestones } from '../../../src/model/planFile';
import { readPlanFile } from '../../../src/model/read';
import { variants } from './editVariants';
test('t', () => {
  const v = variants(); console.log(v.map(x=>x.name).join('\n'));
  const t = v.find(x => x.name === 'nodejs-release.milestones.yaml, milestones in flow style over lines')!.text;
  const p = readPlanFile(t, 'x').plan!;
  for (const m of allMilestones(p.milestones)) { const r = planEdit(t, 'x', [{ kind: 'setStatus', id: m.id, status: 'submitted', on: day('2027-01-01') }]); if ('refused' in r) { const at = t.indexOf(`id: ${m.id}`); console.log(m.id, r.refused, t.slice(at - 30, at+300)); break } }
}, 100000);
