package io.playcaller.ingest.door.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.Ids;
import io.playcaller.contracts.fact.CorrectionReason;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Places;
import io.playcaller.ingest.event.Retractable;
import io.playcaller.ingest.event.SentTimes;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.refusal.Step;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one of our people takes back: a fact by its source and id as the log has them, or the usage of some days. It happens now,
 * and each time anew.
 */
final class RetractionBody {

    private static final Set<String> OF_A_FACT = Set.of("accountId", "factSource", "factId", "factType", "reason");
    private static final Set<String> OF_DAYS = Set.of("accountId", "from", "until", "reason");

    private RetractionBody() {}

    static Step<Draft> read(JsonNode item, String staffId) {
        return JsonFields.reading(item, fields -> {
            boolean days = fields.has("from") || fields.has("until");
            fields.rejectUnknown(days ? OF_DAYS : OF_A_FACT);
            Subject subject = Subject.of(fields.text("accountId"), null);
            Statement statement = days ? withdrawal(fields, staffId) : retraction(fields, staffId);
            return new Draft(Ids.next().toString(), SentTimes.NONE, subject, statement, new Places("", "", ""));
        });
    }

    private static Statement retraction(JsonFields fields, String staffId) {
        String source = fields.text("factSource");
        String factId = fields.text("factId");
        String type = fields.text("factType");
        Retractable.fault(type).ifPresent(expected -> {
            throw fields.invalid("factType", expected, type);
        });
        return new Statement.Retraction(source, factId, type, reason(fields), staffId);
    }

    private static Statement withdrawal(JsonFields fields, String staffId) {
        LocalDate from = fields.date("from");
        LocalDate until = fields.date("until");
        if (until.isBefore(from)) {
            throw fields.invalid("until", "a day not before " + from, until);
        }
        return new Statement.Withdrawal(from, until, reason(fields), staffId);
    }

    private static @Nullable CorrectionReason reason(JsonFields fields) {
        return fields.optionalWord("reason", CorrectionReason.class);
    }
}
