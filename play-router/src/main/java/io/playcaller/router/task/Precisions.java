package io.playcaller.router.task;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often each reason was right, as known at some time. */
public record Precisions(Map<String, Precision> byReason) {

    /** Nobody has answered anything. */
    public static final Precisions NONE = new Precisions(Map.of());

    public Precisions {
        byReason = Map.copyOf(byReason);
    }

    public static Precisions of(Collection<Precision> all) {
        return new Precisions(all.stream().collect(Collectors.toMap(Precision::reason, Function.identity())));
    }

    /** Of the reason of a task; empty while nobody has judged it. */
    public Optional<Precision> of(Task task) {
        return Optional.ofNullable(byReason.get(task.signal().reason().code())).filter(known -> known.judged() > 0);
    }

    /** The same for people; empty while nobody has judged it. */
    public String words(Task task) {
        return of(task).map(Precision::words).orElse("");
    }
}
