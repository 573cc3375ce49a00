package io.playcaller.ingest.person;

import io.playcaller.contracts.fact.ContactRole;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person.
 *
 * @param accountId the account they belong to now; null while nobody said
 * @param active whether they still are with the customer
 * @param mayContact whether somebody said that messages to them are allowed; who only gave an address did not
 */
public record Profile(
        @Nullable String accountId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String title,
        ContactRole role,
        boolean active,
        boolean mayContact) {

    /** Of whom nothing is known. */
    public static final Profile BLANK = new Profile(null, null, null, null, ContactRole.USER, true, false);

    /** The same person in an account, or in none that is known. */
    public Profile in(@Nullable String account) {
        return new Profile(account, name, email, title, role, active, mayContact);
    }
}
