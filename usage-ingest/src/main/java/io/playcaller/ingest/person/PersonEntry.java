package io.playcaller.ingest.person;

import io.playcaller.contracts.fact.ContactRole;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of a person: all of it, so that what it leaves out is nothing. But not the word on messages: a sync that does not
 * know of it takes back no refusal, and no consent.
 *
 * @param accountId null where nobody knows it
 * @param mayContact whether messages to them are allowed; null says nothing and leaves it as it is
 */
public record PersonEntry(
        @Nullable String accountId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String title,
        ContactRole role,
        boolean active,
        @Nullable Boolean mayContact) {

    /** The profile after it. */
    public Profile applyTo(Profile before) {
        return new Profile(
                accountId, name, email, title, role, active, mayContact == null ? before.mayContact() : mayContact);
    }
}
