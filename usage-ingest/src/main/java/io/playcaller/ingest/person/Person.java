package io.playcaller.ingest.person;

import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.register.PersonRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A person of the customer.
 *
 * @param personId random; the only name that leaves this service
 * @param version rises with each change; 0 while nothing was ever said of them
 */
public record Person(String personId, long version, Profile profile) {

    /** The person with another profile; the same object when nothing changes. */
    public Person becoming(Profile next) {
        return version > 0 && next.equals(profile) ? this : new Person(personId, version + 1, next);
    }

    /** The whole record for the topic {@code people}. */
    public PersonRecord record() {
        return new PersonRecord(
                personId,
                version,
                profile.accountId(),
                profile.name(),
                profile.email(),
                profile.title(),
                profile.mayContact());
    }

    /**
     * What their accounts are told, without a name: the account that they left, if they moved, and the one that they are in.
     */
    public List<ContactChanged> contactFacts(Person before) {
        List<ContactChanged> facts = new ArrayList<>();
        String left = before.profile.accountId();
        String now = profile.accountId();
        if (left != null && !left.equals(now)) {
            facts.add(new ContactChanged(left, personId, before.profile.role(), false, version));
        }
        if (now != null) {
            facts.add(new ContactChanged(now, personId, profile.role(), profile.active(), version));
        }
        return List.copyOf(facts);
    }
}
