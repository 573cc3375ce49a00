package io.playcaller.ingest.register;

import io.playcaller.ingest.refusal.Refusal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What putting a record does to the register. */
public sealed interface Change {

    /** Exactly this is stored already: nothing changes, the version neither. */
    record None(Entry stored) implements Change {}

    /** It becomes the next version. */
    record Next(Entry entry) implements Change {}

    /** The writer has seen another version than the stored one (0: there is none). */
    record Outdated(long stored, long seen) implements Change {}

    /** It belongs to another account, and such a record does not move. */
    record OfAnotherAccount(String accountId) implements Change {

        /** For who writes the register. */
        public Refusal refusal(String what) {
            return fixed(accountId + ", the account of " + what);
        }

        /** For who sends events, maybe with a key that stands in a page: whose it is is not told. */
        public Refusal refusalOfAnEvent(String what) {
            return fixed("the account of " + what);
        }

        private static Refusal fixed(String expected) {
            return Refusal.field(Refusal.ACCOUNT_FIXED, "/accountId", expected, "another account");
        }
    }

    /**
     * @param stored null when there is none yet
     * @param proposed with any version
     * @param seen the version that the writer has seen, if it says so
     */
    static Change decide(@Nullable Entry stored, Entry proposed, OptionalLong seen) {
        long before = stored == null ? 0 : stored.version();
        if (seen.isPresent() && seen.getAsLong() != before) {
            return new Outdated(before, seen.getAsLong());
        }
        if (stored == null) {
            return new Next(proposed.as(1));
        }
        if (!stored.accountId().equals(proposed.accountId())) {
            return new OfAnotherAccount(stored.accountId());
        }
        return stored.equals(proposed.as(before)) ? new None(stored) : new Next(proposed.as(before + 1));
    }
}
