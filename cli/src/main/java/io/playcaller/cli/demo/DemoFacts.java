package io.playcaller.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.cli.door.Parcel;
import io.playcaller.contracts.EventType;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.WireJson;
import io.playcaller.quickstart.Secrets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words facts of one account as the doors read them; ids follow from what they say. */
final class DemoFacts {

    private final String account;

    DemoFacts(String account) {
        this.account = account;
    }

    Parcel usage(String source, Instant at, String person, String feature, int quantity) {
        ObjectNode data = data().put("event", feature + " used").put("feature", feature);
        data.put("userId", person).put("quantity", quantity);
        return fact(source, EventType.USAGE_RECORDED, at, data);
    }

    Parcel ticket(String id, String severity, Instant opened, @Nullable Instant solved, Instant toldAt) {
        ObjectNode data = data().put("ticketId", account + "-" + id)
                .put("severity", severity)
                .put("status", solved == null ? "open" : "solved")
                .put("openedAt", opened.toString());
        if (solved != null) {
            data.put("solvedAt", solved.toString());
        }
        return fact(Secrets.SUPPORT_DESK, EventType.TICKET_CHANGED, toldAt, data);
    }

    Parcel survey(String kind, int score, String person, Instant at) {
        ObjectNode data = data().put("survey", kind).put("score", score).put("userId", person);
        return fact(Secrets.WEB, EventType.SURVEY_ANSWERED, at, data);
    }

    Parcel touch(String kind, String staff, List<String> people, Instant at) {
        ObjectNode data = data().put("kind", kind).put("staffId", staff);
        ArrayNode users = data.putArray("userIds");
        people.forEach(users::add);
        return fact(Secrets.WEB, EventType.TOUCH_RECORDED, at, data);
    }

    Parcel milestone(String key, @Nullable Instant due, @Nullable Instant reached, Instant toldAt) {
        ObjectNode data = data().put("milestone", key);
        if (due != null) {
            data.put("dueAt", due.toString());
        }
        if (reached != null) {
            data.put("reachedAt", reached.toString());
        }
        return fact(Secrets.WEB, EventType.MILESTONE_CHANGED, toldAt, data);
    }

    private ObjectNode data() {
        return WireJson.mapper().createObjectNode().put("accountId", account);
    }

    private Parcel fact(String source, EventType type, Instant at, ObjectNode data) {
        String id = Ids.derived("demo", source, type.wire(), at, data).toString();
        return new Parcel.Fact(account, source, id, type, at, data);
    }
}
