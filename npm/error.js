/**
 * Why a plan, a figure or a call was refused; see `errors` for everything that is wrong.
 * `code` and `path` are those of the first error.
 */
export class JaarplanError extends Error {
  constructor(errors, options) {
    super(errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('\n'), options);
    this.name = 'JaarplanError';
    this.errors = errors;
    this.code = errors[0].code;
    this.path = errors[0].path;
  }
}
