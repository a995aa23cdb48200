const DEPRECATE = 'Deprecate it with a reason, wait until no client uses it any more, and remove it then.';
const ADD_BESIDE = 'Add a new one beside it, deprecate this one, and remove it once no client uses it any more.';
const OPTIONAL_FIRST = 'Make it optional or give it a default, and require it once every client passes it.';
const PLANS = 'Deploy the subgraph first, compare the query plans of the operations that select it, and publish then.';
const UNKNOWN = 'Make sure that clients have a branch for what they do not know before it is served.';

/** @type {Record<string, string>} */
const ADVICE = {
  TYPE_REMOVED: DEPRECATE,
  FIELD_REMOVED: DEPRECATE,
  FIELD_ARGUMENT_REMOVED: DEPRECATE,
  INPUT_FIELD_REMOVED: DEPRECATE,
  ENUM_VALUE_REMOVED: DEPRECATE,
  UNION_MEMBER_REMOVED: 'Stop returning it, wait until no client has a fragment on it, and remove it then.',
  OBJECT_TYPE_INTERFACE_REMOVED: 'Wait until no client selects it by the interface, and remove the interface then.',
  FIELD_TYPE_CHANGED: ADD_BESIDE,
  TYPE_KIND_CHANGED: ADD_BESIDE,
  FIELD_ARGUMENT_TYPE_CHANGED: ADD_BESIDE,
  INPUT_FIELD_TYPE_CHANGED: ADD_BESIDE,
  FIELD_ARGUMENT_ADDED: OPTIONAL_FIRST,
  INPUT_FIELD_ADDED: OPTIONAL_FIRST,
  FIELD_ARGUMENT_DEFAULT_CHANGED: 'Have clients that rely on the old default pass it before it changes.',
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: 'Have clients that rely on the old default pass it before it changes.',
  ENUM_VALUE_ADDED: UNKNOWN,
  UNION_MEMBER_ADDED: UNKNOWN,
  OBJECT_TYPE_INTERFACE_ADDED: UNKNOWN,
  ONE_OF_ADDED: 'Add a new input type for it, and leave this one as it is until no client passes it.',
  SUBGRAPH_REMOVED: 'Move its fields to other subgraphs with @override, or deprecate them and wait until no client uses them, before it goes.',
  KEY_REMOVED: 'Make sure that every subgraph that refers to the entity uses another of its keys before this one goes.',
  KEY_RESOLVABLE_CHANGED: 'Deploy the subgraph with its entity resolver first, and publish then.',
  OVERRIDE_REMOVED: 'Remove the field from the subgraph that it was taken from first, or make sure that it resolves it again.',
  OVERRIDE_CHANGED: 'Deploy the subgraph that takes the field first, and publish then.',
  FIELD_MOVED: 'Deploy it with @override(from:) in the new subgraph first, and remove it from the old one after that.',
  INACCESSIBLE_ADDED: 'Deprecate it with a reason, wait until no client uses it any more, and hide it then.',
  ACCESS_TIGHTENED: 'Find out whose tokens select it, and tell them before it is refused to them.',
  ACCESS_LOOSENED: 'Have a security review say that the newly admitted may see it.',
};

/** @param {string} code */
export function adviceFor(code) {
  return ADVICE[code] ?? (/^(REQUIRES|PROVIDES|EXTERNAL|INTERFACE_OBJECT)_/.test(code) ? PLANS : 'Ship it as an addition first, and remove the old form once no client uses it any more.');
}
