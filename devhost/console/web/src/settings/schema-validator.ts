import { Validator } from '@cfworker/json-schema';
import type { ValidationData, ValidatorType } from '@rjsf/utils';

const NOTHING: ValidationData<unknown> = { errors: [], errorSchema: {} };

/**
 * What the form asks of a validator: which alternative of a choice the values are. The schemas are interpreted; the
 * usual validators compile them with eval, which the page's policy forbids. What is wrong with the settings is told by
 * the connector's own check, at the server.
 */
export const schemaValidator: ValidatorType<unknown> = {
  validateFormData: () => NOTHING,
  rawValidation: () => ({}),
  isValid(schema: object, formData: unknown) {
    try {
      return new Validator({ ...schema }, '2020-12').validate(formData ?? {}).valid;
    } catch {
      return false;
    }
  },
};
