package io.playcaller.router.signal.in;

import io.playcaller.router.signal.SignalStatus;
import java.util.Locale;

/** What became of a signal, as the API says it. */
final class SignalWords {

    private SignalWords() {}

    static String of(SignalStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
