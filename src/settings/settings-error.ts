/** An invalid setting; the message says what would be valid. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
