import { describe, expect, it } from 'vitest';
import { joinPlans } from '../../../src/model/join';
import { readPlanFile } from '../../../src/model/read';
import { followed } from '../../../src/schedule/followed';
import { outline } from '../../../src/schedule/outline';

const texts = {
  a: 'milestones:\n  - { title: A, dependsOn: [b/x, { id: c, type: SS, lag: 2d }] }\n  - { title: C }\n  - { title: D, dependsOn: [d, e] }\n  - { title: E, dependsOn: [d] }\n',
  b: 'milestones:\n  - title: X\n    milestones: [{ title: Y }, { title: Z, dependsOn: [y, x, a/c, { id: y, type: FF }] }]\n',
  broken: 'milestones: [',
};

function joined(order: readonly (keyof typeof texts)[]) {
  const plans = order.map((name) => {
    const file = readPlanFile(texts[name], name);
    return { uri: name, baseName: name, file, plan: file.plan };
  });
  const inputs = plans.flatMap(({ uri, plan }) => (plan ? [{ uri, plan }] : []));
  return { inputs, joined: joinPlans(plans) };
}

describe('the dependencies that are followed', () => {
  it('are the same by the numbers of the join and by names', () => {
    const { inputs, joined: all } = joined(['b', 'broken', 'a']);
    const byNumber = followed(outline(inputs), all);
    expect(byNumber).toEqual(followed(outline(inputs), { links: all.links }));
    expect(Array.from(byNumber.predecessor)).toEqual([1, 4, 1, 0, 4]);
    expect(byNumber.lags.size).toBe(1);
  });

  it('go by names where other plans, or in another order, were joined', () => {
    const { inputs } = joined(['a', 'b']);
    const { joined: other } = joined(['b', 'a']);
    const found = followed(outline(inputs), other);
    expect(found).toEqual(followed(outline(inputs), { links: other.links }));
    expect(Array.from(found.predecessor)).toEqual([4, 1, 5, 1, 5]);
  });
});
