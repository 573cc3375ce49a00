package io.playcaller.forecast.ledger;

import io.playcaller.forecast.engine.ledger.CurrencyRule;
import io.playcaller.forecast.engine.ledger.Grain;
import io.playcaller.forecast.engine.ledger.Period;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which calendar quarters are closed on a day, and what is kept of each: every grain and currency rule under the company's
 * definition, whole and in each dimension. A quarter that ended before the service was there is history and never closed:
 * what is imported of it would change it for weeks.
 */
public final class ClosedQuarters {

    /** How many quarters back corrections are looked for. */
    public static final int LOOKED_AT = 8;

    private ClosedQuarters() {}

    /**
     * The newest quarters that are closed, newest first, at most {@value #LOOKED_AT}.
     *
     * @param since the day from which on there was a ledger here
     * @param afterDays how many days after its end a quarter is closed
     */
    public static List<Period> on(LocalDate today, LocalDate since, int afterDays) {
        List<Period> closed = new ArrayList<>();
        Period quarter = Period.quarterOf(today.minusDays(afterDays)).quarterBefore();
        while (quarter.until().isAfter(since) && closed.size() < LOOKED_AT) {
            closed.add(quarter);
            quarter = quarter.quarterBefore();
        }
        return closed;
    }

    /** All that is kept of a quarter; those without a dimension first. */
    public static List<RetentionQuestion> questions(Period quarter, RetentionDefinition definition) {
        List<RetentionQuestion> questions = new ArrayList<>(whole(quarter, definition));
        for (RetentionQuestion whole : whole(quarter, definition)) {
            for (Dimension by : Dimension.values()) {
                if (by != Dimension.PRODUCT || whole.definition().grain() == Grain.LINE) {
                    questions.add(new RetentionQuestion(quarter, whole.definition(), by));
                }
            }
        }
        return questions;
    }

    /** Those of them in which corrections are looked for. */
    public static List<RetentionQuestion> whole(Period quarter, RetentionDefinition definition) {
        List<RetentionQuestion> questions = new ArrayList<>();
        for (Grain grain : Grain.values()) {
            for (CurrencyRule rule : CurrencyRule.values()) {
                questions.add(
                        new RetentionQuestion(quarter, definition.at(grain).in(rule), null));
            }
        }
        return questions;
    }
}
