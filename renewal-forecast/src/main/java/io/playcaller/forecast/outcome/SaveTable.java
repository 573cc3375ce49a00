package io.playcaller.forecast.outcome;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.review.SaveRates.Item;
import io.playcaller.forecast.engine.review.SaveRates.SaveRate;
import io.playcaller.forecast.engine.review.SaveRates.Sum;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.engine.review.SaveRule.Fate;
import io.playcaller.forecast.engine.review.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much of what was at risk was saved, with what the figures mean. */
public record SaveTable(
        Definitions definitions, List<Row> items, @Nullable String next) {

    /**
     * What the figures mean.
     *
     * @param until first day after the period
     */
    public record Definitions(
            LocalDate from,
            LocalDate until,
            String atRisk,
            String saved,
            String rate,
            String interval,
            String grain,
            String currencyRule) {

        static Definitions of(LocalDate from, LocalDate until, SaveRule rule) {
            return new Definitions(
                    from,
                    until,
                    "a risk of the reason was open in the %d days before the contract's renewal or end; not retracted ones, com.notice_near and fc.*"
                            .formatted(rule.days()),
                    "at least %s%% of the amount went on; less is contracted, nothing is lost"
                            .formatted(rule.keptThousandths() / 10.0),
                    "saved / (saved + contracted + lost)",
                    "95%, Wilson, contracts of one customer together",
                    "contract, by the last of its renewals or ends of the period that was at risk; one with two reasons counts with each, and once in"
                            + " the total, which has no reason",
                    "each-by-itself");
        }
    }

    /** A number of contracts and their ARR before. */
    public record Part(int contracts, Money arr) {}

    /**
     * One reason in one currency.
     *
     * @param reason null for the total
     */
    public record Row(
            @Nullable Reason reason,
            String currency,
            Part saved,
            Part contracted,
            Part lost,
            Figure byCount,
            Figure byAmount) {

        static Row of(SaveRate rate) {
            return new Row(
                    rate.reason(),
                    rate.currency(),
                    part(rate, Fate.SAVED),
                    part(rate, Fate.CONTRACTED),
                    part(rate, Fate.LOST),
                    Figure.of(rate.byCount()),
                    Figure.of(rate.byAmount()));
        }

        private static Part part(SaveRate rate, Fate fate) {
            Sum sum = rate.sums().getOrDefault(fate, new Sum(0, 0));
            return new Part(sum.contracts(), new Money(sum.arr(), rate.currency()));
        }
    }

    /** One contract behind a rate. */
    public record Case(
            String contractId,
            String accountId,
            LocalDate on,
            String fate,
            Money before,
            Money after,
            Set<Reason> reasons) {

        static Case of(Item item) {
            Turn turn = item.turn();
            return new Case(
                    turn.contractId(),
                    turn.accountId(),
                    turn.on(),
                    item.fate().name().toLowerCase(Locale.ROOT),
                    new Money(turn.before(), turn.currency()),
                    new Money(turn.after(), turn.currency()),
                    item.reasons());
        }
    }

    public static SaveTable of(List<SaveRate> rates, LocalDate from, LocalDate until, SaveRule rule) {
        return new SaveTable(
                Definitions.of(from, until, rule), rates.stream().map(Row::of).toList(), null);
    }

    /** The contracts behind the rates, those of {@code reason} where one is asked for. */
    public static List<Case> cases(List<Item> items, @Nullable Reason reason) {
        return items.stream()
                .filter(item -> reason == null || item.reasons().contains(reason))
                .map(Case::of)
                .toList();
    }
}
