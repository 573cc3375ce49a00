package io.playcaller.health.rebuild;

import io.playcaller.health.engine.episode.Episode;
import io.playcaller.health.engine.state.AccountState;
import io.playcaller.health.engine.state.StateCodec;
import io.playcaller.health.fold.Held;
import io.playcaller.health.rebuild.Difference.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares an account as it stands with the one that the log makes. States are compared as this version writes them, so that
 * one that an older version wrote and nothing moved since is no difference.
 */
public final class AccountComparison {

    private static final String REV = "rev";
    private static final String FACTS = "facts";

    private final StateCodec codec = new StateCodec();

    /** @param cut whether the log of the partition has lost its beginning */
    public Optional<Difference> of(String accountId, int partition, Side running, Side rebuilt, boolean cut) {
        List<Field> fields = fields(running, rebuilt);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        DifferenceReason reason = reason(running, rebuilt, fields, cut);
        return Optional.of(new Difference(accountId, partition, reason.code(), fields));
    }

    private static DifferenceReason reason(Side running, Side rebuilt, List<Field> fields, boolean cut) {
        if (running.fails() != rebuilt.fails()) {
            return running.fails() ? DifferenceReason.MENDED : DifferenceReason.FAILED_ANEW;
        }
        if (rebuilt.stored() == null) {
            return DifferenceReason.ONLY_RUNNING;
        }
        if (cut) {
            return DifferenceReason.LOG_CUT;
        }
        if (running.stored() == null) {
            return DifferenceReason.ONLY_REBUILT;
        }
        List<String> names = fields.stream().map(Field::name).toList();
        if (names.contains(FACTS)) {
            return DifferenceReason.OTHER_FACTS;
        }
        return names.equals(List.of(REV)) ? DifferenceReason.OTHER_STEPS : DifferenceReason.JUDGED_OTHERWISE;
    }

    private List<Field> fields(Side running, Side rebuilt) {
        List<Field> fields = new ArrayList<>();
        add(fields, "quarantined", running.quarantined(), rebuilt.quarantined());
        if (running.stored() instanceof Held one && rebuilt.stored() instanceof Held other) {
            states(fields, one, other);
        } else {
            add(fields, "state", running.word(), rebuilt.word());
        }
        return fields;
    }

    private void states(List<Field> fields, Held running, Held rebuilt) {
        AccountState one = running.state();
        AccountState other = rebuilt.state();
        add(fields, "score", one.score(), other.score());
        add(fields, "grade", one.grade(), other.grade());
        add(fields, "openEpisodes", episodes(one), episodes(other));
        byte[] facts = codec.encodeFacts(one);
        byte[] otherFacts = codec.encodeFacts(other);
        if (!Arrays.equals(facts, otherFacts)) {
            fields.add(new Field(FACTS, facts(one, facts), facts(other, otherFacts)));
        }
        add(fields, REV, running.rev(), rebuilt.rev());
        byte[] bytes = codec.encode(one);
        byte[] otherBytes = codec.encode(other);
        boolean named = fields.stream().anyMatch(field -> !field.name().equals(REV));
        if (!named && !Arrays.equals(bytes, otherBytes)) {
            fields.add(new Field("state", fingerprint(bytes), fingerprint(otherBytes)));
        }
    }

    private static void add(List<Field> fields, String name, @Nullable Object running, @Nullable Object rebuilt) {
        if (!Objects.equals(running, rebuilt)) {
            fields.add(new Field(name, text(running), text(rebuilt)));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String facts(AccountState state, byte[] bytes) {
        return state.factCount() + " facts, " + fingerprint(bytes);
    }

    private static String fingerprint(byte[] bytes) {
        return "%d bytes, %08x".formatted(bytes.length, Arrays.hashCode(bytes));
    }

    private static String episodes(AccountState state) {
        return state.openEpisodes().stream()
                .map(AccountComparison::episode)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String episode(Episode episode) {
        return "%s since %s, transition %d".formatted(episode.rule(), episode.openedAt(), episode.transition());
    }
}
