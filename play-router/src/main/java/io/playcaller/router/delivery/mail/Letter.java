package io.playcaller.router.delivery.mail;

import java.util.Map;

/**
 * An e-mail for one of our people.
 *
 * @param to address
 * @param headers beside those that every mail has
 */
public record Letter(String to, String subject, String text, String html, Map<String, String> headers) {

    /** The header field that names its delivery: who sends a letter back, sends its header along. */
    public static final String DELIVERY = "X-Playcaller-Delivery";

    /** A subject stands in one line, and in lists. */
    private static final int LONGEST_SUBJECT = 150;

    public Letter {
        subject = oneLine(subject);
        headers = Map.copyOf(headers);
    }

    private static String oneLine(String subject) {
        String line = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT) + "…";
    }
}
