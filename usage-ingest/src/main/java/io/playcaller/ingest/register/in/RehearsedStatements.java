package io.playcaller.ingest.register.in;

import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.event.app.RegisterStatements;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.register.app.People;
import io.playcaller.ingest.register.app.Register;
import io.playcaller.ingest.rehearsal.app.Rehearsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What events of a rehearsal say of persons and invoices: decided by the register as it stands, and not stored. */
@Rehearsed
@ApplicationScoped
class RehearsedStatements implements RegisterStatements {

    private final StatementsOfEvents statements;

    RehearsedStatements(People people, Register register, @Rehearsed PersonIndex persons) {
        this.statements = StatementsOfEvents.rehearsed(people, register, persons);
    }

    @Override
    public Uni<Outcome> store(Resolved event) {
        return statements.store(event);
    }
}
