package io.playcaller.ingest.register.out;

import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.ingest.person.Person;
import io.playcaller.ingest.person.Profile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the person store. */
@Entity
@Table(name = "person")
class PersonRow {

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
    boolean mayContact = true;

    Person person() {
        return new Person(
                personId.toString(), version, new Profile(accountId, name, email, title, role, active, mayContact));
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
    }
}
