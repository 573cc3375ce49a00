package io.playcaller.cli.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.cli.door.Parcel;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.WireJson;
import io.playcaller.mapping.Section;
import io.playcaller.mapping.Values;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts from rows. What happened once (usage, a survey) has an id of its row alone; what has a state (a ticket, a
 * milestone) has one of row and state, so that a row that moved on since the last import is another fact.
 */
final class FactMaker {

    private final String importName;
    private final Instant now;

    /** @param now when the files end, shifted: the time of a state that names none */
    FactMaker(String importName, Instant now) {
        this.importName = importName;
        this.now = now;
    }

    Parcel.Fact usage(Section section, Values row) {
        ObjectNode data = data(row, "event", "feature");
        put(data, "productId", row.optionalText("product"));
        put(data, "userId", row.optionalText("user"));
        data.put("quantity", row.number("quantity", 1L));
        data.put("meaningful", row.bool("meaningful", true));
        return fact(section, EventType.USAGE_RECORDED, row, row.time("at"), data, id(section, row.id()));
    }

    Parcel.Fact survey(Section section, Values row) {
        ObjectNode data = data(row, "survey");
        data.put("score", row.number("score"));
        put(data, "productId", row.optionalText("product"));
        put(data, "userId", row.optionalText("user"));
        return fact(section, EventType.SURVEY_ANSWERED, row, row.time("at"), data, id(section, row.id()));
    }

    Parcel.Fact ticket(Section section, Values row) {
        ObjectNode data = data(row, "severity", "theme");
        Instant opened = row.time("openedAt");
        Instant solved = row.optionalTime("solvedAt");
        data.put("ticketId", row.id());
        data.put("status", solved == null ? "open" : "solved");
        data.put("openedAt", opened.toString());
        put(data, "firstAnsweredAt", text(row.optionalTime("firstAnsweredAt")));
        put(data, "solvedAt", text(solved));
        put(data, "productId", row.optionalText("product"));
        return state(section, EventType.TICKET_CHANGED, row, solved == null ? opened : solved, data);
    }

    Parcel.Fact milestone(Section section, Values row) {
        ObjectNode data = data(row, "milestone");
        Instant due = row.optionalTime("dueAt");
        Instant reached = row.optionalTime("reachedAt");
        put(data, "dueAt", text(due));
        put(data, "reachedAt", text(reached));
        Integer value = row.optionalInteger("value");
        if (value != null) {
            data.put("value", value);
        }
        return state(section, EventType.MILESTONE_CHANGED, row, reached == null ? now : reached, data);
    }

    private Parcel.Fact state(Section section, EventType type, Values row, Instant at, ObjectNode data) {
        return fact(section, type, row, at, data, id(section, row.id(), data.toString()));
    }

    private static Parcel.Fact fact(
            Section section, EventType type, Values row, Instant at, ObjectNode data, String id) {
        return new Parcel.Fact(row.text("account"), Senders.of(section.kind()), id, type, at, data);
    }

    private String id(Section section, Object... parts) {
        return Ids.derived("import/" + importName + "/" + section.title(), parts)
                .toString();
    }

    private static ObjectNode data(Values row, String... fields) {
        ObjectNode data = WireJson.mapper().createObjectNode();
        data.put("accountId", row.text("account"));
        for (String field : fields) {
            put(data, field, row.optionalText(field));
        }
        return data;
    }

    private static void put(ObjectNode data, String field, @Nullable String text) {
        if (text != null) {
            data.put(field, text);
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
