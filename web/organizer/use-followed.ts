import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a search field that follows the address, back button included, and keeps what is typed and the focus until it is sent.
 * @param text what is searched for now
 */
export function useFollowed(text: string): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current && field.current.value.trim() !== text) field.current.value = text;
  }, [text]);
  return field;
}
