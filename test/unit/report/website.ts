// The example of the file format, which most of these tests look at.

export const website = `version: 1
project: Website relaunch
client: Acme GmbH
currency: EUR
start: 2026-11-02
deadline: 2027-01-29            # the date in the contract: checked against, never scheduled with
calendar:
  workweek: [mon, tue, wed, thu, fri]
  hoursPerDay: 6
  holidays: [2026-12-24..2027-01-01]
  workdays: [2026-12-12]         # a day opened against the week (a worked Saturday)
people:
  me:  { name: Kim Lee, role: freelancer, hoursPerDay: 4 }
  ana: { name: Ana Ruiz, role: client, email: ana@acme.example }
milestones:
  - id: design
    title: Design approved
    description: |
      All page templates, signed off on desktop and phone.
    start: 2026-11-02
    due: 2026-12-04
    baseline: 2026-11-27
    status: in-progress
    owner: me
    effort: 10d
    acceptanceCriteria:
      - Five templates approved by the client
      - { text: Contrast at least 4.5 to 1 everywhere, done: true, evidence: reports/contrast.html }
    deliverables:
      - { title: Figma file, url: https://example.com/figma }
    tasks:
      - Wireframes                       # a plain string is an open task
      - { title: Visual design, effort: 5d, done: true, completed: 2026-11-18 }
    scope: { in: [Five templates], out: [Illustrations], assumptions: [Texts arrive by 16 November] }
    risks:
      - { title: Texts arrive late, probability: 0.4, impact: 5d, response: Placeholder texts, owner: ana }
    approvals:
      - { by: ana, decision: approved, on: 2026-11-20 }
    amount: 4000
    payment: { state: funded, funded: 2026-11-03 }
    notes: Logo variants come next week.        # shown to the client
    internal: Margin is thin on this one.       # never leaves the file
  - id: live
    title: Site live
    dependsOn: [design, { id: texts, type: FS, lag: 2d }]
    effort: { optimistic: 6d, likely: 9d, pessimistic: 15d }
    due: 2027-01-15
    milestones:
      - { id: texts, title: Texts final, due: 2026-12-11, owner: ana, clientAction: Send the final texts }
`;
