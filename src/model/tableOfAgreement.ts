// The problems of what is agreed with others: approvals of something else than the plan says now. Part of the table of problems.
import type { ProblemEntry } from './problemEntry';

type Codes = 'approval.stale';

export const tableOfAgreement: Readonly<Record<Codes, ProblemEntry>> = {
  'approval.stale': {
    severities: ['warning'],
    meaning: 'What was approved is not what the plan says now.',
    why: 'An approval is bound to the title, description, scope, deliverables, acceptance criteria, due date, deadline and amount as they were when somebody agreed to them. One of these has changed since, so nobody has agreed to what stands here.',
    example:
      'milestones:\n  - id: live\n    title: Site live\n    due: 2026-12-18\n    approvals: ⟦[{ by: kim, decision: approved, on: 2026-11-20, digest: v1:sha256:b053656c46b09fa606b34e2db7c6f476d60aababfbff2514047fdb2bf5e2756d }]⟧\n',
    fix: 'Show what has changed, draft the change request and send it, or take the change back. The lightbulb offers both.',
    fixed:
      'milestones:\n  - id: live\n    title: Site live\n    due: 2026-12-18\n    approvals: [{ by: kim, decision: approved, on: 2026-11-20, digest: v1:sha256:f41477af873f32072f7534dce02a8584e51eff903cb269aa7e87a057eb9978bb }]\n',
  },
};
