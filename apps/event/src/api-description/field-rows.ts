export interface Schema {
  type?: string | string[]; properties?: Record<string, Schema>; required?: string[]; items?: Schema | Schema[]; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[];
  enum?: unknown[]; const?: unknown; description?: string; format?: string; default?: unknown; minimum?: number; maximum?: number; maxLength?: number; maxItems?: number;
}
interface FieldRow { path: string; type: string; required: boolean; about: string }

const listed = (values: unknown[]): string => (values.length > 12 ? `one of ${values.length} codes` : values.map((value) => JSON.stringify(value)).join(' | '));

/** @example `string`, `integer 1…100`, `"open" | "closed"`, `array of object` */
export function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return listed(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map(typeOf).join(' or ');
  if (schema.type === 'array') return Array.isArray(schema.items) ? `[${schema.items.map(typeOf).join(', ')}]` : `array of ${typeOf(schema.items ?? {})}${schema.maxItems ? `, at most ${schema.maxItems}` : ''}`;
  const range = schema.type === 'integer' && schema.minimum !== undefined && Number.isFinite(schema.maximum) && schema.maximum! < Number.MAX_SAFE_INTEGER ? ` ${schema.minimum}…${schema.maximum}` : '';
  return `${[schema.type ?? 'any'].flat().join(' or ')}${range}${schema.format ? ` (${schema.format})` : ''}${schema.maxLength ? `, at most ${schema.maxLength} characters` : ''}`;
}

const isArrayOf = (schema: Schema): schema is Schema & { items: Schema } => schema.type === 'array' && !Array.isArray(schema.items) && schema.items !== undefined;

/** Every field of a JSON Schema, one a row, by path: `data.people[].intro`. */
export function fieldRows(schema: Schema, path = '', depth = 0): FieldRow[] {
  if (depth > 8) return [];
  if (isArrayOf(schema)) return fieldRows(schema.items, `${path}[]`, depth + 1);
  const inner = (schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []).flatMap((choice) => fieldRows(choice, path, depth + 1));
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = path ? `${path}.${name}` : name;
    const about = [field.description ?? '', field.default === undefined ? '' : `Default: ${JSON.stringify(field.default)}.`].filter(Boolean).join(' ');
    return [{ path: at, type: typeOf(field), required: schema.required?.includes(name) ?? false, about }, ...fieldRows(field, at, depth + 1)];
  });
  const seen = new Set<string>();
  return [...own, ...inner].filter((row) => !seen.has(row.path) && seen.add(row.path));
}
