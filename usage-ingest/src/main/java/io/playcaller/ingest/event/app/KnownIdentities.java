package io.playcaller.ingest.event.app;

import io.playcaller.ingest.event.Delivery;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.FoundAccount;
import io.playcaller.ingest.event.Identities;
import io.playcaller.ingest.event.Item;
import io.playcaller.ingest.event.Statement.OfAPerson;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.identity.app.Domains;
import io.playcaller.ingest.identity.app.MergesInForce;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.PersonRef;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.refusal.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks up those whom events name. The claims of domains are asked for only where an event says the address of somebody of whom
 * nobody said which account they are of.
 */
@ApplicationScoped
public class KnownIdentities {

    private final PersonIndex people;
    private final Domains domains;
    private final MergesInForce merges;

    KnownIdentities(PersonIndex people, Domains domains, MergesInForce merges) {
        this.people = people;
        this.domains = domains;
        this.merges = merges;
    }

    /** Those of a delivery; whoever is new is made. Fails when the store is away. */
    Uni<Identities> of(Delivery delivery) {
        Set<ExternalId> all = people(delivery, subject -> true);
        Set<ExternalId> edges = people(delivery, subject -> subject.accountId() == null);
        return people.resolve(all, edges).flatMap(known -> {
            List<String> emails = emails(delivery, known);
            return emails.isEmpty()
                    ? Uni.createFrom().item(new Identities(known, merges.now()))
                    : domains.of(
                                    emails,
                                    delivery.receivedAt()
                                            .atOffset(ZoneOffset.UTC)
                                            .toLocalDate())
                            .map(claimed -> new Identities(known, claimed, merges.now()));
        });
    }

    /** Those who are known, and no claims: of what waits nothing says an address. Fails when the store is away. */
    public Uni<Identities> known(Collection<ExternalId> ids) {
        return people.known(ids).map(known -> new Identities(known, merges.now()));
    }

    /** In whose logs an event of an account may stand: an earlier delivery of it may have come before a merge, or during one. */
    Uni<List<String>> places(FoundAccount account) {
        String said = account.said();
        return said == null ? Uni.createFrom().item(List.of()) : merges.ever(said);
    }

    /** Those whom the items name that are about such a subject. */
    private static Set<ExternalId> people(Delivery delivery, Predicate<Subject> about) {
        Set<ExternalId> people = new HashSet<>();
        for (Item item : delivery.items()) {
            if (item.draft() instanceof Step.Kept<Draft> kept
                    && about.test(kept.value().subject())) {
                people.addAll(kept.value().subject().people());
            }
        }
        return people;
    }

    private static List<String> emails(Delivery delivery, Map<ExternalId, PersonRef> people) {
        List<String> emails = new ArrayList<>();
        for (Item item : delivery.items()) {
            if (item.draft() instanceof Step.Kept<Draft> kept
                    && kept.value().statement() instanceof OfAPerson said
                    && said.patch().email() != null
                    && isUnplaced(kept.value().subject(), people)) {
                emails.add(said.patch().email());
            }
        }
        return emails;
    }

    private static boolean isUnplaced(Subject subject, Map<ExternalId, PersonRef> people) {
        if (subject.accountId() != null || subject.people().isEmpty()) {
            return false;
        }
        PersonRef person = people.get(subject.people().get(0));
        return person != null && person.isUnplaced();
    }
}
