package io.playcaller.console.user;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Long enough to resist guessing (NIST SP 800-63B), and within the 72 bytes that bcrypt reads. */
public final class PasswordRule {

    private static final int MIN_CHARACTERS = 12;
    private static final int MAX_BYTES = 72;

    private PasswordRule() {}

    /** What is wrong with a new password; empty when nothing is. */
    public static Optional<String> fault(String password) {
        int characters = password.codePointCount(0, password.length());
        if (characters < MIN_CHARACTERS) {
            return Optional.of(characters + " characters");
        }
        return tooLong(password) ? Optional.of("more than " + MAX_BYTES + " bytes") : Optional.empty();
    }

    /** What a password must be. */
    public static String expected() {
        return "at least " + MIN_CHARACTERS + " characters and at most " + MAX_BYTES + " bytes";
    }

    /** Whether it has more bytes than are compared. */
    public static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
    }
}
