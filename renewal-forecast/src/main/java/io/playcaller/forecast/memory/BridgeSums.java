package io.playcaller.forecast.memory;

import io.playcaller.contracts.reason.Reason;
import io.playcaller.forecast.engine.memory.BridgeStep;
import io.playcaller.forecast.engine.memory.BridgeStep.Cause;
import io.playcaller.forecast.memory.Bridge.Item;
import io.playcaller.forecast.memory.Bridge.Step;
import io.playcaller.forecast.memory.RememberedContract.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what contracts did to a figure. */
public final class BridgeSums {

    private final BridgeBy by;
    private final Map<Key, Sum> sums =
            new TreeMap<>(Comparator.comparing(Key::currency).thenComparing(Key::group));

    public BridgeSums(BridgeBy by) {
        this.by = by;
    }

    private record Key(String currency, String group) {}

    private record Line(
            Cause cause, @Nullable String driver, @Nullable Reason reason) {

        private static final Comparator<Line> ORDER = Comparator.comparing(Line::cause)
                .thenComparing(Line::driver, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Line::reason, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private static final class Sum {
        private @Nullable String accountId;
        private int contracts;
        private long before;
        private long after;
        private final Map<Line, long[]> steps = new TreeMap<>(Line.ORDER);
    }

    /** Adds one contract's part. */
    public void add(Change change) {
        Sum sum = sums.computeIfAbsent(
                new Key(change.contract().currency(), by.group(change.contract())), key -> new Sum());
        sum.accountId = by == BridgeBy.CONTRACT ? change.contract().accountId() : null;
        sum.contracts++;
        sum.before = Math.addExact(sum.before, change.before());
        sum.after = Math.addExact(sum.after, change.after());
        for (BridgeStep step : change.steps()) {
            long[] line =
                    sum.steps.computeIfAbsent(new Line(step.cause(), step.driver(), step.reason()), key -> new long[2]);
            line[0] = Math.addExact(line[0], step.minor());
            line[1]++;
        }
    }

    /** How many groups there are. */
    public int groups() {
        return sums.size();
    }

    /** The groups in order of currency and name; of more than {@code most}, those that changed most. */
    public List<Item> items(int most) {
        List<Item> items = new ArrayList<>();
        sums.forEach((key, sum) -> items.add(new Item(
                key.currency(), key.group(), sum.accountId, sum.contracts, sum.before, steps(sum), sum.after)));
        if (items.size() <= most) {
            return items;
        }
        return items.stream()
                .sorted(Comparator.comparingLong((Item item) -> Math.abs(item.after() - item.before()))
                        .reversed())
                .limit(most)
                .sorted(Comparator.comparing(Item::currency).thenComparing(Item::group))
                .toList();
    }

    private static List<Step> steps(Sum sum) {
        List<Step> steps = new ArrayList<>();
        sum.steps.forEach((line, value) -> steps.add(
                new Step(line.cause().key(), line.driver(), line.reason(), value[0], Math.toIntExact(value[1]))));
        return steps;
    }
}
