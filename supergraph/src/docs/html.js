import { entriesOf } from './model.js';

/** @typedef {import('./model.js').DocsModel} DocsModel */
/** @typedef {import('./model.js').Type} Type */
/** @typedef {import('./model.js').Field} Field */
/** @typedef {import('./model.js').Input} Input */
/** @typedef {import('./model.js').Described} Described */

const KINDS = /** @type {const} */ ([
  ['root', 'Operations'],
  ['object', 'Objects'],
  ['interface', 'Interfaces'],
  ['union', 'Unions'],
  ['input', 'Inputs'],
  ['enum', 'Enums'],
  ['scalar', 'Scalars'],
]);
const EXAMPLES_SHOWN = 3;

/**
 * The reference as one page, which needs only the style and the script next to it.
 *
 * @param {DocsModel} model
 * @returns {string}
 */
export function pageOf(model) {
  const kinds = KINDS.map(([kind, title]) => ({ kind, title, types: model.types.filter((type) => type.kind === kind) })).filter(({ types }) => types.length > 0);
  const page = { model, names: new Set(model.types.map(({ name }) => name)) };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>LifeOS API reference</title>
<link rel="stylesheet" href="reference.css">
<script src="reference.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<nav aria-label="Reference">
<div role="search">
<label for="search">Search <kbd>/</kbd></label>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="User.vitals" aria-controls="results">
<p id="count" role="status"></p>
</div>
<ul id="results" hidden aria-label="Found"></ul>
<div id="contents">
${kinds.map(({ title, types }) => `<h2>${title}</h2>\n<ul>${types.map(({ id, name }) => `<li>${link(id, name)}</li>`).join('')}</ul>`).join('\n')}
<h2>More</h2>
<ul><li><a href="#all-examples">Examples</a></li><li><a href="#all-deprecations">Deprecations</a></li></ul>
</div>
</nav>
<main id="main" tabindex="-1">
<h1>LifeOS API reference</h1>
<p>${model.types.length} types from the subgraphs ${model.subgraphs.map((name) => `<span class="owner">${escape(name)}</span>`).join(' ')}.
A field shows whose it is, who may use it, what it costs and which operations use it.</p>
${kinds.map(({ kind, title, types }) => `<section aria-labelledby="kind-${kind}">\n<h2 id="kind-${kind}">${title}</h2>\n${types.map((type) => typeHtml(type, page)).join('\n')}\n</section>`).join('\n')}
${examplesHtml(model)}
${deprecationsHtml(model)}
</main>
</body>
</html>
`;
}

/** @typedef {{ model: DocsModel, names: Set<string> }} Page */

/**
 * @param {Type} type
 * @param {Page} page
 */
function typeHtml(type, page) {
  const heading = type.kind === 'input' ? 'Input fields' : 'Fields';
  return `<article id="${escape(type.id)}"${entry(type, type.kind)} aria-labelledby="heading-${escape(type.id)}">
<h3 id="heading-${escape(type.id)}">${link(type.id, type.name)} <small>${escape(type.kind === 'root' ? 'object' : type.kind)}</small></h3>
${[badges(type, type.owners, type.access, 'By key: '), deprecation(type), prose(type.description)].join('')}
${listed('Implements', type.interfaces)}${listed('One of', type.members)}${specified(type)}
${type.fields.length > 0 ? `<h4>${heading}</h4>\n${type.fields.map((field) => fieldHtml(field, page)).join('\n')}` : ''}
${type.values.length > 0 ? `<h4>Values</h4>\n<ul class="values">${type.values.map(valueHtml).join('\n')}</ul>` : ''}
${listed('Used by', type.usedBy)}
${typeExamples(type, page)}
</article>`;
}

/** @param {Type} type */
function specified({ specifiedBy }) {
  return specifiedBy && /^https?:/.test(specifiedBy) ? `<p>Specified at <a href="${escape(specifiedBy)}" rel="noreferrer">${escape(specifiedBy)}</a></p>` : '';
}

/**
 * @param {Field} field
 * @param {Page} page
 */
function fieldHtml(field, page) {
  return `<div class="field" id="${escape(field.id)}"${entry(field, 'field')}>
<h5>${link(field.id, field.name)}: ${typeLink(field, page)}</h5>
${badges(field, field.owners, field.access)}${deprecation(field)}${prose(field.description)}
${field.args.length > 0 ? `<ul class="arguments" aria-label="Arguments of ${escape(field.coordinate)}">${field.args.map((arg) => argumentHtml(arg, page)).join('\n')}</ul>` : ''}
${field.examples.length > 0 ? `<p class="uses">In ${field.examples.map((name) => link(`operation-${name}`, name)).join(', ')}</p>` : ''}
</div>`;
}

/**
 * @param {Input} arg
 * @param {Page} page
 */
function argumentHtml(arg, page) {
  return `<li id="${escape(arg.id)}"${entry(arg, 'argument')}><code>${link(arg.id, arg.name)}: ${typeLink(arg, page)}</code>${badges(arg, [], [])}${deprecation(arg)}${prose(arg.description)}</li>`;
}

/** @param {Described} value */
function valueHtml(value) {
  return `<li id="${escape(value.id)}"${entry(value, 'value')}><code>${link(value.id, value.name)}</code>${badges(value, [], [])}${deprecation(value)}${prose(value.description)}</li>`;
}

/**
 * What the script finds it by.
 *
 * @param {Described} of
 * @param {string} kind
 */
function entry({ coordinate }, kind) {
  return ` data-entry="${escape(coordinate)}" data-kind="${escape(kind)}"`;
}

/**
 * @param {Input | Field} of
 * @param {Page} page
 */
function typeLink({ type, typeName, defaultValue }, { names }) {
  const [before = '', after = ''] = type.split(typeName);
  const name = names.has(typeName) ? link(typeName, typeName) : escape(typeName);
  return `<code>${escape(before)}${name}${escape(after)}${defaultValue === undefined ? '' : ` = ${escape(defaultValue)}`}</code>`;
}

/**
 * @param {Described} of
 * @param {string[]} owners
 * @param {import('./model.js').Access[]} access
 */
function badges({ tags, cost }, owners, access, prefix = 'Access: ') {
  const all = [
    ...owners.map((name) => badge('owner', name, 'Owner: ')),
    ...[...new Set(access.map(accessText))].map((text) => badge('access', text, prefix)),
    ...(cost.weight === undefined ? [] : [badge('cost', String(cost.weight), 'Cost: ')]),
    ...(cost.listSize ? [badge('cost', sizeText(cost.listSize), 'List: ')] : []),
    ...tags.map((tag) => badge('tag', tag, 'Tag: ')),
  ];
  return all.length > 0 ? `<p class="badges">${all.join(' ')}</p>` : '';
}

/** @param {import('./model.js').Access} access */
function accessText({ to, scope }) {
  return scope === undefined ? to : `${to} ${scope}`;
}

/** @param {Record<string, any>} size */
function sizeText({ assumedSize, slicingArguments, sizedFields }) {
  const parts = [
    assumedSize !== undefined && `about ${assumedSize}`,
    slicingArguments?.length && `by ${slicingArguments.join(', ')}`,
    sizedFields?.length && `of ${sizedFields.join(', ')}`,
  ];
  return parts.filter(Boolean).join(' ');
}

/**
 * @param {string} kind
 * @param {string} text
 * @param {string} label
 */
function badge(kind, text, label) {
  return `<span class="${kind}"><b>${escape(label)}</b>${escape(text)}</span>`;
}

/** @param {Described} of */
function deprecation({ deprecated }) {
  return deprecated === undefined ? '' : `<p class="deprecated"><strong>Deprecated:</strong> ${inline(deprecated)}</p>`;
}

/**
 * @param {string} label
 * @param {string[]} ids
 */
function listed(label, ids) {
  return ids.length > 0 ? `<p class="uses">${label} ${ids.map((id) => link(id, id)).join(', ')}</p>` : '';
}

/**
 * @param {Type} type
 * @param {Page} page
 */
function typeExamples({ name, examples }, { model }) {
  if (examples.length === 0) return '';
  const operations = model.operations.filter((one) => examples.includes(one.name)).sort((one, other) => one.body.length - other.body.length);
  const shown = operations.slice(0, EXAMPLES_SHOWN).map((one) => `<details><summary>${escape(one.kind)} ${escape(one.name)}: ${inline(one.description)}</summary>${code(one.body)}</details>`);
  const more = operations.slice(EXAMPLES_SHOWN).map((one) => link(one.id, one.name));
  return `<h4>Examples of ${escape(name)}</h4>\n${shown.join('\n')}${more.length > 0 ? `<p class="uses">Also in ${more.join(', ')}</p>` : ''}`;
}

/** @param {DocsModel} model */
function examplesHtml({ operations }) {
  const all = operations.map(
    (one) => `<article id="${escape(one.id)}" data-entry="${escape(one.name)}" data-kind="example"><h3>${link(one.id, one.name)} <small>${escape(one.kind)}</small></h3>
<p>${inline(one.description)} <small>${escape(one.file)}</small></p>${code(one.body)}</article>`,
  );
  return `<section aria-labelledby="all-examples"><h2 id="all-examples">Examples</h2>\n${all.join('\n') || '<p>There are none.</p>'}</section>`;
}

/** @param {DocsModel} model */
function deprecationsHtml(model) {
  const deprecated = entriesOf(model).filter((one) => one.deprecated !== undefined);
  const list = deprecated.map((one) => `<li>${link(one.id, one.coordinate)}: ${inline(one.deprecated ?? '')}</li>`).join('\n');
  return `<section aria-labelledby="all-deprecations"><h2 id="all-deprecations">Deprecations</h2>\n${list ? `<ul>${list}</ul>` : '<p>Nothing is deprecated.</p>'}</section>`;
}

/** @param {string} text */
function code(text) {
  return `<pre tabindex="0"><code>${escape(text)}</code></pre>`;
}

/**
 * @param {string} id
 * @param {string} text
 */
function link(id, text) {
  return `<a href="#${escape(id)}">${escape(text)}</a>`;
}

/**
 * Of Markdown, paragraphs and code spans: the descriptions use no more.
 *
 * @param {string} text
 */
function prose(text) {
  const paragraphs = text.split(/\n\s*\n/).filter((one) => one.trim() !== '');
  return paragraphs.map((one) => `<p>${inline(one)}</p>`).join('');
}

/** @param {string} text */
function inline(text) {
  return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** @param {string} text */
export function escape(text) {
  return text.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
