package io.playcaller.forecast.ledger.in;

import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.ledger.RetentionQuestion;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters of a question about a past period. */
public class RetentionQuery {

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("until")
    @Nullable
    String until;

    @QueryParam("grain")
    @DefaultValue("line")
    String grain = "line";

    @QueryParam("currency")
    @DefaultValue("each-by-itself")
    String currency = "each-by-itself";

    @QueryParam("gapDays")
    @Nullable
    String gapDays;

    @QueryParam("uplift")
    @Nullable
    String uplift;

    @QueryParam("by")
    @Nullable
    String by;

    @QueryParam("restated")
    @DefaultValue("false")
    String restated = "false";

    RetentionQuestion question(RetentionDefinition own) {
        RetentionDefinition definition =
                Asked.definition(own, new RetentionParameters(grain, currency, days(), uplift));
        return Asked.question(Asked.period(from, until), definition, by);
    }

    boolean restated() {
        return Asked.flag("restated", restated);
    }

    private @Nullable Integer days() {
        if (gapDays == null) {
            return null;
        }
        try {
            return Integer.valueOf(gapDays);
        } catch (NumberFormatException e) {
            throw Asked.refused("gapDays", "a number of days", gapDays);
        }
    }
}
