import { hueOf, initialsOf } from './avatar-look';
import { cx } from './cx';

const SIZES = { sm: 'size-6 text-[0.6875rem]', md: 'size-9 text-sm', lg: 'size-14 text-xl' };

interface AvatarProps {
  /** Decides the colour: the same one everywhere. */
  readonly id: string;
  readonly name: string;
  /** A sign of its own, an emoji for instance, in place of the initials. */
  readonly sign?: string | null;
  readonly size?: keyof typeof SIZES;
}

/** A face beside a name: the name is said in words, so this is for the eye alone. */
export function Avatar({ id, name, sign, size = 'md' }: AvatarProps) {
  return (
    <span
      aria-hidden
      style={{ '--hue': hueOf(id) }}
      className={cx(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-face font-semibold text-on-face select-none',
        SIZES[size],
      )}
    >
      {sign ?? initialsOf(name)}
    </span>
  );
}
