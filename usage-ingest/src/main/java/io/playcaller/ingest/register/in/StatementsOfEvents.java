package io.playcaller.ingest.register.in;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.fact.InvoiceChanged;
import io.playcaller.ingest.event.Outcome;
import io.playcaller.ingest.event.Resolved;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.event.Statement.Alias;
import io.playcaller.ingest.event.Statement.Invoice;
import io.playcaller.ingest.event.Statement.OfAPerson;
import io.playcaller.ingest.event.app.RegisterStatements;
import io.playcaller.ingest.held.app.HeldReleases;
import io.playcaller.ingest.person.PersonChange;
import io.playcaller.ingest.person.app.PersonIndex;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.register.Change;
import io.playcaller.ingest.register.Entry;
import io.playcaller.ingest.register.Origin;
import io.playcaller.ingest.register.RegisterRules;
import io.playcaller.ingest.register.app.People;
import io.playcaller.ingest.register.app.Register;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What events say of persons and invoices, brought into the register. */
@ApplicationScoped
class StatementsOfEvents implements RegisterStatements {

    private final People people;
    private final Register register;
    private final PersonIndex index;
    private final Consumer<String> linked;
    private final boolean rehearsed;

    @Inject
    StatementsOfEvents(People people, Register register, PersonIndex index, HeldReleases held) {
        this(people, register, index, held::poke, false);
    }

    private StatementsOfEvents(
            People people, Register register, PersonIndex index, Consumer<String> linked, boolean rehearsed) {
        this.people = people;
        this.register = register;
        this.index = index;
        this.linked = linked;
        this.rehearsed = rehearsed;
    }

    /** The same for a rehearsal: nobody is waited for. */
    static StatementsOfEvents rehearsed(People people, Register register, PersonIndex index) {
        return new StatementsOfEvents(people, register, index, personId -> {}, true);
    }

    @Override
    public Uni<Outcome> store(Resolved event) {
        Statement statement = event.draft().statement();
        if (statement instanceof OfAPerson person) {
            PersonChange said = new PersonChange.Told(
                    person.patch(), event.draft().subject().accountId());
            return people.change(event.personIds().get(0), said, any(), origin(event))
                    .replaceWith(new Outcome.Accepted());
        }
        if (statement instanceof Alias alias) {
            return index.link(alias.previous(), event.draft().subject().people().get(0))
                    .invoke(() -> linked.accept(event.personIds().get(0)))
                    .replaceWith(new Outcome.Accepted());
        }
        if (statement instanceof Invoice invoice) {
            return invoice(record(invoice, event), event);
        }
        throw new IllegalArgumentException(statement + " is not for the register");
    }

    private Uni<Outcome> invoice(InvoiceChanged record, Resolved event) {
        List<Fault> faults = RegisterRules.faults(record);
        if (!faults.isEmpty()) {
            return Uni.createFrom().item(refused(Refusal.of(Refusal.FIELD_INVALID, faults), event));
        }
        return register.put(Entry.of(record), any(), origin(event))
                .map(change -> change instanceof Change.Refused no
                        ? refused(no.refusalOfAnEvent("invoice " + record.invoiceId()), event)
                        : new Outcome.Accepted());
    }

    private static Outcome refused(Refusal refusal, Resolved event) {
        return new Outcome.Refused(refusal.withFields(event.draft().places()::ofData));
    }

    private static InvoiceChanged record(Invoice said, Resolved event) {
        String account = event.accountId();
        if (account == null) {
            throw new IllegalStateException("an invoice was resolved without an account");
        }
        return new InvoiceChanged(
                account,
                said.invoiceId(),
                said.contractId(),
                said.amount(),
                said.issuedOn(),
                said.dueOn(),
                said.paidOn(),
                0,
                null);
    }

    private static OptionalLong any() {
        return OptionalLong.empty();
    }

    private Origin origin(Resolved event) {
        Envelope envelope = event.envelope();
        return new Origin(
                envelope.id(), envelope.source(), envelope.time(), envelope.origin(), envelope.receivedAt(), rehearsed);
    }
}
