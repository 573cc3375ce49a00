package io.playcaller.forecast.credit.in;

import io.playcaller.contracts.register.MovementKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of movements as words. */
final class CreditWords {

    private CreditWords() {}

    static String of(MovementKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<MovementKind> kind(String word) {
        return Arrays.stream(MovementKind.values())
                .filter(kind -> kind != MovementKind.UNKNOWN && of(kind).equals(word))
                .findFirst();
    }
}
