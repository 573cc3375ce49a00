package io.playcaller.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.Envelope;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.FactOrigin;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.ProfilePatch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreviewTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Statement LOGIN = new Statement.Usage("Login", null, null, 1, true);

    static Stream<Statement.OfTheLog> statementsOfTheLog() {
        return Stream.of(
                new Statement.Usage("Login", null, null, 1, true),
                new Statement.Ticket("t-1", TicketStatus.OPEN, TicketSeverity.SEV1, NOW, null, null, null, null),
                new Statement.Survey(SurveyKind.NPS, 9, null),
                new Statement.Milestone("kickoff", null, NOW, null, null),
                new Statement.Touch(TouchKind.CALL, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("statementsOfTheLog")
    void itsTypeIsThatOfTheFactThatItBecomes(Statement.OfTheLog statement) {
        EventType ofItsFact = EventType.of(statement.fact("acme", List.of()));

        assertThat(preview(statement, "acme", "acme").type()).contains(ofItsFact);
        assertThat(preview(statement, null, null).type()).contains(ofItsFact);
    }

    @Test
    void whatOnlyThePersonStoreTakesHasNoType() {
        Statement identify = new Statement.OfAPerson(ProfilePatch.NOTHING, false);
        Statement alias = new Statement.Alias(List.of(ExternalId.user("u-0")));
        Statement invoice =
                new Statement.Invoice("i-1", null, new Money(1, "EUR"), LocalDate.EPOCH, LocalDate.EPOCH, null);

        assertThat(preview(identify, null, null).type()).isEmpty();
        assertThat(preview(alias, null, "acme").type()).isEmpty();
        assertThat(preview(identify, null, "acme").type()).contains(EventType.CONTACT_CHANGED);
        assertThat(preview(invoice, "acme", "acme").type()).contains(EventType.INVOICE_CHANGED);
    }

    private static Preview preview(Statement statement, @Nullable String named, @Nullable String resolved) {
        Draft draft = new Draft(
                "e-1",
                SentTimes.NONE,
                Subject.of(named, ExternalId.user("u-1")),
                statement,
                new Places("/id", "/time", "/data"));
        Item item = Item.readable(0, RawItem.whole("application/json", new byte[0], Map.of()), draft);
        Envelope envelope = new Envelope("e-1", "web", NOW, resolved, FactOrigin.LIVE, NOW, 0);
        FoundAccount account = resolved == null ? FoundAccount.UNKNOWN : FoundAccount.by(AccountBy.EDGE, resolved);
        return Preview.of(new Resolved(item, draft, envelope, List.of("p-1"), account));
    }
}
