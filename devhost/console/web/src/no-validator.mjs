// Stands in for @rjsf/validator-ajv8, which the page does not use.
export default undefined;
