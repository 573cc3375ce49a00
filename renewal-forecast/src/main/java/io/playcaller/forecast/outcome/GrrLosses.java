package io.playcaller.forecast.outcome;

import io.playcaller.contracts.Money;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.review.LossReasons;
import io.playcaller.forecast.engine.review.RisksBefore;
import io.playcaller.forecast.engine.review.SaveRule;
import io.playcaller.forecast.ledger.CustomerRetention;
import io.playcaller.forecast.ledger.Retention;
import io.playcaller.forecast.ledger.Retention.Bridge;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What GRR lost in a period, by reason: once by cause and once by the risks that were open before. Each of the two sums to the whole.
 *
 * @param wholes by currency
 */
public record GrrLosses(
        Definitions definitions,
        List<Whole> wholes,
        List<Row> items,
        @Nullable String next) {

    private static final int DIGITS = 6;

    /** What the figures mean. */
    public record Definitions(
            String lost, String cause, String risk, String division, String none, String grain, String currencyRule) {

        static Definitions of(Retention known, SaveRule rule) {
            return new Definitions(
                    "churn + contraction from %s to %s, by what is known now; share = lost / start, and 1 - GRR is their sum"
                            .formatted(known.from(), known.until()),
                    "the reason of the review, else of the movement",
                    "open in the %d days before the loss, in equal parts; not retracted ones, com.notice_near and fc.*"
                            .formatted(rule.days()),
                    "what a customer lost is divided among the losses of its contracts in proportion to their amounts",
                    "nobody said why, no risk was open, or no contract of the customer lost anything as a whole",
                    known.meaning().unit(),
                    known.currencyRule());
        }
    }

    /**
     * All that was lost of a currency.
     *
     * @param grr null where there was nothing to retain
     * @param closedGrr as the period was closed; null while it is not
     */
    public record Whole(
            Money start,
            Money lost,
            @Nullable BigDecimal grr,
            @Nullable BigDecimal closedGrr) {}

    /**
     * What was lost for a reason.
     *
     * @param by {@code cause} or {@code risk}
     * @param reason its code, or {@code none}
     * @param share of the ARR at the start
     */
    public record Row(String by, String reason, Money lost, BigDecimal share) {}

    /**
     * The answer.
     *
     * @param losses of the period
     */
    public static GrrLosses of(CustomerRetention retention, Collection<Loss> losses, RisksBefore risks, SaveRule rule) {
        List<Row> rows = new ArrayList<>();
        add("cause", retention, losses, loss -> loss.reason() == null ? Set.of() : Set.of(loss.reason()), rows);
        add("risk", retention, losses, loss -> risks.of(loss.accountId(), loss.on()), rows);
        return new GrrLosses(Definitions.of(retention.known(), rule), wholes(retention), rows, null);
    }

    private static List<Whole> wholes(CustomerRetention retention) {
        boolean closed = retention.said().closedAt() != null;
        return retention.known().bridges().stream()
                .map(bridge -> new Whole(
                        new Money(bridge.start(), bridge.currency()),
                        new Money(Math.addExact(bridge.churn(), bridge.contraction()), bridge.currency()),
                        bridge.grr(),
                        closed ? grr(retention.said(), bridge.currency()) : null))
                .toList();
    }

    private static @Nullable BigDecimal grr(Retention said, String currency) {
        return said.bridges().stream()
                .filter(bridge -> bridge.currency().equals(currency))
                .findFirst()
                .map(Bridge::grr)
                .orElse(null);
    }

    private static void add(
            String by,
            CustomerRetention retention,
            Collection<Loss> losses,
            Function<Loss, Set<Reason>> reasons,
            List<Row> rows) {
        Map<String, Map<String, Long>> divided = LossReasons.of(
                retention.customers(),
                losses.stream()
                        .map(loss -> new LossReasons.Loss(
                                retention.tree().account(loss.accountId()),
                                loss.lost().currency(),
                                loss.lost().minor(),
                                reasons.apply(loss)))
                        .toList());
        divided.forEach((currency, sums) -> {
            long start = retention.known(currency).map(Bridge::start).orElse(0L);
            sums.forEach(
                    (reason, lost) -> rows.add(new Row(by, reason, new Money(lost, currency), share(lost, start))));
        });
    }

    private static BigDecimal share(long lost, long start) {
        return BigDecimal.valueOf(lost).divide(BigDecimal.valueOf(start), DIGITS, RoundingMode.HALF_EVEN);
    }
}
