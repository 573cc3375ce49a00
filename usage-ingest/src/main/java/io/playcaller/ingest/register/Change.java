package io.playcaller.ingest.register;

import io.playcaller.contracts.register.DomainRecord;
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

    /** It contradicts what is stored. */
    sealed interface Refused extends Change {

        /**
         * For who writes the register.
         *
         * @param what the word for the record
         */
        Refusal refusal(String what);

        /** For who sends events, maybe with a key that stands in a page. */
        default Refusal refusalOfAnEvent(String what) {
            return refusal(what);
        }
    }

    /** It belongs to another account, and such a record does not move. */
    record OfAnotherAccount(String accountId) implements Refused {

        @Override
        public Refusal refusal(String what) {
            return fixed(accountId + ", the account of " + what);
        }

        /** Whose it is is not told. */
        @Override
        public Refusal refusalOfAnEvent(String what) {
            return fixed("the account of " + what);
        }

        private static Refusal fixed(String expected) {
            return Refusal.field(Refusal.ACCOUNT_FIXED, "/accountId", expected, "another account");
        }
    }

    /** Another account claims the domain when this claim would begin. */
    record Claimed(DomainRecord by) implements Refused {

        @Override
        public Refusal refusal(String what) {
            return Refusal.field(
                    Refusal.DOMAIN_CLAIMED,
                    "/accountId",
                    "%s, which claims %s since %s; another account can from the until of that claim on"
                            .formatted(by.accountId(), by.domain(), by.from()),
                    "another account");
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
            return toAnotherAccount(stored, proposed);
        }
        Entry whole = proposed.keepingOf(stored);
        return stored.equals(whole.as(before)) ? new None(stored) : new Next(whole.as(before + 1));
    }

    /** Of all records only a domain moves, and only once its claim has ended when the next begins. */
    private static Change toAnotherAccount(Entry stored, Entry proposed) {
        if (stored.record() instanceof DomainRecord before && proposed.record() instanceof DomainRecord after) {
            boolean ended = before.until() != null && !before.until().isAfter(after.from());
            return ended ? new Next(proposed.as(stored.version() + 1)) : new Claimed(before);
        }
        return new OfAnotherAccount(stored.accountId());
    }
}
