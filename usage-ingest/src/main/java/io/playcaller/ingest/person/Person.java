package io.playcaller.ingest.person;

import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.register.PersonRecord;
import io.playcaller.ingest.identity.ClaimedDomains;
import io.playcaller.ingest.identity.MergedAccounts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A person of the customer.
 *
 * @param personId random; the only name that leaves this service
 * @param version rises with each change; 0 while nothing was ever said of them
 * @param profile its account is the first of {@code belonging}
 */
public record Person(String personId, long version, Profile profile, Belonging belonging) {

    /** Of whom nothing is known. */
    public static Person unknown(String personId) {
        return new Person(personId, 0, Profile.BLANK, Belonging.NOWHERE);
    }

    /** As they are after what was said, before a domain is asked; with the version that they had. */
    public Person hearing(PersonChange change, Word word) {
        return with(version, change.profile(profile), change.belonging(belonging, word));
    }

    /** Whether the domain of their address is to be asked which account they are of, after they were otherwise. */
    public boolean isToBePlaced(Person before) {
        return profile.email() != null
                && belonging.mayBePlaced()
                && (belonging.edges().isEmpty() || !Objects.equals(profile.email(), before.profile.email()));
    }

    /** As they are after a domain was asked: out of what {@code change} took them a domain does not bring them back. */
    public Person placed(ClaimedDomains domains, PersonChange change, Word word) {
        String email = profile.email();
        return email == null
                ? this
                : domains.of(email)
                        .map(claim -> with(
                                version,
                                profile,
                                change.admits(claim.accountId())
                                        ? belonging.placed(claim, word.at())
                                        : belonging.refusing()))
                        .orElse(this);
    }

    /** The next version, where they are otherwise than before; they themselves, as they were, where they are not. */
    public Person after(Person before) {
        boolean same = before.version > 0
                && profile.equals(before.profile)
                && belonging.accountIds().equals(before.belonging.accountIds());
        return same ? with(before.version, profile, belonging) : with(before.version + 1, profile, belonging);
    }

    private Person with(long as, Profile otherwise, Belonging elsewhere) {
        return new Person(personId, as, otherwise.in(elsewhere.accountId()), elsewhere);
    }

    /** What the path of an event needs of them. */
    public PersonRef ref() {
        return new PersonRef(personId, belonging.accountId(), belonging.mayBePlaced());
    }

    /** The whole record for the topic {@code people}. Who is no longer with the customer is not written to, whatever was said before. */
    public PersonRecord record() {
        return new PersonRecord(
                personId,
                version,
                profile.accountId(),
                profile.name(),
                profile.email(),
                profile.title(),
                profile.mayContact() && profile.active());
    }

    /**
     * What their accounts are told, without a name: those that they left, then those that they are in; each once, also where
     * several were merged into it.
     */
    public List<ContactChanged> contactFacts(Person before, MergedAccounts merged) {
        Set<String> now = accounts(merged);
        Set<String> left = before.accounts(merged);
        left.removeAll(now);
        List<ContactChanged> facts = new ArrayList<>();
        left.forEach(
                account -> facts.add(new ContactChanged(account, personId, before.profile.role(), false, version)));
        now.forEach(
                account -> facts.add(new ContactChanged(account, personId, profile.role(), profile.active(), version)));
        return List.copyOf(facts);
    }

    private Set<String> accounts(MergedAccounts merged) {
        return belonging.accountIds().stream().map(merged::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
