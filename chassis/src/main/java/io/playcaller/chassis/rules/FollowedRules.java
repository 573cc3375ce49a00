package io.playcaller.chassis.rules;

import io.playcaller.chassis.yaml.ConfigException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Rules that follow what is on disk. Broken, they are refused whole and once: each fault is logged, and what was good last holds. Anybody
 * may ask what holds; whoever follows does so one at a time.
 *
 * @param <R> what was read
 */
public final class FollowedRules<R> {

    private static final Logger LOG = Logger.getLogger(FollowedRules.class);

    private final Function<R, String> version;
    private volatile R held;
    private volatile String refused = "";

    /**
     * @param first holds until something else does
     * @param version of what was read, a UUID: equal rules, equal version
     */
    public FollowedRules(R first, Function<R, String> version) {
        this.held = first;
        this.version = version;
    }

    /** What holds. */
    public R get() {
        return held;
    }

    /** The version of what is refused; empty while what is on disk holds. */
    public Optional<String> refused() {
        return refused.isEmpty() ? Optional.empty() : Optional.of(refused);
    }

    /**
     * What is on disk, where it is good and is neither what holds nor what was refused before. It holds from {@link #hold} on.
     *
     * @param found its version
     */
    public Optional<R> next(String found, Supplier<R> reading) {
        if (found.equals(version.apply(held))) {
            refused = "";
            return Optional.empty();
        }
        if (found.equals(refused)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.get());
        } catch (ConfigException refusal) {
            refuse(found, refusal);
            return Optional.empty();
        } catch (RuntimeException fault) {
            refused = found;
            throw fault;
        }
    }

    /** From here on {@code next} holds, and nothing is refused. */
    public void hold(R next) {
        held = next;
        refused = "";
    }

    /** What is on disk does not hold, for the reasons that are given, until something else is there. */
    public void refuse(String found, Throwable refusal) {
        refused = found;
        LOG.errorf("the new rules are refused, version %s stays:%n%s", version.apply(held), refusal.getMessage());
    }

    /** For a gauge: 1 while what is on disk is refused, else 0. */
    public double refusing() {
        return refused.isEmpty() ? 0 : 1;
    }

    /** For a gauge: a number that differs between replicas that go by different rules, of as many bits of the version as it holds exactly. */
    public double fingerprint() {
        return (double) (UUID.fromString(version.apply(held)).getMostSignificantBits() >>> 16);
    }
}
