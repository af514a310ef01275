/** Three entities and two relations. */
export function Logo() {
  return (
    <svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
      <path d="M4 4 12.5 6.5 6 12.5z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="4" cy="4" r="3" />
      <circle cx="12.5" cy="6.5" r="2.5" />
      <circle cx="6" cy="12.5" r="2.5" />
    </svg>
  );
}
