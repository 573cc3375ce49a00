package io.playcaller.ingest.person;

import org.jspecify.annotations.Nullable;

/** What is said of a person. */
public sealed interface PersonChange {

    Profile profile(Profile before);

    Belonging belonging(Belonging before, Word word);

    /** Whether a domain may say, in the same breath, that they are of that account. */
    default boolean admits(String accountId) {
        return true;
    }

    /**
     * An event says something.
     *
     * @param accountId of which account they are, too; null says nothing of that
     */
    record Told(ProfilePatch patch, @Nullable String accountId) implements PersonChange {

        @Override
        public Profile profile(Profile before) {
            return patch.applyTo(before);
        }

        @Override
        public Belonging belonging(Belonging before, Word word) {
            return accountId == null ? before : before.joining(accountId, word);
        }
    }

    /** The register says all of it: of which account they are, or that nobody knows. */
    record Replaced(PersonEntry whole) implements PersonChange {

        @Override
        public Profile profile(Profile before) {
            return whole.applyTo(before);
        }

        @Override
        public Belonging belonging(Belonging before, Word word) {
            String account = whole.accountId();
            return account == null ? before.nowhere() : before.only(account, word);
        }
    }

    /**
     * They are not of an account, or no longer.
     *
     * @param by who says so
     */
    record Left(String accountId, String by) implements PersonChange {

        @Override
        public Profile profile(Profile before) {
            return before;
        }

        @Override
        public Belonging belonging(Belonging before, Word word) {
            return before.leaving(accountId);
        }

        @Override
        public boolean admits(String other) {
            return !other.equals(accountId);
        }
    }

    /** Nothing is said; an account may have claimed their domain. */
    record Nothing() implements PersonChange {

        @Override
        public Profile profile(Profile before) {
            return before;
        }

        @Override
        public Belonging belonging(Belonging before, Word word) {
            return before;
        }
    }
}
