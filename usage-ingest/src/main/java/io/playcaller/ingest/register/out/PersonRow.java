package io.playcaller.ingest.register.out;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.ingest.identity.DomainName;
import io.playcaller.ingest.person.Belonging;
import io.playcaller.ingest.person.Edge;
import io.playcaller.ingest.person.EdgeBy;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.Profile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of the person store. */
@Entity
@Table(name = "person")
class PersonRow {

    private static final String UNKNOWN = "unknown";

    @Id
    @Column(name = "person_id")
    UUID personId = new UUID(0, 0);

    long version;

    @Column(name = "account_id")
    @Nullable
    String accountId;

    @Nullable
    String name;

    @Nullable
    String email;

    @Nullable
    String title;

    @Enumerated(EnumType.STRING)
    ContactRole role = ContactRole.USER;

    boolean active = true;

    @Column(name = "may_contact")
    boolean mayContact;

    @Column(name = "account_by_domain")
    boolean accountByDomain;

    @Column(name = "domain_refused")
    boolean domainRefused;

    @Column(name = "email_domain")
    @Nullable
    String emailDomain;

    /** @param edges that have not ended, the newest first */
    Person person(List<EdgeRow> edges) {
        return new Person(
                personId.toString(),
                version,
                new Profile(accountId, name, email, title, role, active, isSaidToBeWrittenTo()),
                new Belonging(ordered(edges), domainRefused));
    }

    /** A replica of a version that took everybody for one who may be makes its rows so before anything is said of them. */
    private boolean isSaidToBeWrittenTo() {
        return mayContact && version > 0;
    }

    /**
     * Where they are comes first. A replica of a version that kept no edges changes that alone: then nobody knows since when they
     * are there, and who are nowhere are of no account.
     */
    private List<Edge> ordered(List<EdgeRow> edges) {
        String here = accountId;
        if (here == null) {
            return List.of();
        }
        Edge current = edges.stream()
                .filter(edge -> edge.accountId.equals(here))
                .findFirst()
                .map(EdgeRow::edge)
                .orElseGet(() -> new Edge(here, EdgeBy.EVENT, UNKNOWN, Instant.EPOCH));
        return Stream.concat(
                        Stream.of(current),
                        edges.stream()
                                .filter(edge -> !edge.accountId.equals(here))
                                .map(EdgeRow::edge))
                .toList();
    }

    void become(Person person) {
        Profile profile = person.profile();
        version = person.version();
        accountId = profile.accountId();
        name = profile.name();
        email = profile.email();
        title = profile.title();
        role = profile.role();
        active = profile.active();
        mayContact = profile.mayContact();
        accountByDomain = person.belonging().edges().stream().anyMatch(edge -> edge.by() == EdgeBy.DOMAIN);
        domainRefused = person.belonging().domainRefused();
        emailDomain = email == null
                ? null
                : DomainName.ofEmail(email).map(DomainName::reversed).orElse(null);
    }
}
