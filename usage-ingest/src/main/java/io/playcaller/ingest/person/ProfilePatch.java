package io.playcaller.ingest.person;

import io.playcaller.contracts.fact.ContactRole;
import org.jspecify.annotations.Nullable;

/** What an event says of a person; null says nothing and leaves it as it is. */
public record ProfilePatch(
        @Nullable String name,
        @Nullable String email,
        @Nullable String title,
        @Nullable ContactRole role,
        @Nullable Boolean active) {

    /** Says nothing. */
    public static final ProfilePatch NOTHING = new ProfilePatch(null, null, null, null, null);

    /** The profile after it. */
    public Profile applyTo(Profile before) {
        return new Profile(
                before.accountId(),
                name == null ? before.name() : name,
                email == null ? before.email() : email,
                title == null ? before.title() : title,
                role == null ? before.role() : role,
                active == null ? before.active() : active,
                before.mayContact());
    }
}
