package io.playcaller.router.sla;

import io.playcaller.contracts.work.Clock;
import io.playcaller.router.calendar.BusinessTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much business time each clock of a task gets; a clock that is not here does not run. */
public record SlaTargets(Map<Clock, BusinessTime> byClock) {

    public static final SlaTargets NONE = new SlaTargets(Map.of());

    public SlaTargets {
        byClock = Map.copyOf(byClock);
    }

    public @Nullable BusinessTime of(Clock clock) {
        return byClock.get(clock);
    }

    public boolean isEmpty() {
        return byClock.isEmpty();
    }

    /** These targets, with those of {@code other} where it states any. */
    public SlaTargets overriddenBy(SlaTargets other) {
        Map<Clock, BusinessTime> merged = new EnumMap<>(Clock.class);
        merged.putAll(byClock);
        merged.putAll(other.byClock);
        return new SlaTargets(merged);
    }

    /** These targets, but for some clocks. */
    SlaTargets without(Set<Clock> clocks) {
        Map<Clock, BusinessTime> left = new EnumMap<>(Clock.class);
        left.putAll(byClock);
        left.keySet().removeAll(clocks);
        return new SlaTargets(left);
    }
}
