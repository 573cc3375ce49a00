package io.playcaller.router.silence.in;

import io.playcaller.router.silence.Silence;
import io.playcaller.router.silence.Trait;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A silence, as the API shows it.
 *
 * @param state where it stands in its life
 * @param lookedAtAgain of one that was just withdrawn, how many signals it silenced; null otherwise
 */
public record SilenceView(
        UUID silenceId,
        Map<String, Set<String>> match,
        Map<String, Set<String>> not,
        boolean alsoCritical,
        Instant from,
        Instant until,
        String because,
        String author,
        Instant createdAt,
        String state,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable Integer lookedAtAgain) {

    static SilenceView of(Silence silence, Silence.State state, @Nullable Integer lookedAtAgain) {
        Silence.Withdrawal withdrawn = silence.withdrawn();
        return new SilenceView(
                silence.silenceId(),
                words(silence.matchers().is()),
                words(silence.matchers().not()),
                silence.alsoCritical(),
                silence.from(),
                silence.until(),
                silence.because(),
                silence.author(),
                silence.createdAt(),
                state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                withdrawn == null ? null : withdrawn.at(),
                withdrawn == null ? null : withdrawn.by(),
                lookedAtAgain);
    }

    private static Map<String, Set<String>> words(Map<Trait, Set<String>> traits) {
        Map<String, Set<String>> words = new TreeMap<>();
        traits.forEach((trait, values) -> words.put(trait.key(), new TreeSet<>(values)));
        return words;
    }
}
