package io.playcaller.health.engine.episode;

import io.playcaller.health.engine.log.LogState;

/** What may still change how an account stood. */
public enum Past {
    /** Facts that are late, within the bound. */
    SETTLED,
    /** An import is open, of which nothing came for this account: what late facts no longer change stays where it was. */
    AWAITED,
    /** Rows of an import came, and more may: what nobody was told of is judged by the whole track, again and again. */
    COMING;

    /** @param importing whether rows of an import came for the account that were not settled yet */
    public static Past of(LogState log, boolean importing) {
        if (importing) {
            return COMING;
        }
        return log.backfilling() ? AWAITED : SETTLED;
    }
}
