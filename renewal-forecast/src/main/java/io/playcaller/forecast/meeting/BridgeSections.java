package io.playcaller.forecast.meeting;

import io.playcaller.forecast.engine.memory.BridgeStep.Cause;
import io.playcaller.forecast.meeting.Section.Meaning;
import io.playcaller.forecast.memory.Bridge;
import io.playcaller.forecast.memory.Bridge.Item;
import io.playcaller.forecast.memory.Bridge.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the forecast moved since the meeting before: the bridge of the quarter that runs and of the next, contract by contract. */
public final class BridgeSections {

    /** Of each contract so many causes are named, those of most money. */
    private static final int NAMED = 3;

    private static final Meaning BRIDGE = new Meaning(
            "forecast-bridge",
            "What is expected to renew",
            "what was kept where it is decided, else the judgement, else what the model expects, from the snapshot of the meeting "
                    + "before to the newest: before + the columns between = after. probability: drivers, model versions and "
                    + "contraction; decided: renewed, lost and restated; /v1/bridge tells the steps apart",
            "quarter of the renewal day and currency",
            Section.EACH_BY_ITSELF);

    private static final Meaning MOVES = new Meaning(
            "forecast-moves",
            "Forecasts that moved",
            "contracts whose part of that changed; currency by currency, most money first, with the causes that moved most of it",
            "contract",
            Section.EACH_BY_ITSELF);

    /** Columns between before and after. */
    private enum Part {
        NEW("new"),
        DATE("dateMoved"),
        AMOUNT("amount"),
        PROBABILITY("probability"),
        JUDGEMENT("judgement"),
        DECIDED("decided"),
        GONE("gone");

        private final String column;

        Part(String column) {
            this.column = column;
        }

        private static Part of(Cause cause) {
            return switch (cause) {
                case NEW_CONTRACT -> NEW;
                case DATE_MOVED -> DATE;
                case AMOUNT -> AMOUNT;
                case MODEL_VERSION, PROBABILITY, CONTRACTION -> PROBABILITY;
                case JUDGEMENT -> JUDGEMENT;
                case RENEWED, LOST, RESTATED -> DECIDED;
                case NO_LONGER_COUNTED -> GONE;
            };
        }
    }

    private static final Map<String, Part> PART_OF =
            Arrays.stream(Cause.values()).collect(Collectors.toUnmodifiableMap(Cause::key, Part::of));

    private static final List<String> SUM_COLUMNS = Stream.of(
                    Stream.of("quarter", "currency", "contracts", "before"),
                    Arrays.stream(Part.values()).map(part -> part.column),
                    Stream.of("after"))
            .flatMap(columns -> columns)
            .toList();

    private static final List<String> MOVE_COLUMNS =
            List.of("quarter", "contractId", "account", "owner", "currency", "before", "after", "change", "because");

    private BridgeSections() {}

    /**
     * The sums, and single contracts.
     *
     * @param bridges by contract, whole; none where no snapshot is as old as the meeting before
     */
    public static List<Section> of(Agenda agenda, List<Bridge> bridges, Faces faces) {
        if (bridges.isEmpty()) {
            String because = "no snapshots were kept up to " + agenda.since();
            return List.of(Section.notAvailable(BRIDGE, because), Section.notAvailable(MOVES, because));
        }
        List<List<@Nullable Object>> sums = new ArrayList<>();
        bridges.forEach(bridge ->
                byCurrency(bridge).forEach((currency, items) -> sums.add(sums(bridge.quarter(), currency, items))));
        List<List<@Nullable Object>> moves = bridges.stream()
                .flatMap(bridge -> bridge.items().stream()
                        .filter(item -> item.after() != item.before())
                        .map(item -> new Move(bridge.quarter(), item)))
                .sorted(Move.MOST_MONEY_FIRST)
                .map(move -> row(move, faces))
                .toList();
        return List.of(Section.of(BRIDGE, SUM_COLUMNS, sums), Section.byMoney(MOVES, MOVE_COLUMNS, moves));
    }

    private record Move(String quarter, Item item) {

        private static final Comparator<Move> MOST_MONEY_FIRST = Comparator.comparingLong(
                        (Move move) -> Math.abs(move.change()))
                .reversed()
                .thenComparing(Move::quarter)
                .thenComparing(move -> move.item().group());

        private long change() {
            return item.after() - item.before();
        }
    }

    private static Map<String, List<Item>> byCurrency(Bridge bridge) {
        return bridge.items().stream()
                .collect(Collectors.groupingBy(Item::currency, TreeMap::new, Collectors.toList()));
    }

    private static List<@Nullable Object> sums(String quarter, String currency, List<Item> items) {
        List<@Nullable Object> row = new ArrayList<>(Arrays.asList(
                quarter, currency, items.size(), sum(items.stream().map(Item::before))));
        for (Part part : Part.values()) {
            row.add(sum(items.stream()
                    .flatMap(item -> item.steps().stream())
                    .filter(step -> PART_OF.get(step.cause()) == part)
                    .map(Step::minor)));
        }
        row.add(sum(items.stream().map(Item::after)));
        return row;
    }

    private static List<@Nullable Object> row(Move move, Faces faces) {
        Item item = move.item();
        return Arrays.asList(
                move.quarter(),
                item.group(),
                faces.name(item.accountId()),
                faces.owner(item.accountId()),
                item.currency(),
                item.before(),
                item.after(),
                move.change(),
                because(item));
    }

    private static String because(Item item) {
        return item.steps().stream()
                .sorted(Comparator.comparingLong((Step step) -> Math.abs(step.minor()))
                        .reversed())
                .limit(NAMED)
                .map(step -> step.driver() == null ? step.cause() : step.cause() + " " + step.driver())
                .collect(Collectors.joining(", "));
    }

    private static long sum(Stream<Long> amounts) {
        return amounts.reduce(0L, Math::addExact);
    }
}
