package io.playcaller.router.silence;

import io.playcaller.contracts.health.Profile;
import io.playcaller.contracts.health.SignalChanged;
import io.playcaller.contracts.reason.Reason;
import io.playcaller.contracts.reason.ReasonFamily;
import io.playcaller.contracts.reason.Severity;
import io.playcaller.contracts.reason.SignalKind;
import io.playcaller.router.play.Play;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something by which signals are told apart, in the words of files and requests. */
public enum Trait {
    ACCOUNT,
    SEGMENT,
    TIER,
    REASON,
    FAMILY,
    KIND,
    PLAY,
    SEVERITY;

    private static final String OF_A_NEWER_WRITER = "unknown";

    /** As files and requests name it. */
    public String key() {
        return word(this);
    }

    /** The trait of that name. */
    public static Optional<Trait> of(String key) {
        return Arrays.stream(values()).filter(trait -> trait.key().equals(key)).findFirst();
    }

    /**
     * All that it may say; empty where that is any text.
     *
     * @param plays the keys of all plays
     */
    public Optional<Set<String>> words(Set<String> plays) {
        return switch (this) {
            case ACCOUNT, SEGMENT -> Optional.empty();
            case TIER -> Optional.of(Play.TIERS);
            case REASON -> Optional.of(words(Reason.values(), Reason::code));
            case FAMILY -> Optional.of(words(ReasonFamily.values(), Trait::word));
            case KIND -> Optional.of(words(SignalKind.values(), Trait::word));
            case PLAY -> Optional.of(plays);
            case SEVERITY -> Optional.of(words(Severity.values(), Trait::word));
        };
    }

    /** What it says of a signal; null where the signal concerns no account. */
    @Nullable
    String of(SignalChanged signal, String play) {
        Profile profile = signal.account() == null ? null : signal.account().profile();
        return switch (this) {
            case ACCOUNT -> signal.accountId();
            case SEGMENT -> profile == null ? null : profile.segment();
            case TIER -> profile == null ? null : profile.tier();
            case REASON -> signal.reason().code();
            case FAMILY -> word(signal.reason().family());
            case KIND -> word(signal.kind());
            case PLAY -> play;
            case SEVERITY -> word(signal.severity());
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> Set<String> words(T[] values, Function<T, String> word) {
        return Stream.of(values)
                .map(word)
                .filter(one -> !one.equals(OF_A_NEWER_WRITER))
                .collect(Collectors.toUnmodifiableSet());
    }
}
