/** A browser that says nothing for this long has to sign in again. */
export const IDLE_HOURS = 24;
/** However busy it is. */
export const LIFETIME_DAYS = 14;
