package io.playcaller.forecast.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.forecast.engine.meeting.MeetingKind;
import io.playcaller.forecast.engine.memory.BridgeStep.Cause;
import io.playcaller.forecast.memory.Bridge;
import io.playcaller.forecast.memory.Bridge.Item;
import io.playcaller.forecast.memory.Bridge.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BridgeSectionsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final Agenda AGENDA =
            new Agenda(MeetingKind.WEEKLY, MONDAY, MONDAY.minusDays(7), Instant.parse("2026-11-30T09:00:00Z"));
    private static final Faces FACES = new Faces(Map.of("acme", "Acme"), Map.of("acme", "ada"));

    @Test
    void whateverMovedTheRowCloses() {
        List<Step> every = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            every.add(new Step(cause.key(), null, null, 1L << cause.ordinal(), 1));
        }
        long moved = every.stream().mapToLong(Step::minor).sum();

        Section sums = sections(item("c-1", 100, 100 + moved, every.toArray(Step[]::new)))
                .get(0);

        List<Object> row = sums.rows().get(0);
        long between = row.subList(4, row.size() - 1).stream()
                .mapToLong(amount -> (Long) amount)
                .sum();
        assertThat(between).isEqualTo(moved);
        assertThat(row).startsWith("2026-Q4", "EUR", 1, 100L).endsWith(100 + moved);
        assertThat(row).hasSameSizeAs(sums.columns());
    }

    @Test
    void contractsThatMovedMostMoneyComeFirstWithTheCausesOfMostOfIt() {
        List<List<Object>> moves = sections(
                        item("c-1", 900, 890, step("probability", "usage", -10)),
                        item("c-2", 900, 900),
                        item(
                                "c-3",
                                900,
                                0,
                                step("probability", "usage", 5),
                                step("probability", "health", -4),
                                step("amount", null, -1),
                                step("lost", null, -900)))
                .get(1)
                .rows();

        assertThat(moves).extracting(row -> row.get(1)).containsExactly("c-3", "c-1");
        assertThat(moves.get(0)).contains("Acme", "ada", -900L).endsWith("lost, probability usage, probability health");
    }

    @Test
    void aCurrencyOfLargeNumbersPushesNoOtherOut() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            items.add(item("KRW", "won-" + (10 + i), 1_000_000_000, 0));
        }
        items.add(item("EUR", "small", 900_00, 800_00));
        items.add(item("EUR", "large", 900_00, 0));

        Section moves = sections(items.toArray(Item[]::new)).get(1);

        assertThat(moves.n()).isEqualTo(62);
        assertThat(moves.rows()).hasSize(52);
        assertThat(moves.rows()).extracting(row -> row.get(1)).startsWith("large", "small", "won-10");
    }

    private static List<Section> sections(Item... items) {
        Bridge bridge = new Bridge(
                Bridge.Definitions.stated(),
                MONDAY.minusDays(7),
                MONDAY,
                "2026-Q4",
                "contract",
                items.length,
                Arrays.asList(items));
        return BridgeSections.of(AGENDA, List.of(bridge), FACES);
    }

    private static Item item(String contract, long before, long after, Step... steps) {
        return item("EUR", contract, before, after, steps);
    }

    private static Item item(String currency, String contract, long before, long after, Step... steps) {
        return new Item(currency, contract, "acme", 1, before, List.of(steps), after);
    }

    private static Step step(String cause, String driver, long minor) {
        return new Step(cause, driver, null, minor, 1);
    }
}
