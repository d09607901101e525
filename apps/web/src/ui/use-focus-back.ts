import { type RefObject, useEffect, useRef } from 'react';

/**
 * For a dialog that an item of a menu has opened: the item is gone when it closes, so the focus goes to the button of the
 * menu, which takes the ref.
 */
export function useFocusBack(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!hasClosed) return undefined;
    // After the dialog, which gives the focus back as late to what is not there any more.
    const timer = setTimeout(() => button.current?.focus());
    return () => clearTimeout(timer);
  }, [isOpen]);
  return button;
}
