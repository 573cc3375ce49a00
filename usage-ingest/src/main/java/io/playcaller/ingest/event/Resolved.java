package io.playcaller.ingest.event;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.register.SaidIn;
import io.playcaller.ingest.catalogue.Exclusion;
import io.playcaller.ingest.event.Statement.OfTheLog;
import io.playcaller.ingest.person.FactRef;
import io.playcaller.ingest.person.FreeText;
import io.playcaller.ingest.person.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event that can be stored.
 *
 * @param envelope as it will stand in the log; its account is null only for what is said of a person without one, and for
 *     what has to wait for its account
 * @param personIds of those whom it names; the first is who did it
 * @param account that of the envelope, and how it was found
 */
public record Resolved(Item item, Draft draft, Envelope envelope, List<String> personIds, FoundAccount account) {

    public Resolved {
        personIds = List.copyOf(personIds);
    }

    public @Nullable String accountId() {
        return envelope.accountId();
    }

    /** Why it is use that is not the customer's; empty where it is theirs, or no use at all. */
    public Optional<Exclusion> excluded() {
        return draft.statement() instanceof Statement.Usage usage
                ? Optional.ofNullable(usage.excluded())
                : Optional.empty();
    }

    /** Whether it belongs to an account, and nobody can tell yet to which: it waits until the edge of its person is known. */
    public boolean awaitsAccount() {
        return accountId() == null && draft.statement() instanceof OfTheLog;
    }

    /**
     * What the log says of it.
     *
     * @param clockOffset how far business time was ahead of its sender's clock
     */
    public Record fact(Duration clockOffset) {
        String account = accountId();
        if (account == null || !(draft.statement() instanceof OfTheLog statement)) {
            throw new IllegalStateException(
                    "an event without an account, or one of the register, is no fact of the log");
        }
        return statement.shiftedBy(clockOffset).fact(account, personIds);
    }

    /**
     * What whoever did it wrote with it. Nothing where no person is named: what nobody could be asked to forget is not kept.
     */
    public Optional<Said> said() {
        FreeText text = draft.text();
        String account = accountId();
        if (text == null || account == null || personIds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Said.with(envelope, account, personIds.get(0), saidIn(), ref(), text));
    }

    /** The fact that it takes back, where somebody may have written something with that. */
    public Optional<FactRef> takesBack() {
        String account = accountId();
        return account != null
                        && draft.statement() instanceof Statement.Retraction back
                        && Retractable.mayHaveWords(back.factType())
                ? Optional.of(new FactRef(back.source(), back.factId(), account))
                : Optional.empty();
    }

    private SaidIn saidIn() {
        if (draft.statement() instanceof Statement.Ticket) {
            return SaidIn.TICKET;
        }
        if (draft.statement() instanceof Statement.Objective) {
            return SaidIn.OBJECTIVE;
        }
        return draft.statement() instanceof Statement.Feedback ? SaidIn.FEEDBACK : SaidIn.SURVEY;
    }

    private String ref() {
        if (draft.statement() instanceof Statement.Ticket ticket) {
            return ticket.ticketId();
        }
        if (draft.statement() instanceof Statement.Objective objective) {
            return objective.objectiveId();
        }
        return draft.statement() instanceof Statement.Feedback feedback ? feedback.feedbackId() : draft.id();
    }
}
