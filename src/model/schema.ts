// The JSON schema of plan files, for editors and tools, from the table of fields. Knows no text.
import { shapes } from './fields';
import type { Field, Kind, KindData, Shape } from './kinds';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Schema = { readonly [key: string]: Json };

/**
 * The schema (draft-07). It is as open as the reader: unknown fields are allowed, an empty value is a field not written yet, and a number or
 * `true` is a text where a text is expected.
 */
export function planSchema(): Schema {
  const [plan, ...others] = shapes;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Milestone plan',
    ...objectSchema(plan),
    definitions: Object.fromEntries(others.map((shape) => [shape.name, objectSchema(shape)])),
  };
}

function objectSchema(shape: Shape): Schema {
  const fields = Object.entries(shape.fields);
  const required = fields.filter(([, field]) => field.required).map(([name]) => name);
  return {
    description: plain(shape.doc),
    markdownDescription: shape.doc,
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field)])),
    patternProperties: { '^x-': {} },
  };
}

function fieldSchema(field: Field): Schema {
  const examples = field.examples.map((example) => `\`${example}\``).join(', ');
  return {
    description: plain(field.doc),
    markdownDescription: examples ? `${field.doc}\n\n${examples}` : field.doc,
    ...valueSchema(field.kind),
  };
}

/** Descriptions are shown as they are where Markdown is not. */
function plain(doc: string): string {
  return doc.replaceAll('`', '');
}

function valueSchema(kind: Kind): Schema {
  switch (kind.is) {
    case 'list':
      return listSchema(kind);
    case 'group':
      return groupSchema(kind.shape);
    case 'people':
      return { type: ['object', 'null'], additionalProperties: orEmpty({ $ref: reference(kind.shape) }) };
    case 'milestones':
      return { type: ['array', 'null'], items: { $ref: '#/definitions/milestone' } };
    default:
      return singleSchema(kind);
  }
}

function listSchema({ of, alone, filled }: Extract<KindData, { is: 'list' }>): Schema {
  const item = orEmpty(valueSchema(of));
  const list = { type: ['array', 'null'], items: item, ...(filled ? { minItems: 1 } : {}) };
  return alone ? { anyOf: [valueSchema(of), list] } : list;
}

function groupSchema(shape: Shape): Schema {
  const short = shape.short === undefined ? undefined : shape.fields[shape.short];
  const parts = [{ $ref: reference(shape) }, ...(short ? [valueSchema(short.kind)] : [{ type: 'null' }])];
  return { anyOf: parts };
}

function reference(shape: Shape): string {
  return `#/definitions/${shape.name}`;
}

function orEmpty(schema: Schema): Schema {
  const { type } = schema;
  if (Array.isArray(type) && type.includes('null')) return schema;
  return { anyOf: [schema, { type: 'null' }] };
}

const texts = ['string', 'number', 'boolean', 'null'];
const day = '\\d{4}-\\d{2}-\\d{2}';

function singleSchema(kind: Exclude<KindData, { is: 'list' | 'group' | 'people' | 'milestones' }>): Schema {
  switch (kind.is) {
    case 'text':
    case 'person':
    case 'id':
    case 'reference':
      return { type: texts };
    case 'day':
      return { type: ['string', 'null'], pattern: `^${day}$` };
    case 'days':
      return { type: ['string', 'null'], pattern: `^${day}( *\\.\\. *${day})?$` };
    case 'duration':
      return { type: ['string', 'null'], pattern: durationPattern(kind.mayBeNegative ?? false) };
    case 'percent':
      return { type: ['number', 'string', 'null'], minimum: 0, maximum: 100, pattern: '^\\d+(\\.\\d+)? ?%?$' };
    case 'money':
    case 'impact':
      return { type: ['number', 'string', 'null'] };
    case 'number':
      return numberSchema(kind);
    case 'boolean':
      return { type: ['boolean', 'null'] };
    case 'choice':
      return { enum: [...kind.of] };
    case 'currency':
      return { type: ['string', 'null'], pattern: '^[A-Z]{3}$' };
    case 'timezone':
      return { type: ['string', 'null'] };
  }
}

function durationPattern(mayBeNegative: boolean): string {
  return `^${mayBeNegative ? '-?' : ''}(\\d+(\\.\\d+)?w)?\\s*(\\d+(\\.\\d+)?d)?\\s*(\\d+(\\.\\d+)?h)?$`;
}

function numberSchema({ whole, min, max, above }: Extract<KindData, { is: 'number' }>): Schema {
  return {
    type: [whole ? 'integer' : 'number', 'null'],
    ...(above ? { exclusiveMinimum: min } : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
  };
}
