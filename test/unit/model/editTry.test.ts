import { test } from 'vitest';
import { day } from '../../../src/base/day';
import { planEdit } from '../../../src/model/edit';
test('x', () => {
  const t = `project: x
milestones:
  - title: Design # c
    due:   # when
    description: |
      hi

    tasks:
      - Wireframes   # c
      - { title: b, done: true }

  - {title: B, status: done, completed: 2026-01-01}
`;
  const show = (c: any) => { const r = planEdit(t, 'x', c); console.log(JSON.stringify(c), 'refused' in r ? r : r.text, 'edits' in r ? r.edits : ''); };
  show([{ kind: 'markDone', id: 'design', on: day('2026-11-23') }]);
  show([{ kind: 'reschedule', id: 'design', due: day('2026-11-23') }]);
  show([{ kind: 'toggleTask', id: 'design', task: 0 }, { kind: 'reopen', id: 'b' }]);
  show([{ kind: 'rename', id: 'design', title: 'Größe "x"' },{ kind: 'rename', id: 'b', title: 'Cee' }]);
  show([{ kind: 'addMilestone', title: 'Design' }, { kind: 'markDone', id: 'design-2', on: day('2026-11-23') }, {kind:'addMilestone', title: 'Q', after:'design'}]);
});
