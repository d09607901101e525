/** Single-user mode knows no names: the one user is whoever sits here. */
export const isYou = (by: string): boolean => by === 'user';
