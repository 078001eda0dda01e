// Makes docs/settings.md from the settings' JSON Schema.

/** The page, as Markdown. */
export function settingsPage(schema) {
  const defs = schema.$defs;
  const ordered = reachable(defs, ['ManageSettings', 'SecuritySettings']);
  return [
    '# Settings',
    '',
    'Generated from the contract (`npm run generate`). The settings are the canonical proto3 JSON of `ManageSettings` and',
    '`SecuritySettings`: names as below (or in snake_case), durations as `"300s"`, times as `"2026-11-22T09:00:00Z"`, what is',
    'left out has its default. [Setting it up](administrators-guide.md) has whole examples. Secrets are marked; a console',
    'takes them and never shows them.',
    '',
    ...ordered.flatMap((name) => section(name, defs)),
  ].join('\n');
}

function reachable(defs, roots) {
  const found = [];
  const visit = (name) => {
    if (found.includes(name)) return;
    found.push(name);
    for (const [, field] of Object.entries(defs[name].properties ?? {})) {
      const ref = refOf(field);
      if (ref !== undefined) visit(ref);
    }
  };
  for (const root of roots) visit(root);
  return found;
}

const refOf = (field) => (field.$ref ?? field.items?.$ref)?.replace('#/$defs/', '');

function section(name, defs) {
  const { description = '', properties = {}, required = [] } = defs[name];
  const choices = exclusive(defs[name]);
  const rows = Object.entries(properties).map(([field, schema]) => {
    const needed = required.includes(field) ? ' **Required.**' : '';
    const secret = schema.writeOnly === true ? ' **Secret.**' : '';
    return `| \`${field}\` | ${typeText(schema)} | ${cell(schema.description ?? '')}${needed}${secret} |`;
  });
  const table = ['| setting | type | meaning |', '| --- | --- | --- |', ...rows, ''];
  const note =
    choices.size > 0 ? [`Exactly one of ${[...choices].map((field) => `\`${field}\``).join(', ')}.`, ''] : [];
  return [
    `## ${name}`,
    '',
    description,
    '',
    ...(rows.length > 0 ? table : ['It has no settings of its own.', '']),
    ...note,
  ];
}

/** The members of which the schema wants exactly one. */
function exclusive({ oneOf = [], allOf = [] }) {
  const groups = [oneOf, ...allOf.map((part) => part.oneOf ?? [])];
  return new Set(groups.flatMap((group) => group.flatMap((option) => option.required ?? [])));
}

function typeText(schema) {
  if (schema.type === 'array') return `list of ${typeText(schema.items)}`;
  const ref = refOf(schema);
  if (ref !== undefined) return `[${ref}](#${ref.toLowerCase()})`;
  if (schema.enum !== undefined) {
    return schema.enum
      .filter((word) => !word.endsWith('_UNSPECIFIED'))
      .map((word) => `\`${word}\``)
      .join(', ');
  }
  if ('durationMinimum' in schema) return `duration${range(schema.durationMinimum, schema.durationMaximum, ' s')}`;
  if (schema.type === 'integer') return `number${range(schema.minimum, schema.maximum, '')}`;
  if (schema.format === 'date-time') return 'time';
  if (schema.format === 'uri') return 'address';
  return { string: 'text', boolean: 'true or false' }[schema.type] ?? schema.type;
}

/** The largest number of its type is no limit that anybody chose. */
function range(minimum, maximum, unit) {
  if (maximum === undefined || maximum === 4294967295) return minimum > 0 ? `, at least ${minimum}${unit}` : '';
  return `, ${minimum ?? 0} to ${maximum}${unit}`;
}

const cell = (text) => text.replaceAll('|', '\\|');
