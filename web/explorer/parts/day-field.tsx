import { useEffect, useState } from 'react';

interface DayFieldProps {
  readonly label: string;
  /** An ISO day; empty where none is chosen. */
  readonly day: string;
  /** Gets a day, or undefined when the field is emptied. */
  readonly onDay: (day: string | undefined) => void;
}

/** A field for a day. While a year is typed it passes through 0002 and 0020: only years of four digits are taken. */
export function DayField({ label, day, onDay }: DayFieldProps) {
  const [typed, setTyped] = useState(day);
  useEffect(() => setTyped(day), [day]);
  const change = (text: string) => {
    setTyped(text);
    if (text === '' || text >= '1000') onDay(text || undefined);
  };
  return (
    <label className="day-field">
      <span>{label}</span> <input type="date" value={typed} onChange={({ target }) => change(target.value)} />
    </label>
  );
}
