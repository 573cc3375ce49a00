package io.playcaller.forecast.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.ledger.RetentionBridge;
import io.playcaller.forecast.engine.ledger.RetentionDefinition;
import io.playcaller.forecast.engine.review.LossReasons.Loss;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LossReasonsTest {

    private static final String USAGE = Reason.USAGE_DROP.code();
    private static final String PRICE = Reason.COM_PRICE.code();

    @Test
    void aCustomersLossIsDividedAsItsContractsLostAndThenAmongTheirReasonsEvenly() {
        List<Loss> losses = List.of(
                new Loss("acme", "EUR", 300, Set.of(Reason.USAGE_DROP)),
                new Loss("acme", "EUR", 100, EnumSet.of(Reason.USAGE_DROP, Reason.COM_PRICE)));

        assertThat(LossReasons.of(Map.of("EUR", Map.of("acme", bridge(200, 0))), losses))
                .isEqualTo(Map.of("EUR", Map.of(USAGE, 175L, PRICE, 25L)));
    }

    @Test
    void whatNobodySaidAndWhatNoContractLostAsAWholeHasNoReason() {
        List<Loss> losses = List.of(new Loss("acme", "EUR", 70, Set.of()));

        assertThat(LossReasons.of(
                        Map.of("EUR", Map.of("acme", bridge(70, 0), "beta", bridge(0, 5), "gamma", bridge(0, 0))),
                        losses))
                .isEqualTo(Map.of("EUR", Map.of(LossReasons.NONE, 75L)));
    }

    @Test
    void whatWasLostAndIsBackWithinTheGapIsNoLossOfGrr() {
        List<Loss> losses = List.of(new Loss("acme", "EUR", 70, Set.of(Reason.USAGE_DROP)));

        assertThat(LossReasons.of(Map.of("EUR", Map.of("acme", bridge(0, 0))), losses))
                .isEqualTo(Map.of("EUR", Map.of()));
    }

    @Property
    void theReasonsSumToWhatTheBridgesLost(@ForAll("amounts") List<Integer> lost, @ForAll("losses") List<Loss> losses) {
        Map<String, RetentionBridge> bridges = new HashMap<>();
        long whole = 0;
        for (int i = 0; i < lost.size(); i++) {
            bridges.put("c" + i, bridge(lost.get(i), i));
            whole += lost.get(i) + i;
        }

        Map<String, Long> divided =
                LossReasons.of(Map.of("EUR", bridges), losses).getOrDefault("EUR", Map.of());

        assertThat(divided.values().stream().mapToLong(part -> part).sum()).isEqualTo(whole);
        assertThat(divided.values()).allMatch(part -> part >= 0);
    }

    @Provide
    static Arbitrary<List<Integer>> amounts() {
        return Arbitraries.integers().between(0, 1_000_007).list().ofMaxSize(6);
    }

    @Provide
    static Arbitrary<List<Loss>> losses() {
        Arbitrary<String> customer = Arbitraries.integers().between(0, 7).map(number -> "c" + number);
        Arbitrary<Long> lost = Arbitraries.longs().between(1, 900_001);
        Arbitrary<Set<Reason>> reasons = Arbitraries.of(Reason.class).set().ofMaxSize(3);
        return Combinators.combine(customer, lost, reasons)
                .as((who, much, why) -> new Loss(who, "EUR", much, why))
                .list()
                .ofMaxSize(12);
    }

    private static RetentionBridge bridge(long churn, long contraction) {
        return new RetentionBridge(
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 4, 1),
                "EUR",
                RetentionDefinition.defaults(),
                10_000_000,
                churn,
                0,
                contraction,
                0,
                0,
                0,
                0,
                0,
                1,
                0);
    }
}
