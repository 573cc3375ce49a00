package io.playcaller.router.brake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the signals that the brake holds of one play have in common. */
public record HeldCounts(List<Alike> groups) {

    public HeldCounts {
        groups = List.copyOf(groups);
    }

    /**
     * Signals that are alike.
     *
     * @param reason code
     * @param segment of the account; null where it is not known
     * @param source of the fact that shows why; null where none is known
     */
    public record Alike(
            String reason,
            @Nullable String segment,
            @Nullable String source,
            long count) {}

    /**
     * What most of them share.
     *
     * @param what {@code reason}, {@code segment} or {@code source}
     * @param count how many of all
     */
    public record Cause(String what, String value, long count) {}

    public long total() {
        return groups.stream().mapToLong(Alike::count).sum();
    }

    /** The most frequent reason, segment and source, as far as any is known. */
    public List<Cause> causes() {
        return List.of(most("reason", Alike::reason), most("segment", Alike::segment), most("source", Alike::source))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Cause> most(String what, Function<Alike, @Nullable String> value) {
        Map<String, Long> counts = groups.stream()
                .filter(group -> value.apply(group) != null)
                .collect(Collectors.groupingBy(
                        group -> String.valueOf(value.apply(group)), Collectors.summingLong(Alike::count)));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(most -> new Cause(what, most.getKey(), most.getValue()));
    }
}
