/** @type {(values: Values, others: Values) => Values} those of values that others have not, or have otherwise */
export const differing = (values, others) => Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== others[key]));
