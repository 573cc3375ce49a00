package io.playcaller.ingest.door;

import io.playcaller.contracts.fact.CorrectionReason;
import io.playcaller.ingest.event.Retractable;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.json.JsonFields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what takes earlier facts back, whoever says it: a source through a door, or one of our people. */
public final class CorrectionFields {

    private CorrectionFields() {}

    /**
     * @param source what the log calls the fact's
     * @param factId as it stands in the log
     */
    public static Statement retraction(JsonFields said, String source, String factId, @Nullable String staffId) {
        String type = said.text("factType");
        Retractable.fault(type).ifPresent(expected -> {
            throw said.invalid("factType", expected, type);
        });
        return new Statement.Retraction(source, factId, type, reason(said), staffId);
    }

    /** The first day and the last one count. */
    public static Statement withdrawal(JsonFields said, @Nullable String staffId) {
        LocalDate from = said.date("from");
        LocalDate until = said.date("until");
        if (until.isBefore(from)) {
            throw said.invalid("until", "a day not before " + from, until);
        }
        return new Statement.Withdrawal(from, until, reason(said), staffId);
    }

    private static @Nullable CorrectionReason reason(JsonFields said) {
        return said.optionalWord("reason", CorrectionReason.class);
    }
}
