package io.playcaller.ingest.person;

import org.jspecify.annotations.Nullable;

/**
 * What the path of an event needs of a person.
 *
 * @param accountId the stored edge from the person to an account; null while there is none
 * @param mayBePlaced whether the domain of their e-mail address says their account: nobody else does, and it may
 */
public record PersonRef(String personId, @Nullable String accountId, boolean mayBePlaced) {

    /** Whose account, if there is one, somebody said. */
    public PersonRef(String personId, @Nullable String accountId) {
        this(personId, accountId, accountId == null);
    }

    /** Whether the address that an event says of them decides at once; of who is placed the store knows whether it is another. */
    public boolean isUnplaced() {
        return mayBePlaced && accountId == null;
    }
}
