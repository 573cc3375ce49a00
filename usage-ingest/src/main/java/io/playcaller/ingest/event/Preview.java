package io.playcaller.ingest.event;

import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.ingest.event.Statement.Alias;
import io.playcaller.ingest.event.Statement.OfAPerson;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an event becomes, for who sends it.
 *
 * @param type of its fact in the log; empty for what only the person store takes
 * @param account whose it is
 * @param time when it happened, by our clock
 */
public record Preview(Optional<EventType> type, FoundAccount account, FactOrigin origin, Instant time) {

    private static final Map<Class<? extends Statement>, EventType> TYPES = Map.ofEntries(
            Map.entry(Statement.Usage.class, EventType.USAGE_RECORDED),
            Map.entry(Statement.Ticket.class, EventType.TICKET_CHANGED),
            Map.entry(Statement.Survey.class, EventType.SURVEY_ANSWERED),
            Map.entry(Statement.Milestone.class, EventType.MILESTONE_CHANGED),
            Map.entry(Statement.Touch.class, EventType.TOUCH_RECORDED),
            Map.entry(Statement.Objective.class, EventType.OBJECTIVE_CHANGED),
            Map.entry(Statement.Content.class, EventType.CONTENT_USED),
            Map.entry(Statement.Feedback.class, EventType.FEEDBACK_GIVEN),
            Map.entry(Statement.Retraction.class, EventType.FACT_RETRACTED),
            Map.entry(Statement.Withdrawal.class, EventType.USAGE_WITHDRAWN),
            Map.entry(OfAPerson.class, EventType.CONTACT_CHANGED),
            Map.entry(Statement.Invoice.class, EventType.INVOICE_CHANGED));

    public static Preview of(Resolved event) {
        return new Preview(
                type(event),
                event.account(),
                event.envelope().origin(),
                event.envelope().time());
    }

    private static Optional<EventType> type(Resolved event) {
        Statement statement = event.draft().statement();
        boolean forThePersonStore =
                statement instanceof Alias || (statement instanceof OfAPerson && event.accountId() == null);
        return forThePersonStore ? Optional.empty() : Optional.ofNullable(TYPES.get(statement.getClass()));
    }
}
