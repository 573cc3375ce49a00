package io.playcaller.health.engine.fact;

import io.playcaller.contracts.fact.ContactRole;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which contacts of an account are kept: so many of each role, so that people who only use the product, of whom there may be
 * any number, displace nobody that a signal may be about. Of a role those who left longest ago go first: whoever left last is
 * there for as long as their loss may be spoken of.
 */
public final class KeyContacts {

    /** Contacts of each role; users, and people of whom no role is known, together. */
    public static final int EACH = 32;

    private static final Comparator<Map.Entry<String, History<Contact>>> LEAST_NEEDED =
            Comparator.<Map.Entry<String, History<Contact>>, Boolean>comparing(
                            entry -> holds(entry.getValue().newest().value()))
                    .thenComparingLong(entry -> entry.getValue().newest().at());

    private KeyContacts() {}

    static Keyed<Contact> with(Keyed<Contact> contacts, String key, Version<Contact> version) {
        Keyed<Contact> all = contacts.with(key, version, History.KEPT);
        ContactRole place = place(Objects.requireNonNull(all.byId().get(key)));
        return all.atMost(EACH, history -> place(history) == place, LEAST_NEEDED);
    }

    /** Whether a signal may be about somebody of that role. */
    static boolean key(ContactRole role) {
        return role != ContactRole.USER && role != ContactRole.UNKNOWN;
    }

    /** Whether they have, or had, such a role. */
    public static boolean key(History<Contact> history) {
        return key(place(history));
    }

    /** Whether the contact that is kept by {@code key} is told to have, or to have had, such a role. */
    static boolean key(Keyed<Contact> contacts, String key) {
        History<Contact> history = contacts.byId().get(key);
        return history != null && key(history);
    }

    /** Among whom somebody is counted: their last key role, so that it stays known that they have it no longer. */
    private static ContactRole place(History<Contact> history) {
        List<Version<Contact>> versions = history.versions();
        for (int i = versions.size() - 1; i >= 0; i--) {
            ContactRole role = versions.get(i).value().role();
            if (key(role)) {
                return role;
            }
        }
        return ContactRole.USER;
    }

    private static boolean holds(Contact contact) {
        return contact.active() && key(contact.role());
    }
}
