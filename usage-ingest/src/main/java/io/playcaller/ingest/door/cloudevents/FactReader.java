package io.playcaller.ingest.door.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.fact.ContactRole;
import io.playcaller.contracts.fact.ContentUse;
import io.playcaller.contracts.fact.FeedbackSeverity;
import io.playcaller.contracts.fact.Sentiment;
import io.playcaller.contracts.fact.SurveyKind;
import io.playcaller.contracts.fact.TicketSeverity;
import io.playcaller.contracts.fact.TicketStatus;
import io.playcaller.contracts.fact.TouchKind;
import io.playcaller.ingest.door.cloudevents.CloudEvent.Context;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.SentTimes;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.FreeText;
import io.playcaller.ingest.person.ProfilePatch;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts that may come in as CloudEvents. Their data are those of the contracts, except that people stand there
 * with the customer's own ids ({@code userId}, {@code userIds}); the door replaces them.
 */
final class FactReader {

    private static final long MAX_QUANTITY = 1_000_000_000L;
    private static final int MAX_NPS = 10;
    private static final int MAX_PERCENT = 100;
    private static final int MIN_CSAT = 1;
    private static final int MAX_CSAT = 5;

    private static final Map<EventType, Function<JsonFields, Statement>> READERS = Map.of(
            EventType.USAGE_RECORDED, FactReader::usage,
            EventType.TICKET_CHANGED, FactReader::ticket,
            EventType.SURVEY_ANSWERED, FactReader::survey,
            EventType.MILESTONE_CHANGED, FactReader::milestone,
            EventType.TOUCH_RECORDED, FactReader::touch,
            EventType.OBJECTIVE_CHANGED, FactReader::objective,
            EventType.CONTENT_USED, FactReader::content,
            EventType.FEEDBACK_GIVEN, FactReader::feedback,
            EventType.CONTACT_CHANGED, FactReader::contact,
            EventType.INVOICE_CHANGED, FactReader::invoice);

    private static final String TYPES = Stream.concat(READERS.keySet().stream(), CorrectionReader.TYPES.stream())
            .map(EventType::wire)
            .sorted()
            .collect(Collectors.joining(", "));

    private FactReader() {}

    /** @param ids of the events of the same sender */
    static Step<Draft> draft(CloudEvent event, String id, EventIds ids) {
        EventType type = EventType.ofWire(event.context().type()).orElse(null);
        if (type != null && CorrectionReader.TYPES.contains(type)) {
            return correction(type, event, id, ids);
        }
        Function<JsonFields, Statement> reader = type == null ? null : READERS.get(type);
        if (reader == null) {
            return Step.refused(Refusal.field(
                    Refusal.TYPE_UNKNOWN,
                    event.names().apply("/type"),
                    "one of " + TYPES,
                    JsonFields.brief(event.context().type())));
        }
        return JsonFields.reading(event.data().json(), event.data().pointer(), data -> {
            Statement statement = reader.apply(data);
            SentTimes times = new SentTimes(event.context().time(), null);
            Subject subject = subject(event.context(), data, statement);
            return new Draft(id, times, subject, statement, event.places(), text(data, statement));
        });
    }

    private static Step<Draft> correction(EventType type, CloudEvent event, String id, EventIds ids) {
        return JsonFields.reading(event.data().json(), event.data().pointer(), data -> {
            Statement statement = CorrectionReader.statement(type, event.context(), data, ids);
            SentTimes times = new SentTimes(event.context().time(), null);
            return new Draft(id, times, CorrectionReader.subject(event.context(), data), statement, event.places());
        });
    }

    /** What was written: other facts than these have no place for it, and it is not read. */
    private static @Nullable FreeText text(JsonFields data, Statement statement) {
        if (statement instanceof Statement.Ticket) {
            return FreeText.of(data.freeText("subject"), data.freeText("description"), data.freeText("comment"))
                    .orElse(null);
        }
        if (statement instanceof Statement.Objective) {
            return FreeText.of(null, null, data.freeText("goal")).orElse(null);
        }
        return statement instanceof Statement.Survey || statement instanceof Statement.Feedback
                ? FreeText.of(null, null, data.freeText("comment")).orElse(null)
                : null;
    }

    private static Subject subject(Context event, JsonFields data, Statement statement) {
        String account = data.optionalText("accountId");
        List<ExternalId> people = new ArrayList<>();
        String user = data.optionalText("userId");
        if (user != null) {
            people.add(ExternalId.user(user));
        }
        data.texts("userIds").forEach(other -> people.add(ExternalId.user(other)));
        if (statement instanceof Statement.OfAPerson && people.isEmpty()) {
            data.text("userId");
        }
        return new Subject(account == null ? event.accountId() : account, people, personIds(data));
    }

    /** Pseudonymous ids are for our own services; whatever is not one could be a name. */
    private static List<String> personIds(JsonFields data) {
        List<String> ids = new ArrayList<>();
        String one = data.optionalText("personId");
        if (one != null) {
            ids.add(uuid(data, "personId", one));
        }
        List<String> others = data.texts("personIds");
        for (int i = 0; i < others.size(); i++) {
            ids.add(uuid(data, "personIds/" + i, others.get(i)));
        }
        return ids;
    }

    private static String uuid(JsonFields data, String field, String id) {
        try {
            UUID.fromString(id);
            return id;
        } catch (IllegalArgumentException e) {
            throw data.invalid(field, "a pseudonymous id; name people by userId", id);
        }
    }

    private static Statement usage(JsonFields data) {
        Long quantity = data.optionalInteger("quantity", 1, MAX_QUANTITY);
        return new Statement.Usage(
                data.text("event"),
                data.optionalText("feature"),
                data.optionalText("productId"),
                quantity == null ? 1 : quantity,
                data.bool("meaningful", true));
    }

    private static Statement ticket(JsonFields data) {
        return new Statement.Ticket(
                data.text("ticketId"),
                data.word("status", TicketStatus.class),
                data.word("severity", TicketSeverity.class),
                data.instant("openedAt"),
                data.optionalInstant("firstAnsweredAt"),
                data.optionalInstant("solvedAt"),
                data.optionalText("theme"),
                data.optionalText("productId"));
    }

    private static Statement survey(JsonFields data) {
        SurveyKind kind = data.word("survey", SurveyKind.class);
        long score =
                kind == SurveyKind.CSAT ? data.integer("score", MIN_CSAT, MAX_CSAT) : data.integer("score", 0, MAX_NPS);
        return new Statement.Survey(kind, (int) score, data.optionalText("productId"));
    }

    private static Statement milestone(JsonFields data) {
        Long value = data.optionalInteger("value", 0, MAX_PERCENT);
        return new Statement.Milestone(
                data.text("milestone"),
                data.optionalInstant("dueAt"),
                data.optionalInstant("reachedAt"),
                data.optionalText("productId"),
                value == null ? null : value.intValue());
    }

    private static Statement touch(JsonFields data) {
        return new Statement.Touch(
                data.word("kind", TouchKind.class),
                data.optionalText("staffId"),
                data.optionalText("taskId"),
                data.optionalWord("sentiment", Sentiment.class));
    }

    private static Statement objective(JsonFields data) {
        return new Statement.Objective(
                data.text("objectiveId"),
                data.optionalText("measure"),
                data.optionalDecimal("baseline"),
                data.optionalDecimal("target"),
                data.optionalDecimal("reached"),
                data.optionalInstant("dueAt"),
                data.optionalInstant("achievedAt"),
                data.optionalText("productId"));
    }

    private static Statement content(JsonFields data) {
        return new Statement.Content(
                data.text("contentId"), data.word("use", ContentUse.class), data.optionalText("productId"));
    }

    private static Statement feedback(JsonFields data) {
        return new Statement.Feedback(
                data.text("feedbackId"),
                data.optionalText("theme"),
                data.optionalWord("severity", FeedbackSeverity.class),
                data.optionalText("productId"));
    }

    private static Statement contact(JsonFields data) {
        JsonNode active = data.node("active");
        return new Statement.OfAPerson(
                new ProfilePatch(
                        null,
                        null,
                        null,
                        data.optionalWord("role", ContactRole.class),
                        active == null ? null : data.bool("active", true)),
                true);
    }

    private static Statement invoice(JsonFields data) {
        return new Statement.Invoice(
                data.text("invoiceId"),
                data.optionalText("contractId"),
                data.money("amount"),
                data.date("issuedOn"),
                data.date("dueOn"),
                data.optionalDate("paidOn"));
    }
}
