// Reads what the panel's page sends. The page is not trusted: whatever is not exactly one of the known messages is nothing.
import { type FromPanel, panelActions } from '../protocol/messages';

const longestRef = 4_096;

/** The message, or `undefined` for anything the protocol does not know. References are not looked up here. */
export function readFromPanel(value: unknown): FromPanel | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  const type = fields.get('type');
  if (type === 'ready') return fields.size === 1 ? { type } : undefined;
  const ref = fields.get('ref');
  if (typeof ref !== 'string' || ref.length === 0 || ref.length > longestRef) return undefined;
  if (type === 'select' || type === 'open') return fields.size === 2 ? { type, ref } : undefined;
  if (type !== 'act' || fields.size !== 4) return undefined;
  const action = panelActions.find((known) => known === fields.get('action'));
  const number = fields.get('number');
  if (action === undefined || typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined;
  return { type, action, ref, number };
}
