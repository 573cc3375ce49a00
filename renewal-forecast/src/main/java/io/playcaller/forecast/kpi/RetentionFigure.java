package io.playcaller.forecast.kpi;

import io.playcaller.forecast.engine.estimate.ClusteredShare;
import io.playcaller.forecast.engine.estimate.Estimate;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.ledger.CustomerRetention;
import io.playcaller.forecast.ledger.Retention.Bridge;
import io.playcaller.forecast.outcome.Figure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** GRR and NRR of a period in one currency: those of the ledger, each with an interval over customers. */
public record RetentionFigure(String currency, Part grr, Part nrr) {

    private static final int DIGITS = 4;

    /**
     * One of the two.
     *
     * @param figure without an interval where other amounts are known now: nobody knows how those of before would move
     * @param knownNow what it would be by what is known now, where other amounts are, in words; else null
     */
    public record Part(Figure figure, @Nullable String knownNow) {}

    /** The figures by currency; a currency without ARR at the start has none. */
    static List<RetentionFigure> of(CustomerRetention retention) {
        List<RetentionFigure> figures = new ArrayList<>();
        for (Bridge bridge : retention.said().bridges()) {
            part(retention, bridge, Bridge::grr, RetentionBridge::retained)
                    .ifPresent(grr -> part(
                                    retention,
                                    bridge,
                                    Bridge::nrr,
                                    customer -> Math.addExact(customer.retained(), customer.growth()))
                            .ifPresent(nrr -> figures.add(new RetentionFigure(bridge.currency(), grr, nrr))));
        }
        return figures;
    }

    private static Optional<Part> part(
            CustomerRetention retention,
            Bridge bridge,
            Function<Bridge, @Nullable BigDecimal> share,
            ToLongFunction<RetentionBridge> kept) {
        BigDecimal value = share.apply(bridge);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                retention.stillHolds(bridge)
                        ? new Part(figure(value, bridge, interval(retention, bridge, kept)), null)
                        : new Part(
                                figure(value, bridge, Optional.empty()),
                                retention
                                        .known(bridge.currency())
                                        .map(share)
                                        .map(known -> "it would be " + rounded(known))
                                        .orElse("there was nothing to retain")));
    }

    private static Figure figure(BigDecimal value, Bridge bridge, Optional<Estimate> interval) {
        return new Figure(
                rounded(value),
                interval.map(it -> Figure.rounded(it.bounds().low())).orElse(null),
                interval.map(it -> Figure.rounded(it.bounds().high())).orElse(null),
                bridge.logosAtStart());
    }

    private static Optional<Estimate> interval(
            CustomerRetention retention, Bridge bridge, ToLongFunction<RetentionBridge> kept) {
        ClusteredShare share = new ClusteredShare();
        retention.customers().getOrDefault(bridge.currency(), Map.of()).forEach((customer, its) -> {
            if (its.start() > 0) {
                share.add(customer, (double) kept.applyAsLong(its), (double) its.start());
            }
        });
        return share.estimate();
    }

    private static BigDecimal rounded(BigDecimal share) {
        return share.setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
